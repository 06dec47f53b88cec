import { expects, lane, type StackTemplate } from './template.ts';

/** What holds the truth about customers in the middle, everything that uses it around. */
export const hubAndSpokeTemplate: StackTemplate = {
  id: 'hub-and-spoke',
  title: 'Hub and spoke',
  about: 'A single source of truth about customers in the middle, all that feeds on it around.',
  arrangement: {
    left: [
      lane(
        'attract',
        'Attract',
        ['advertising'],
        `display-programmatic search-social-ads native-content-ads video-ads mobile-ads
         ad-verification pr print-direct-mail seo influencer social-media affiliate`,
      ),
      lane(
        'publish',
        'Publish',
        ['content'],
        `cms content-marketing dam-pim interactive-forms personalization-testing video-audio
         localization mobile-apps`,
      ),
    ],
    bands: [
      [
        lane(
          'collect',
          'Collect and connect',
          [],
          `tag-management data-integration workflow-automation privacy-consent identity-security
           dmp-audience`,
        ),
      ],
      [
        lane(
          'truth',
          'Single source of truth',
          ['data'],
          'cdp data-warehouse crm data-quality-governance',
        ),
      ],
      [
        lane(
          'measure',
          'Measure and decide',
          [],
          `web-product-analytics attribution-measurement dashboards-bi data-science ai-platforms
           feature-management`,
        ),
      ],
      [
        lane(
          'run',
          'Run the team',
          ['business'],
          'collaboration projects-workflow finance-erp people-talent',
        ),
      ],
    ],
    right: [
      lane(
        'engage',
        'Engage',
        ['social'],
        `email marketing-automation messaging-push conversational customer-service call-analytics
         community-reviews loyalty-referral events-webinars abm`,
      ),
      lane(
        'sell',
        'Sell',
        ['commerce'],
        `ecommerce-platform ecommerce-marketing payments-billing sales-enablement channel-local
         fundraising`,
      ),
    ],
  },
  capabilities: [
    expects('truth', 'profiles', 'Unified profiles', 'cdp data-warehouse'),
    expects('truth', 'customer-records', 'Records of customers', 'crm'),
    expects('collect', 'collection', 'Collection', 'tag-management data-integration'),
    expects('collect', 'consent', 'Consent', 'privacy-consent'),
    expects('collect', 'automation', 'Automation', 'workflow-automation data-integration'),
    expects('attract', 'paid-reach', 'Paid reach', 'display-programmatic search-social-ads'),
    expects('publish', 'web-presence', 'Web presence', 'cms'),
    expects('engage', 'outbound', 'Messages', 'email marketing-automation messaging-push'),
    expects('engage', 'service', 'Customer service', 'customer-service conversational'),
    expects('sell', 'sale', 'Selling', 'ecommerce-platform sales-enablement fundraising'),
    expects('measure', 'analytics', 'Analytics', 'web-product-analytics'),
    expects('measure', 'reporting', 'Reporting', 'dashboards-bi attribution-measurement'),
  ],
};
