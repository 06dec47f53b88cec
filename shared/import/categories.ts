import { fold } from '../search/fold.ts';

interface NamedCategory {
  readonly id: string;
  readonly name: string;
  /** What belongs in it, in a list of words. */
  readonly covers: string;
}

/** What people write for a category, and the id of ours; for what neither name nor words of it say. */
const synonyms: Readonly<Record<string, string>> = {
  'email marketing': 'email',
  'e mail': 'email',
  esp: 'email',
  analytics: 'web-product-analytics',
  'web analytics': 'web-product-analytics',
  'product analytics': 'web-product-analytics',
  bi: 'dashboards-bi',
  'business intelligence': 'dashboards-bi',
  consent: 'privacy-consent',
  cmp: 'privacy-consent',
  'consent management': 'privacy-consent',
  ipaas: 'workflow-automation',
  automation: 'workflow-automation',
  etl: 'data-integration',
  'reverse etl': 'data-integration',
  warehouse: 'data-warehouse',
  'data lake': 'data-warehouse',
  dam: 'dam-pim',
  pim: 'dam-pim',
  dmp: 'dmp-audience',
  'tag manager': 'tag-management',
  tms: 'tag-management',
  'a b testing': 'personalization-testing',
  'ab testing': 'personalization-testing',
  personalisation: 'personalization-testing',
  'web content management': 'cms',
  'e commerce': 'ecommerce-platform',
  ecommerce: 'ecommerce-platform',
  shop: 'ecommerce-platform',
  payments: 'payments-billing',
  chat: 'conversational',
  chatbot: 'conversational',
  helpdesk: 'customer-service',
  support: 'customer-service',
  'social media marketing': 'social-media',
  erp: 'finance-erp',
  hr: 'people-talent',
  sso: 'identity-security',
  ai: 'ai-platforms',
};

/**
 * The category that a word of a file means, or null: by id, by name, by a synonym, then by a name or
 * a list of contents that has all its words.
 */
export function categoryFor(text: string, categories: readonly NamedCategory[]): string | null {
  const folded = fold(text);
  if (folded === '') return null;
  const known = new Set(categories.map(({ id }) => id));
  const exact = categories.find(({ id, name }) => fold(id) === folded || fold(name) === folded);
  if (exact) return exact.id;
  const synonym = synonyms[folded];
  if (synonym !== undefined && known.has(synonym)) return synonym;
  const words = folded.split(' ');
  const has = (where: string): boolean => {
    const there = new Set(fold(where).split(' '));
    return words.every((word) => there.has(word));
  };
  const byName = categories.filter(({ name }) => has(name));
  if (byName.length === 1) return byName[0]!.id;
  const byContent = categories.filter(({ covers }) => has(covers));
  return byContent.length === 1 ? byContent[0]!.id : null;
}
