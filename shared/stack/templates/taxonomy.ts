import { expects, lane, type StackTemplate } from './template.ts';

/** The six groups of the taxonomy; a group says where all of its categories go. */
export const taxonomyTemplate: StackTemplate = {
  id: 'taxonomy',
  title: 'Groups of the landscape',
  about: 'One lane for each of the six groups of the landscape, as on the map.',
  arrangement: {
    left: [
      lane('advertising', 'Advertising & Promotion', ['advertising'], ''),
      lane('content', 'Content & Experience', ['content'], ''),
      lane('social', 'Social & Relationships', ['social'], ''),
      lane('commerce', 'Commerce & Sales', ['commerce'], ''),
      lane('data', 'Data', ['data'], ''),
      lane('business', 'Business Stack', ['business'], ''),
    ],
    bands: [],
    right: [],
  },
  capabilities: [
    expects('advertising', 'paid-reach', 'Paid reach', 'display-programmatic search-social-ads'),
    expects('content', 'web-presence', 'Web presence', 'cms'),
    expects('content', 'outbound', 'Messages to customers', 'email marketing-automation'),
    expects('social', 'customer-records', 'Records of customers', 'crm'),
    expects('social', 'service', 'Customer service', 'customer-service conversational'),
    expects('commerce', 'sale', 'Selling', 'ecommerce-platform sales-enablement fundraising'),
    expects('data', 'profiles', 'Unified profiles', 'cdp'),
    expects('data', 'analytics', 'Analytics', 'web-product-analytics'),
    expects('data', 'consent', 'Consent', 'privacy-consent'),
    expects('business', 'warehouse', 'Data warehouse', 'data-warehouse'),
    expects('business', 'automation', 'Automation', 'workflow-automation data-integration'),
  ],
};
