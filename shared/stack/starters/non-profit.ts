import { flow, owned, type StarterStack } from './starter.ts';

export const nonProfit: StarterStack = {
  id: 'non-profit',
  title: 'Non-profit',
  about: 'A charity with members, donors and volunteers, and a small team.',
  templateId: 'taxonomy',
  products: [
    ...owned('Fundraising', 'salesforce fundraise-up classy stripe paypal'),
    ...owned('Fundraising', 'donorbox', 'to-retire'),
    ...owned('Fundraising', 'raiser-s-edge-nxt', 'candidate'),
    ...owned('Campaigns', 'action-network mailchimp google-ads meta-ads buffer canva twilio'),
    ...owned('Campaigns', 'eventbrite surveymonkey youtube zoom'),
    ...owned('Digital', 'wordpress google-analytics google-tag-manager looker-studio cookiebot'),
    ...owned('Digital', 'matomo', 'planned'),
    ...owned('Office', 'microsoft-365 trello xero zapier'),
    ...owned('', 'airtable', 'not-ours'),
  ],
  connections: [
    flow('fundraise-up', 'salesforce', ['profiles', 'orders']),
    flow('action-network', 'salesforce', ['profiles'], 'broken'),
    flow('wordpress', 'google-tag-manager', ['events', 'consent']),
    flow('donorbox', 'salesforce', ['orders'], 'to-disconnect'),
    flow('google-tag-manager', 'matomo', ['events', 'consent'], 'planned'),
  ],
};
