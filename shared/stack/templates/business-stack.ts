import { expects, lane, type StackTemplate } from './template.ts';

/** Marketing beside sales and service, on what all of them share. */
export const businessStackTemplate: StackTemplate = {
  id: 'business-stack',
  title: 'Business stack',
  about: 'Marketing beside sales and service, on the automation, insight and data they share.',
  arrangement: {
    left: [],
    bands: [
      [
        lane(
          'marketing',
          'Marketing',
          ['content', 'advertising', 'social'],
          `display-programmatic search-social-ads native-content-ads video-ads mobile-ads pr
           print-direct-mail cms content-marketing dam-pim email marketing-automation
           messaging-push interactive-forms personalization-testing seo video-audio localization
           mobile-apps abm community-reviews loyalty-referral events-webinars influencer
           social-media ecommerce-marketing affiliate channel-local`,
          3,
        ),
        lane(
          'sales',
          'Sales',
          ['commerce'],
          'crm sales-enablement ecommerce-platform payments-billing call-analytics fundraising',
        ),
        lane('service', 'Service', [], 'customer-service conversational'),
      ],
      [
        lane(
          'automation',
          'Cross-department automation',
          ['business'],
          `workflow-automation projects-workflow collaboration ai-platforms feature-management
           finance-erp people-talent`,
        ),
      ],
      [
        lane(
          'intelligence',
          'Business intelligence',
          [],
          'dashboards-bi web-product-analytics attribution-measurement data-science',
        ),
      ],
      [
        lane(
          'data',
          'Data lake and mesh',
          ['data'],
          'data-warehouse data-integration cdp tag-management dmp-audience',
        ),
      ],
    ],
    right: [
      lane(
        'compliance',
        'Privacy and compliance',
        [],
        'privacy-consent identity-security data-quality-governance ad-verification',
      ),
    ],
  },
  capabilities: [
    expects('marketing', 'web-presence', 'Web presence', 'cms'),
    expects('marketing', 'outbound', 'Messages', 'email marketing-automation messaging-push'),
    expects('sales', 'customer-records', 'Records of customers', 'crm'),
    expects('service', 'service', 'Customer service', 'customer-service conversational'),
    expects('automation', 'orchestration', 'Automation across departments', 'workflow-automation'),
    expects('intelligence', 'reporting', 'Reporting for everybody', 'dashboards-bi'),
    expects('data', 'storage', 'Data lake or warehouse', 'data-warehouse'),
    expects('data', 'movement', 'Movement of data', 'data-integration'),
    expects('compliance', 'consent', 'Consent and privacy requests', 'privacy-consent'),
    expects('compliance', 'access', 'Identity and access', 'identity-security'),
    expects('compliance', 'quality', 'Catalogue and quality of data', 'data-quality-governance'),
  ],
};
