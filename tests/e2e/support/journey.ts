/** Products that a room calls out one after the other. */
export const calledOut = [
  'HubSpot',
  'Salesforce',
  'Segment',
  'Snowflake',
  'Shopify',
  'Google Analytics',
  'Mailchimp',
  'Zapier',
  'Slack',
  'Stripe',
  'WordPress',
  'Klaviyo',
  'Braze',
  'Amplitude',
  'Hootsuite',
  'Zendesk',
  'Intercom',
  'Typeform',
  'Calendly',
  'Canva',
  'Figma',
  'OneTrust',
] as const;

/** Products of a list that somebody brought along. */
export const broughtAlong = [
  'Mixpanel',
  'BigQuery',
  'Fivetran',
  'Hightouch',
  'Tableau',
  'Marketo',
  'Pardot',
  'Optimizely',
  'Contentful',
  'Webflow',
  'Google Ads',
  'LinkedIn Ads',
  'Criteo',
  'Twilio',
  'SendGrid',
  'Asana',
  'Notion',
] as const;

/** A tool that no catalogue has. */
export const ownTool = 'Quibblezorp Ledgers';
