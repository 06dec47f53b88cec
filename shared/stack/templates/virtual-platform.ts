import { expects, lane, type StackTemplate } from './template.ts';

/**
 * The stack as one platform put together from many products. Source of the four layers: Scott
 * Brinker, "The entire martech stack is really one big virtual platform", chiefmartec.com, May 2021.
 */
export const virtualPlatformTemplate: StackTemplate = {
  id: 'virtual-platform',
  title: 'Virtual platform',
  about: 'Layers of experience, workflow and data with governance across, after Scott Brinker.',
  arrangement: {
    left: [],
    bands: [
      [
        lane(
          'experience',
          'Experience',
          ['content', 'advertising', 'social', 'commerce'],
          `cms content-marketing dam-pim interactive-forms personalization-testing seo video-audio
           localization mobile-apps display-programmatic search-social-ads native-content-ads
           video-ads mobile-ads pr print-direct-mail email messaging-push conversational
           call-analytics community-reviews loyalty-referral events-webinars influencer
           social-media ecommerce-platform ecommerce-marketing affiliate channel-local
           fundraising`,
        ),
      ],
      [
        lane(
          'workflow',
          'Workflow',
          ['business'],
          `marketing-automation workflow-automation crm abm sales-enablement customer-service
           payments-billing projects-workflow collaboration ai-platforms`,
        ),
      ],
      [
        lane(
          'data',
          'Data',
          ['data'],
          `tag-management cdp dmp-audience web-product-analytics attribution-measurement
           dashboards-bi data-science data-warehouse data-integration`,
        ),
      ],
    ],
    right: [
      lane(
        'governance',
        'Governance',
        [],
        `privacy-consent identity-security data-quality-governance ad-verification
         feature-management finance-erp people-talent`,
      ),
    ],
  },
  capabilities: [
    expects('experience', 'web-presence', 'Web presence', 'cms ecommerce-platform'),
    expects('experience', 'messages', 'Messages', 'email messaging-push'),
    expects('workflow', 'campaigns', 'Campaign workflows', 'marketing-automation'),
    expects('workflow', 'orchestration', 'Orchestration across tools', 'workflow-automation'),
    expects('workflow', 'team-work', 'Work of the team', 'projects-workflow collaboration'),
    expects('data', 'storage', 'A common store of data', 'data-warehouse cdp'),
    expects('data', 'movement', 'Movement of data', 'data-integration cdp tag-management'),
    expects('data', 'analytics', 'Analytics', 'web-product-analytics dashboards-bi'),
    expects('governance', 'consent', 'Consent', 'privacy-consent'),
    expects('governance', 'access', 'Identity and access', 'identity-security'),
    expects('governance', 'quality', 'Quality of data', 'data-quality-governance'),
  ],
};
