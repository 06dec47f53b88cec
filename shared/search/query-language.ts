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
  /** Takes a whole number from 1 to 999. */
  readonly isNumber?: boolean;
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
    name: 'confidence',
    means: 'with an integration that is at least so sure',
    example: 'confidence:confirmed',
    values: ['confirmed', 'documented', 'reported', 'yours'],
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
  { name: 'like', means: 'that could take the place of a product', example: 'like:hubspot' },
  {
    name: 'fits',
    means: 'integrating with at least so many products of your stack',
    example: 'fits:3',
    isNumber: true,
  },
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
  if (field.isNumber) {
    const odd = values.find((value) => !/^0*[1-9]\d{0,2}$/.test(value));
    return odd === undefined
      ? null
      : `“${field.name}” takes a number from 1 to 999; “${odd}” is none.`;
  }
  const wrong = values.find((value) => field.values?.includes(value.toLowerCase()) === false);
  return wrong === undefined
    ? null
    : `“${field.name}” takes ${field.values?.join(', ')}; “${wrong}” is none of them.`;
}

/** Whether a term has its field but no value yet: nobody searches for the word “category:”. */
function isBegun(word: string): boolean {
  const name = /^-?([A-Za-z]+):$/.exec(word)?.[1];
  return name !== undefined && fieldsByName.has(name.toLowerCase());
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
      if (isBegun(whole)) continue;
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

/** The query without what stands from `start` to `end`, and without the space that is then too many. */
export function withoutTerm(
  query: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

/** The query with a term at its end, unless it is in there already. */
export function withTerm(
  query: string,
  term: Pick<QueryTerm, 'field' | 'values' | 'negated'>,
): string {
  const text = formatTerm(term);
  const isThere = parseQuery(query).terms.some((each) => formatTerm(each) === text);
  return isThere ? query : `${query.trimEnd()} ${text}`.trim();
}

/** The term that the caret is at the end of, as far as it is typed. */
export interface TypedTerm {
  /** Where it begins in the query; it ends at the caret. */
  readonly start: number;
  readonly negated: boolean;
  /** Of a field that exists, else what is typed of its name. */
  readonly field: FieldInfo | null;
  /** What is typed of the name or, once there is a field, of the last value. */
  readonly typed: string;
  /** Values before the one being typed. */
  readonly before: readonly string[];
}

/** Reads what is being typed just before the caret; null between words. */
export function typedTerm(query: string, caret: number): TypedTerm | null {
  const text = query.slice(0, caret);
  // A comma belongs to a term only once a value follows it, but it announces one.
  const bare = text.endsWith(',') ? text.slice(0, -1) : text;
  const match = [...bare.matchAll(token)].at(-1);
  if (!match || match.index + match[0].length !== bare.length) return null;
  const whole = match[0] + text.slice(bare.length);
  const named = /^(-?)([A-Za-z]+):(.*)$/s.exec(whole);
  const field = named ? (fieldsByName.get(named[2]!.toLowerCase()) ?? null) : null;
  if (!named || !field) {
    const [, minus = '', name = ''] = /^(-?)(.*)$/s.exec(whole) ?? [];
    return { start: match.index, negated: minus === '-', field: null, typed: name, before: [] };
  }
  const list = named[3]!;
  const isClosed = /"[^"]*"$/.test(list) && (list.match(/"/g)?.length ?? 0) % 2 === 0;
  if (isClosed) return null;
  const values = readValues(list);
  const typed = list === '' || list.endsWith(',') ? '' : (values.at(-1) ?? '');
  const before = typed === '' ? values : values.slice(0, -1);
  return { start: match.index, negated: named[1] === '-', field, typed, before };
}
