/**
 * The query language of the search box: words to search for, and terms such as `category:cdp`,
 * `pricing:freemium,free`, `integrates:"Salesforce"` or `-kind:extension` that narrow the result.
 */

export interface FieldInfo {
  readonly name: string;
  /** What the term keeps, for the help beside the search box. */
  readonly means: string;
  readonly example: string;
  /** The values it takes, where there are only so many. */
  readonly values?: readonly string[];
}

const yesNo = ['yes', 'no'] as const;

export const queryFields = [
  { name: 'category', means: 'in a category or group', example: 'category:cdp' },
  {
    name: 'pricing',
    means: 'with a pricing model',
    example: 'pricing:freemium',
    values: ['free', 'freemium', 'payg', 'recurring', 'onetime', 'low', 'mid', 'high', 'poa'],
  },
  { name: 'oss', means: 'open source or not', example: 'oss:yes', values: yesNo },
  { name: 'saas', means: 'offered as a service or not', example: 'saas:yes', values: yesNo },
  {
    name: 'integrates',
    means: 'with a documented integration with a product',
    example: 'integrates:"Salesforce"',
  },
  {
    name: 'via',
    means: 'with an integration of a kind',
    example: 'via:audience',
    values: [
      'events',
      'audience',
      'pipeline',
      'workflow',
      'plugin',
      'tag',
      'bidding',
      'channel',
      'native',
    ],
  },
  {
    name: 'tcf',
    means: 'registered as a vendor of the consent framework (IAB TCF) or not',
    example: 'tcf:yes',
    values: yesNo,
  },
  {
    name: 'has',
    means: 'where a fact is known',
    example: 'has:api',
    values: ['api', 'homepage', 'description', 'integrations', 'icon'],
  },
  {
    name: 'kind',
    means: 'products, or extensions of them',
    example: '-kind:extension',
    values: ['product', 'extension', 'plugin'],
  },
  {
    name: 'status',
    means: 'active or discontinued',
    example: 'status:active',
    values: ['active', 'discontinued'],
  },
  { name: 'source', means: 'named by a source', example: 'source:segment' },
  { name: 'vendor', means: 'made by a vendor', example: 'vendor:adobe' },
  { name: 'domain', means: 'whose domain contains', example: 'domain:.io' },
] as const satisfies readonly FieldInfo[];

export type QueryField = (typeof queryFields)[number]['name'];

export interface QueryTerm {
  readonly field: QueryField;
  /** Alternatives: the term keeps what matches any of them. */
  readonly values: readonly string[];
  readonly negated: boolean;
  /** Where it stands in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface ParsedQuery {
  /** What is searched for, without the terms. */
  readonly text: string;
  readonly terms: readonly QueryTerm[];
  /** What could not be understood, in sentences; such a term keeps everything. */
  readonly problems: readonly string[];
}

const fieldsByName: ReadonlyMap<string, FieldInfo> = new Map(
  queryFields.map((field) => [field.name, field]),
);

// A term, a quoted phrase or a word. Values: quoted, or up to the next space.
const token = /(-?)([A-Za-z]+):((?:"[^"]*"?|[^\s",]+)(?:,(?:"[^"]*"?|[^\s",]+))*)|"([^"]*)"?|\S+/g;
const valueToken = /"([^"]*)"?|[^",]+/g;

function readValues(list: string): string[] {
  return [...list.matchAll(valueToken)]
    .map(([whole, quoted]) => (quoted ?? whole).trim())
    .filter((value) => value !== '');
}

function problemOf(field: FieldInfo, values: readonly string[]): string | null {
  const wrong = values.find((value) => field.values?.includes(value.toLowerCase()) === false);
  return wrong === undefined
    ? null
    : `“${field.name}” takes ${field.values?.join(', ')}; “${wrong}” is none of them.`;
}

/**
 * Reads a query. Never fails: what is no term is searched for as text, and a term with an unknown
 * value is reported and left out. A colon inside an address ("https://…") makes no term.
 */
export function parseQuery(query: string): ParsedQuery {
  const words: string[] = [];
  const terms: QueryTerm[] = [];
  const problems: string[] = [];
  for (const match of query.matchAll(token)) {
    const [whole, minus, name, list, phrase] = match;
    const field = name === undefined ? undefined : fieldsByName.get(name.toLowerCase());
    if (!field || list === undefined) {
      words.push(phrase ?? whole);
      continue;
    }
    const values = readValues(list).map((value) => (field.values ? value.toLowerCase() : value));
    const problem = problemOf(field, values);
    if (problem) problems.push(problem);
    else if (values.length > 0) {
      const start = match.index;
      const negated = minus === '-';
      terms.push({
        field: field.name as QueryField,
        values,
        negated,
        start,
        end: start + whole.length,
      });
    }
  }
  return { text: words.join(' ').trim(), terms, problems };
}

const quoteIfNeeded = (value: string): string => (/[\s",]/.test(value) ? `"${value}"` : value);

/** The text of a term. `parseQuery(formatTerm(t))` gives the term back; quotes in values are dropped. */
export function formatTerm(term: Pick<QueryTerm, 'field' | 'values' | 'negated'>): string {
  const values = term.values.map((value) => quoteIfNeeded(value.replaceAll('"', '')));
  return `${term.negated ? '-' : ''}${term.field}:${values.join(',')}`;
}

/** What could come next for the word under the caret: fields, or the values of its field. */
export function suggestTerms(query: string, caret: number): readonly string[] {
  const before = query.slice(0, caret);
  const word = /(\S*)$/.exec(before)?.[1] ?? '';
  const bare = word.replace(/^-/, '').toLowerCase();
  const [name = '', value] = bare.split(':', 2);
  if (value === undefined) {
    if (bare.length < 2) return [];
    return queryFields.filter((field) => field.name.startsWith(bare)).map(({ name: n }) => `${n}:`);
  }
  const values = fieldsByName.get(name)?.values ?? [];
  return values.filter((each) => each.startsWith(value)).map((each) => `${name}:${each}`);
}
