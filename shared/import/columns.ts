import { fold } from '../search/fold.ts';

export const importKinds = ['products', 'integrations'] as const;
export type ImportKind = (typeof importKinds)[number];

export const productFields = [
  'name',
  'homepage',
  'vendor',
  'category',
  'description',
  'pricing',
  'aliases',
  'tags',
  'note',
] as const;
export const integrationFields = ['from', 'to', 'kind', 'direction', 'note', 'url'] as const;
export type ProductField = (typeof productFields)[number];
export type IntegrationField = (typeof integrationFields)[number];
export type ImportField = ProductField | IntegrationField;

export const fieldLabels: Readonly<Record<ImportField, string>> = {
  name: 'Name',
  homepage: 'Homepage',
  vendor: 'Vendor',
  category: 'Category',
  description: 'Description',
  pricing: 'Pricing',
  aliases: 'Other names',
  tags: 'Tags',
  note: 'Note',
  from: 'From',
  to: 'To',
  kind: 'Kind',
  direction: 'Direction',
  url: 'Address',
};

export const fieldsOf = (kind: ImportKind): readonly ImportField[] =>
  kind === 'products' ? productFields : integrationFields;

/** Without these nothing can be made of a row. */
export const requiredOf = (kind: ImportKind): readonly ImportField[] =>
  kind === 'products' ? ['name'] : ['from', 'to'];

/** What columns are called for each field, the likeliest first; folded, in the languages of our users. */
const heads: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    ...['name', 'product', 'product name', 'application name', 'application', 'app', 'tool'],
    ...[
      'software',
      'solution',
      'label',
      'title',
      'produkt',
      'produit',
      'producto',
      'nom',
      'nombre',
    ],
  ],
  homepage: ['homepage', 'website', 'url', 'domain', 'web', 'site', 'link', 'webseite', 'site web'],
  vendor: ['vendor', 'company', 'manufacturer', 'maker', 'supplier', 'publisher', 'hersteller'],
  category: ['category', 'categories', 'type', 'capability', 'kategorie', 'categorie', 'categoria'],
  description: ['description', 'summary', 'about', 'beschreibung', 'descripcion'],
  pricing: ['pricing', 'price model', 'pricing model', 'license model', 'licence model'],
  aliases: ['aliases', 'alias', 'other names', 'also known as', 'aka', 'synonyms'],
  tags: ['tags', 'tag', 'labels', 'keywords'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'notiz', 'remarque'],
  from: ['from', 'source', 'source product', 'from product', 'product a', 'a', 'von', 'de'],
  to: [
    'to',
    'target',
    'destination',
    'target product',
    'to product',
    'product b',
    'b',
    'nach',
    'a',
  ],
  kind: ['kind', 'type', 'integration type', 'method', 'art'],
  direction: ['direction', 'flow', 'richtung', 'sens'],
  url: ['url', 'link', 'evidence', 'documentation', 'docs', 'address'],
};

/** Which column holds which field. */
export type Mapping = Readonly<Partial<Record<ImportField, number>>>;

/** The likeliest mapping; a column serves one field. Whole heads go before words of them. */
export function guessMapping(header: readonly string[], kind: ImportKind): Mapping {
  const folded = header.map(fold);
  const taken = new Set<number>();
  const mapping: Partial<Record<ImportField, number>> = {};
  const claim = (field: ImportField, fits: (head: string, wanted: string) => boolean): void => {
    if (mapping[field] !== undefined) return;
    for (const wanted of heads[field]) {
      const column = folded.findIndex((head, index) => !taken.has(index) && fits(head, wanted));
      if (column < 0) continue;
      mapping[field] = column;
      taken.add(column);
      return;
    }
  };
  for (const field of fieldsOf(kind)) claim(field, (head, wanted) => head === wanted);
  for (const field of fieldsOf(kind)) {
    claim(field, (head, wanted) => wanted.length > 2 && head.split(' ').includes(wanted));
  }
  // A table of one column without a name is a list of names.
  if (kind === 'products' && mapping.name === undefined && header.length === 1) mapping.name = 0;
  return mapping;
}

/** Whether a table has two columns for the ends of integrations. */
export function guessKind(header: readonly string[]): ImportKind {
  const { from, to } = guessMapping(header, 'integrations');
  if (from === undefined || to === undefined) return 'products';
  return guessMapping(header, 'products').name === undefined ? 'integrations' : 'products';
}
