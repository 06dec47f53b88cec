import { dataKinds, type DataKind } from '../stack/vocabulary.ts';

/** What categories of products have to do with one kind of data. */
export interface DataRole {
  readonly kind: DataKind;
  readonly label: string;
  /** Main categories in which data of this kind comes into being. */
  readonly records: readonly string[];
  /** Those of them, or beside them, that are made to be the source of truth for it. */
  readonly masters: readonly string[];
  /** Main categories that need it for their work. */
  readonly uses: readonly string[];
  /**
   * Whether two writers can contradict each other. Records of one person or one order can; events,
   * costs and pieces of content add up.
   */
  readonly canContradict: boolean;
  /** Whether it is usually about a person who could be told apart. */
  readonly isPersonal: boolean;
  readonly why: string;
}

const advertising = [
  'display-programmatic',
  'search-social-ads',
  'native-content-ads',
  'video-ads',
  'mobile-ads',
];
const addressing = ['email', 'marketing-automation', 'messaging-push', 'personalization-testing'];

/**
 * Who records and who uses each kind of data: rules of this application, by main category. They say
 * what products of a category are made for, not what one product has been set up to do.
 */
export const dataRoles: readonly DataRole[] = [
  {
    kind: 'events',
    label: 'Events',
    records: [
      'web-product-analytics',
      'tag-management',
      'cdp',
      'mobile-apps',
      'email',
      'marketing-automation',
      'messaging-push',
      'personalization-testing',
      'conversational',
      'call-analytics',
      'interactive-forms',
      'events-webinars',
      'video-audio',
    ],
    masters: ['cdp', 'web-product-analytics'],
    uses: [
      'cdp',
      'tag-management',
      'web-product-analytics',
      'attribution-measurement',
      'data-science',
      'crm',
      'ad-verification',
      ...addressing,
      ...advertising,
    ],
    canContradict: false,
    isPersonal: true,
    why: 'What people do on sites, in apps and with messages is seen where it happens, and used to measure and to react.',
  },
  {
    kind: 'profiles',
    label: 'Profiles',
    records: [
      'crm',
      'cdp',
      'customer-service',
      'loyalty-referral',
      'ecommerce-platform',
      'fundraising',
      'interactive-forms',
      'events-webinars',
      'identity-security',
      'dmp-audience',
    ],
    masters: ['crm', 'cdp'],
    uses: [
      'crm',
      'cdp',
      'customer-service',
      'conversational',
      'sales-enablement',
      'abm',
      'loyalty-referral',
      'data-science',
      'call-analytics',
      'dmp-audience',
      ...addressing,
    ],
    canContradict: true,
    isPersonal: true,
    why: 'Who somebody is, is entered where people sign up, buy or ask; everything that addresses them needs it.',
  },
  {
    kind: 'consent',
    label: 'Consent',
    records: ['privacy-consent'],
    masters: ['privacy-consent'],
    uses: [
      'tag-management',
      'web-product-analytics',
      'cdp',
      'dmp-audience',
      ...addressing,
      ...advertising,
    ],
    canContradict: true,
    isPersonal: true,
    why: 'What people agreed to is asked in one place and has to be known wherever they are tracked or addressed.',
  },
  {
    kind: 'audiences',
    label: 'Audiences',
    records: ['cdp', 'dmp-audience', 'data-science', 'marketing-automation', 'abm'],
    masters: ['cdp', 'dmp-audience'],
    uses: [...advertising, ...addressing, 'social-media', 'abm', 'dmp-audience'],
    canContradict: false,
    isPersonal: true,
    why: 'Groups of people are put together from profiles and events, and used wherever people are addressed.',
  },
  {
    kind: 'orders',
    label: 'Orders',
    records: ['ecommerce-platform', 'payments-billing', 'channel-local', 'fundraising'],
    masters: ['ecommerce-platform', 'finance-erp'],
    uses: [
      'finance-erp',
      'payments-billing',
      'ecommerce-marketing',
      'crm',
      'cdp',
      'email',
      'marketing-automation',
      'customer-service',
      'loyalty-referral',
      'affiliate',
      'attribution-measurement',
      'web-product-analytics',
      'data-science',
    ],
    canContradict: true,
    isPersonal: true,
    why: 'Sales are made in the shop and at the till; accounts, service and marketing work with them.',
  },
  {
    kind: 'content',
    label: 'Content',
    records: ['cms', 'dam-pim', 'content-marketing', 'video-audio', 'community-reviews'],
    masters: ['cms', 'dam-pim'],
    uses: [
      'cms',
      'email',
      'marketing-automation',
      'social-media',
      'localization',
      'ecommerce-platform',
      'ecommerce-marketing',
      'mobile-apps',
      'native-content-ads',
      'personalization-testing',
      'sales-enablement',
      'seo',
      'pr',
    ],
    canContradict: false,
    isPersonal: false,
    why: 'Texts, pictures and product data are written once and shown in many places.',
  },
  {
    kind: 'costs',
    label: 'Costs',
    records: [...advertising, 'affiliate', 'influencer', 'finance-erp'],
    masters: ['finance-erp'],
    uses: ['attribution-measurement', 'finance-erp'],
    canContradict: false,
    isPersonal: false,
    why: 'What marketing costs is known where it is spent and where it is booked; return can only be computed where both arrive.',
  },
];

export const roleOf: Readonly<Record<DataKind, DataRole>> = Object.fromEntries(
  dataRoles.map((role) => [role.kind, role]),
) as Record<DataKind, DataRole>;

/** Main categories that take in any kind and pass on what has come in. */
export const passingCategories: readonly string[] = [
  'data-warehouse',
  'data-integration',
  'workflow-automation',
];

/** Main categories that take in any kind and show it. */
export const showingCategories: readonly string[] = ['dashboards-bi'];

/** Kinds of data as the bits of a number, in the order of `dataKinds`. */
export type KindMask = number;
export const allKinds: KindMask = (1 << dataKinds.length) - 1;
export const maskOf = (kinds: readonly DataKind[]): KindMask =>
  kinds.reduce((mask, kind) => mask | (1 << dataKinds.indexOf(kind)), 0);
export const kindsIn = (mask: KindMask): DataKind[] =>
  dataKinds.filter((_, at) => (mask & (1 << at)) !== 0);

const byCategory = (list: 'records' | 'uses' | 'masters'): ReadonlyMap<string, KindMask> => {
  const masks = new Map<string, KindMask>();
  for (const role of dataRoles) {
    for (const category of role[list]) {
      masks.set(category, (masks.get(category) ?? 0) | maskOf([role.kind]));
    }
  }
  return masks;
};
const records = byCategory('records');
const uses = byCategory('uses');
const masters = byCategory('masters');

/** Kinds that products of a main category record. */
export const recordedBy = (categoryId: string): KindMask => records.get(categoryId) ?? 0;
/** Kinds that products of a main category need. */
export const usedBy = (categoryId: string): KindMask => uses.get(categoryId) ?? 0;
/** Kinds that products of a main category are made to be the source of truth for. */
export const masteredBy = (categoryId: string): KindMask => masters.get(categoryId) ?? 0;

export const personalKinds: KindMask = maskOf(
  dataRoles.filter(({ isPersonal }) => isPersonal).map(({ kind }) => kind),
);
