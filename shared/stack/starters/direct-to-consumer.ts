import { flow, owned, type StarterStack } from './starter.ts';

export const directToConsumer: StarterStack = {
  id: 'direct-to-consumer',
  title: 'Direct-to-consumer shop',
  about: 'A brand that sells from its own shop, found through social media and kept by mail.',
  templateId: 'customer-journey',
  products: [
    ...owned(
      'Growth',
      `meta-ads google-ads tiktok-ads pinterest-ads criteo triple-whale aspire impact-com`,
    ),
    ...owned('Growth', 'northbeam', 'candidate'),
    ...owned('Ecommerce', 'shopify recharge klarna paypal searchspring shipstation vwo'),
    ...owned('Ecommerce', 'nosto', 'planned'),
    ...owned('Retention', 'klaviyo attentive okendo'),
    ...owned('Retention', 'mailchimp', 'to-retire'),
    ...owned('Brand', 'canva sprout-social cloudinary youtube'),
    ...owned('Service', 'gorgias'),
    ...owned('Data', 'google-analytics google-tag-manager bigquery looker-studio cookiebot'),
    ...owned('Data', 'segment', 'candidate'),
    ...owned('Finance', 'stripe xero'),
    ...owned('Operations', 'slack zapier google-workspace'),
  ],
  connections: [
    flow('shopify', 'klaviyo', ['orders', 'profiles']),
    flow('shopify', 'gorgias', ['orders', 'profiles']),
    flow('google-tag-manager', 'google-analytics', ['events', 'consent']),
    flow('klaviyo', 'meta-ads', ['audiences']),
    flow('meta-ads', 'triple-whale', ['costs']),
    flow('shopify', 'mailchimp', ['profiles'], 'to-disconnect'),
    flow('shopify', 'nosto', ['orders', 'events'], 'planned'),
  ],
};
