import { flow, owned, type StarterStack } from './starter.ts';

export const publisher: StarterStack = {
  id: 'publisher',
  title: 'Publisher',
  about: 'A news or magazine house that lives on advertising and on subscriptions.',
  templateId: 'layer-cake',
  products: [
    ...owned('Newsroom', 'wordpress arc-xp chartbeat parse-ly brightcove youtube'),
    ...owned(
      'Advertising',
      `google-ad-manager prebid index-exchange magnite pubmatic taboola doubleverify
       integral-ad-science`,
    ),
    ...owned('Advertising', 'outbrain', 'to-retire'),
    ...owned('Audience', 'piano sailthru onesignal disqus permutive sprout-social'),
    ...owned('Audience', 'blueconic', 'candidate'),
    ...owned('Subscriptions', 'zuora stripe zendesk'),
    ...owned(
      'Data',
      'google-tag-manager google-analytics comscore bigquery looker-studio fivetran',
    ),
    ...owned('Data', 'liveramp', 'planned'),
    ...owned('Legal', 'sourcepoint'),
    ...owned('IT', 'slack google-workspace cloudinary auth0'),
    ...owned('', 'canva', 'not-ours'),
  ],
  connections: [
    flow('sourcepoint', 'google-ad-manager', ['consent']),
    flow('wordpress', 'chartbeat', ['events']),
    flow('permutive', 'google-ad-manager', ['audiences']),
    flow('piano', 'sailthru', ['profiles']),
    flow('google-analytics', 'bigquery', ['events']),
    flow('wordpress', 'outbrain', ['content'], 'to-disconnect'),
    flow('permutive', 'liveramp', ['audiences'], 'planned'),
  ],
};
