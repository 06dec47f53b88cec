import type { IntegrationKind, PricingModel } from '../../shared/domain/catalogue.ts';
import type { Integration } from '../../shared/domain/product.ts';

/** Facts of the catalogue as people read them. */

export const pricingWords: Readonly<Record<PricingModel, string>> = {
  free: 'Free',
  freemium: 'Freemium',
  payg: 'Pay as you go',
  recurring: 'Subscription',
  onetime: 'One-time payment',
  low: 'Low price',
  mid: 'Medium price',
  high: 'High price',
  poa: 'Price on request',
};

/** The models that say how one pays come first; a list row has room for one or two. */
const pricingOrder: readonly PricingModel[] = [
  'free',
  'freemium',
  'payg',
  'recurring',
  'onetime',
  'poa',
  'low',
  'mid',
  'high',
];

export function pricingText(models: readonly PricingModel[]): string {
  return pricingOrder
    .filter((model) => models.includes(model))
    .map((model) => pricingWords[model])
    .join(', ');
}

const numbers = new Intl.NumberFormat('en');

/** 12345 → "12,345". */
export function count(value: number): string {
  return numbers.format(value);
}

/** "1 product", "1,234 products". */
export function counted(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** "2026-11-22" → "22 Nov 2026"; what is no date stays as it is. */
export function dateText(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : dates.format(time);
}

/** An instant in the person's own time zone. */
export function momentText(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : moments.format(time);
}

const sizeUnits = ['bytes', 'kB', 'MB', 'GB'] as const;

/** 1536 → "1.5 kB". */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < sizeUnits.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${sizeUnits[unit]}`;
}

const licenceWords: Readonly<Record<string, string>> = {
  NOASSERTION: 'No licence recognised',
  'none stated': 'No licence stated',
};

/** An SPDX id stays as it is: it is what people look a licence up by. */
export function licenceText(licence: string): string {
  if (licence === '') return 'No licence stated';
  return (
    licenceWords[licence] ??
    licence
      .replace(/^LicenseRef-/, '')
      .replaceAll('-', licence.startsWith('LicenseRef-') ? ' ' : '-')
  );
}

/** The first characters of a commit; package versions stay whole. */
export function revisionText(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 10) : revision.replace(/^npm:/, '');
}

const factLabels: Readonly<Record<string, string>> = {
  apiDocs: 'API documentation',
  appPublisher: 'App by',
  authMode: 'Authentication',
  company: 'Company',
  connectionModes: 'Connection',
  connectorPublisher: 'Connector by',
  legalName: 'Legal name',
  mediaTypes: 'Media types',
  privacyPolicy: 'Privacy policy',
  regions: 'Regions',
  statusPage: 'Status page',
  tcfPurposes: 'Asks consent to',
  tcfWithoutConsent: 'Without consent (legitimate interest)',
  templatePublisher: 'Tag template by',
};

/** "apiDocs" → "API documentation", "maxBatchSize" → "Max batch size". */
export function factLabel(key: string): string {
  const known = factLabels[key];
  if (known !== undefined) return known;
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const factValues: Readonly<Record<string, string>> = {
  API_KEY: 'API key',
  BASIC: 'User name and password',
  OAUTH1: 'OAuth 1',
  OAUTH2: 'OAuth 2',
  OAUTH2_CC: 'OAuth 2 client credentials',
  NONE: 'None',
  TWO_STEP: 'Two steps',
  TBA: 'Token-based',
  JWT: 'JSON web token',
  MCP_OAUTH2: 'OAuth 2 (MCP)',
  MCP_OAUTH2_GENERIC: 'OAuth 2 (MCP)',
  AWS_SIGV4: 'AWS signature',
  true: 'Yes',
  false: 'No',
  cloud: 'Cloud',
  'cloud-web': 'Cloud (web)',
  'cloud-server': 'Cloud (server)',
  'cloud-mobile': 'Cloud (mobile)',
  device: 'Device',
  'device-web': 'Device (web)',
  'device-mobile': 'Device (mobile)',
  hybrid: 'Cloud and device',
  banner: 'Banner',
  video: 'Video',
  native: 'Native',
  audio: 'Audio',
};

/** Values as sources write them, in words: "API_KEY" → "API key". Addresses stay as they are. */
export function factValue(value: string): string {
  const known = factValues[value];
  if (known !== undefined) return known;
  if (!/^[A-Z][A-Z\d]*(_[A-Z\d]+)+$/.test(value)) return value;
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** https, as the only kind of address that is opened; anything else is shown as text. */
export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && new URL(value).protocol === 'https:';
}

/** "https://www.example.com/docs/a?b#c" → "example.com/docs/a". */
export function addressText(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname } = new URL(address);
  return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '');
}

export type Flow = 'out' | 'in' | 'both' | 'unknown' | 'extends' | 'extended';

/** Which way an integration goes, as seen from the product `id`. */
export function flowOf(
  {
    from,
    kind,
    direction,
  }: Pick<Integration, 'kind' | 'direction'> & { readonly from: { readonly id: string } },
  id: string,
): Flow {
  // An extension and the platform it is installed in; what flows between them is another matter.
  if (kind === 'plugin' && direction !== 'both') return from.id === id ? 'extends' : 'extended';
  if (direction === 'both') return 'both';
  if (direction === 'none') return 'unknown';
  return from.id === id ? 'out' : 'in';
}

export const flowWords: Readonly<Record<Flow, string>> = {
  out: 'Sends data there',
  in: 'Gets data from there',
  both: 'Both ways',
  unknown: 'Direction not stated',
  extends: 'Installed there',
  extended: 'Installed here',
};

/** What each kind means, for people who do not know the catalogue's words. */
export const kindMeanings: Readonly<Record<IntegrationKind, string>> = {
  events: 'What customers do is passed on as it happens.',
  audience: 'Segments or cohorts are kept in step.',
  pipeline: 'Data is copied between a tool and a store.',
  workflow: 'Steps of an automation, run on a trigger.',
  plugin: 'One product is installed inside the other.',
  tag: 'A tag in the page or app.',
  bidding: 'An adapter for buying and selling ad space.',
  channel: 'Messages are delivered by the other product.',
  native: 'The products connect directly; the sources do not say by which means.',
};

const ROW_NAME_LENGTH = 60;

/** "Zapier, n8n and Make"; names of thousands of characters are cut. */
export function inRow(names: readonly string[]): string {
  const cut = names.map((name) => name.slice(0, ROW_NAME_LENGTH));
  const last = cut.pop() ?? '';
  return cut.length === 0 ? last : `${cut.join(', ')} and ${last}`;
}

/**
 * Why a product has no homepage: "named by Zapier and Pipedream only, neither states an address".
 * @param titles  of the sources that name it
 */
export function noHomepageReason(titles: readonly string[]): string {
  if (titles.length === 0) return '';
  const [shown, more] = [titles.slice(0, 3), titles.length - 3];
  const named = inRow(more > 0 ? [...shown.slice(0, 2), `${more + 1} more`] : shown);
  const states = ['', 'which states no', 'neither states an'][titles.length] ?? 'none states an';
  return `named by ${named} only, ${states} address`;
}
