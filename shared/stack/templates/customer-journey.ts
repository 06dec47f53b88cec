import { expects, lane, type StackTemplate } from './template.ts';

/** The way of a customer from left to right, on what carries all of its steps. */
export const customerJourneyTemplate: StackTemplate = {
  id: 'customer-journey',
  title: 'Customer journey',
  about: 'From the first contact to a loyal customer, above the data and tools that carry it.',
  arrangement: {
    left: [],
    bands: [
      [
        lane(
          'discover',
          'Discover',
          ['advertising'],
          `display-programmatic search-social-ads native-content-ads video-ads mobile-ads
           ad-verification pr print-direct-mail influencer social-media seo affiliate channel-local`,
        ),
        lane(
          'consider',
          'Consider',
          ['content'],
          `cms content-marketing video-audio interactive-forms personalization-testing localization
           conversational events-webinars abm call-analytics`,
        ),
        lane(
          'buy',
          'Buy',
          ['commerce'],
          `ecommerce-platform ecommerce-marketing payments-billing crm sales-enablement fundraising`,
        ),
        lane(
          'onboard',
          'Onboard',
          [],
          'marketing-automation email messaging-push mobile-apps feature-management',
        ),
        lane('grow', 'Grow', ['social'], 'customer-service loyalty-referral community-reviews'),
      ],
      [
        lane(
          'foundation',
          'Foundation',
          ['data', 'business'],
          `tag-management cdp dmp-audience web-product-analytics attribution-measurement
           dashboards-bi data-science privacy-consent data-warehouse data-integration
           workflow-automation data-quality-governance identity-security ai-platforms dam-pim
           collaboration projects-workflow finance-erp people-talent`,
        ),
      ],
    ],
    right: [],
  },
  capabilities: [
    expects('discover', 'paid-reach', 'Paid reach', 'display-programmatic search-social-ads'),
    expects('discover', 'organic-reach', 'Organic reach', 'seo social-media pr influencer'),
    expects('consider', 'web-presence', 'Web presence', 'cms'),
    expects('consider', 'conversation', 'Answers while one decides', 'conversational abm'),
    expects('buy', 'sale', 'Selling', 'ecommerce-platform crm sales-enablement fundraising'),
    expects('buy', 'payment', 'Payment', 'payments-billing'),
    expects('onboard', 'welcome', 'Welcoming messages', 'email marketing-automation'),
    expects('onboard', 'guidance', 'Guidance in the product', 'mobile-apps messaging-push'),
    expects('grow', 'service', 'Customer service', 'customer-service'),
    expects('grow', 'loyalty', 'Loyalty and advocacy', 'loyalty-referral community-reviews'),
    expects('foundation', 'profiles', 'Unified profiles', 'cdp data-warehouse'),
    expects('foundation', 'analytics', 'Analytics', 'web-product-analytics'),
    expects('foundation', 'consent', 'Consent', 'privacy-consent'),
  ],
};
