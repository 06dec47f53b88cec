import { flow, owned, type StarterStack } from './starter.ts';

export const b2bSoftware: StarterStack = {
  id: 'b2b-software',
  title: 'B2B software',
  about: 'A software company that sells to businesses, by itself and through a sales team.',
  templateId: 'customer-journey',
  products: [
    ...owned(
      'Marketing',
      `google-ads linkedin-ads semrush webflow hubspot on24 g2 typeform canva 6sense
       google-search-console`,
    ),
    ...owned('Marketing', 'hotjar', 'to-retire'),
    ...owned('Sales', 'salesforce outreach gong zoominfo calendly docusign drift'),
    ...owned('Customer success', 'intercom zendesk'),
    ...owned('Product', 'amplitude launchdarkly'),
    ...owned('Product', 'posthog', 'candidate'),
    ...owned('Data', 'segment snowflake fivetran looker google-tag-manager'),
    ...owned('Data', 'hightouch', 'planned'),
    ...owned('Finance', 'chargebee stripe'),
    ...owned('IT', 'slack notion asana zapier okta onetrust'),
    ...owned('', 'airtable', 'not-ours'),
  ],
  connections: [
    flow('webflow', 'segment', ['events']),
    flow('segment', 'snowflake', ['events', 'profiles']),
    flow('hubspot', 'salesforce', ['profiles'], 'live', 'both'),
    flow('snowflake', 'hightouch', ['audiences'], 'planned'),
    flow('hightouch', 'linkedin-ads', ['audiences'], 'planned'),
    flow('hotjar', 'segment', ['events'], 'to-disconnect'),
  ],
};
