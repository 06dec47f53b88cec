import { expects, lane, type StackTemplate } from './template.ts';

/** Layers that rest on one another: what customers see on top, the data at the bottom. */
export const layerCakeTemplate: StackTemplate = {
  id: 'layer-cake',
  title: 'Layer cake',
  about: 'Experience on engagement on decision on data: each layer lives on the one below.',
  arrangement: {
    left: [],
    bands: [
      [
        lane(
          'experience',
          'Experience',
          ['content'],
          `cms content-marketing dam-pim interactive-forms video-audio localization mobile-apps
           ecommerce-platform payments-billing fundraising channel-local community-reviews
           events-webinars feature-management`,
        ),
      ],
      [
        lane(
          'engagement',
          'Engagement',
          ['advertising', 'social', 'commerce'],
          `display-programmatic search-social-ads native-content-ads video-ads mobile-ads pr
           print-direct-mail seo email marketing-automation messaging-push crm abm customer-service
           conversational call-analytics loyalty-referral influencer social-media
           ecommerce-marketing sales-enablement affiliate`,
        ),
      ],
      [
        lane(
          'decision',
          'Decision',
          ['business'],
          `personalization-testing web-product-analytics attribution-measurement dashboards-bi
           data-science ad-verification ai-platforms workflow-automation collaboration
           projects-workflow finance-erp people-talent`,
        ),
      ],
      [
        lane(
          'data',
          'Data',
          ['data'],
          `tag-management cdp dmp-audience data-warehouse data-integration data-quality-governance
           privacy-consent identity-security`,
        ),
      ],
    ],
    right: [],
  },
  capabilities: [
    expects('experience', 'web-presence', 'Web presence', 'cms ecommerce-platform'),
    expects('experience', 'assets', 'Content and assets', 'dam-pim content-marketing'),
    expects('engagement', 'paid-reach', 'Paid reach', 'display-programmatic search-social-ads'),
    expects('engagement', 'outbound', 'Messages', 'email marketing-automation messaging-push'),
    expects('engagement', 'relations', 'Customer relations', 'crm'),
    expects('decision', 'analytics', 'Analytics', 'web-product-analytics'),
    expects('decision', 'testing', 'Testing and personalisation', 'personalization-testing'),
    expects('decision', 'measurement', 'Measurement', 'attribution-measurement dashboards-bi'),
    expects('data', 'collection', 'Collection', 'tag-management cdp'),
    expects('data', 'storage', 'Storage', 'data-warehouse cdp'),
    expects('data', 'consent', 'Consent', 'privacy-consent'),
  ],
};
