import type { z } from 'zod';
import type { insightCalls } from './contract.ts';
import type { Brief, BriefLine, EvidencePage } from './brief.ts';
import { roleOf } from './data-roles.ts';
import { listed } from './health-words.ts';
import { bands } from './replaceability.ts';

type Answer<C extends keyof typeof insightCalls> = z.output<(typeof insightCalls)[C]['output']>;

/** Everything that a brief is made of: the answers about one stack, and the words of the taxonomy. */
export interface BriefFacts {
  readonly stackName: string;
  readonly health: Answer<'insights:health'>;
  readonly matrix: Answer<'insights:matrix'>;
  readonly hubs: Answer<'insights:hubs'>;
  readonly replacing: Answer<'insights:replaceability'>;
  readonly exit: Answer<'insights:exit'>;
  readonly truth: Answer<'insights:truth'>;
  readonly smallest: Answer<'insights:smallest'>;
  readonly coverage: Answer<'insights:coverage'>;
  readonly categoryName: (id: string) => string;
  readonly groupName: (id: string) => string;
  /** Date of the catalogue's facts, as the catalogue states it; empty where it states none. */
  readonly factsDate: string;
}

/** As many as a page holds. */
const MOST_FINDINGS = 8;
const MOST_PRODUCTS = 4;
const MOST_ITEMS = 40;

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

interface Figure {
  readonly text: string;
  readonly evidence: number;
}

/** A line of words and figures. */
function say(words: TemplateStringsArray, ...values: (string | number | Figure)[]): BriefLine {
  const line: { text: string; evidence: number | null }[] = [];
  const add = (text: string, evidence: number | null): void => {
    const last = line.at(-1);
    if (text === '') return;
    if (evidence === null && last?.evidence === null) last.text += text;
    else line.push({ text, evidence });
  };
  words.forEach((text, at) => {
    add(text, null);
    const value = values[at];
    if (value === undefined) return;
    if (typeof value === 'object') add(value.text, value.evidence);
    else add(String(value), null);
  });
  return line;
}

/** Collects what the figures rest on, each under a number. */
function createEvidence() {
  const list: Brief['evidence'] = [];
  return {
    list,
    figure(
      text: string | number,
      page: EvidencePage,
      title: string,
      items: readonly string[],
      /** How many there are, where not all of them were written out. */
      total = items.length,
    ): Figure {
      const shown = items.slice(0, MOST_ITEMS);
      list.push({ title, page, items: shown, more: total - shown.length });
      return { text: String(text), evidence: list.length };
    },
  };
}
type Evidence = ReturnType<typeof createEvidence>;

function findingLines({ health }: BriefFacts, { figure }: Evidence): BriefLine[] {
  const names = new Map(health.products.map(({ id, name }) => [id, name]));
  const { findings, accepted } = health;
  const shown = findings.slice(0, MOST_FINDINGS);
  const lines = shown.map(({ severity, title, detail, products }) => {
    const concerned = products.map((id) => names.get(id) ?? id);
    const word = severity.charAt(0).toUpperCase() + severity.slice(1);
    return say`${figure(word, 'health', title, [
      detail,
      ...(concerned.length > 0 ? [`Products: ${concerned.join(', ')}`] : []),
    ])}: ${title}`;
  });
  const rest = findings.slice(MOST_FINDINGS);
  if (rest.length > 0) {
    const more = figure(
      rest.length,
      'health',
      'Further findings',
      rest.map(({ title }) => title),
    );
    lines.push(say`And ${more} further ${rest.length === 1 ? 'finding' : 'findings'}.`);
  }
  if (findings.length === 0) lines.push(say`None of the rules found anything.`);
  if (accepted.length > 0) {
    const borne = figure(
      accepted.length,
      'health',
      'Accepted findings',
      accepted.map(({ title, acceptance }) => `${title} Reason: ${acceptance.reason}`),
    );
    lines.push(say`${borne} accepted, with a reason each.`);
  }
  return lines;
}

/** The first pairs that are not among those known; a large stack has millions. */
function firstOpen(size: number, known: readonly { a: number; b: number }[]): [number, number][] {
  const keys = new Set(known.map(({ a, b }) => a * size + b));
  const open: [number, number][] = [];
  for (let a = 0; a < size && open.length < MOST_ITEMS; a++) {
    for (let b = a + 1; b < size && open.length < MOST_ITEMS; b++) {
      if (!keys.has(a * size + b)) open.push([a, b]);
    }
  }
  return open;
}

function connectionLines({ matrix, replacing }: BriefFacts, { figure }: Evidence): BriefLine[] {
  const { products, pairs } = matrix;
  const name = (place: number): string => products[place]?.name ?? '';
  const all = (products.length * (products.length - 1)) / 2;
  const of = (relation: string) => pairs.filter((pair) => pair.relation === relation);
  const direct = of('direct');
  const through = of('through');
  const cuts = replacing.list.filter(({ pieces }) => pieces.length > 1);
  const directFigure = figure(
    direct.length,
    'matrix',
    'Pairs connected directly',
    direct.slice(0, MOST_ITEMS).map(({ a, b, kinds, isDrawn }) => {
      const how = [...kinds, ...(isDrawn ? ['drawn'] : [])].join(', ');
      return `${name(a)} – ${name(b)} (${how})`;
    }),
    direct.length,
  );
  const throughFigure = figure(
    through.length,
    'matrix',
    'Pairs connected through one product of the stack',
    through
      .slice(0, MOST_ITEMS)
      .map(({ a, b, via }) => `${name(a)} – ${name(b)} through ${name(via[0] ?? -1)}`),
    through.length,
  );
  const openCount = all - direct.length - through.length;
  const openFigure = figure(
    openCount,
    'matrix',
    'Pairs with neither documented',
    firstOpen(products.length, [...direct, ...through]).map(([a, b]) => `${name(a)} – ${name(b)}`),
    openCount,
  );
  const nameOf = (place: number): string => replacing.products[place]?.name ?? '';
  const failing = () =>
    figure(
      listed(cuts.map(({ product }) => nameOf(product))),
      'replace',
      'Single points of failure',
      cuts.map(
        ({ product, lostPairs, pairs: connected }) =>
          `${nameOf(product)}: ${lostPairs} of ${connected} connected pairs hang on it alone`,
      ),
    );
  return [
    say`Of ${counted(all, 'pair', 'pairs')} of products, ${directFigure} are connected directly and ${throughFigure} through one product of the stack; for ${openFigure} neither is documented.`,
    cuts.length === 0
      ? say`No product is a single point of failure.`
      : say`Single points of failure: ${failing()}. Without any of them, products that are connected now no longer are.`,
  ];
}

function hubLines({ hubs }: BriefFacts, { figure }: Evidence): BriefLine[] {
  const [best] = hubs.best;
  if (!best) return [];
  const name = (place: number): string => hubs.products[place]?.name ?? '';
  const members = (hub: typeof best): string =>
    `${hub.product.name} integrates with ${hub.members.map(name).join(', ')}`;
  const connects = figure(best.connects, 'hubs', 'What the best hub integrates with', [
    members(best),
  ]);
  const lines = [
    say`${best.product.name} would connect the most pairs that are not connected: ${connects} of ${hubs.open}.`,
  ];
  const { pair } = hubs;
  if (pair && pair.connects > best.connects) {
    const names = listed(pair.hubs.map(({ product }) => product.name));
    const both = figure(
      pair.connects,
      'hubs',
      'What the best two hubs integrate with',
      pair.hubs.map(members),
    );
    lines.push(
      say`${names} together would connect ${both}${pair.isExact ? ', the most that any two can' : ''}.`,
    );
  }
  return lines;
}

function dataLines({ truth }: BriefFacts, { figure }: Evidence): BriefLine[] {
  const name = (place: number): string => truth.products[place]?.name ?? '';
  const label = (kind: (typeof truth.kinds)[number]['kind']): string =>
    roleOf[kind].label.toLowerCase();
  const single = truth.kinds.filter(({ masters }) => masters.length === 1);
  const several = truth.kinds.filter(({ masters }) => masters.length > 1);
  const lines: BriefLine[] = [];
  if (single.length > 0) {
    const figures = figure(
      listed(
        single.map(({ kind, masters }) => `${label(kind)} (${name(masters[0]!)})`),
        7,
      ),
      'truth',
      'Kinds of data with one source of truth',
      single.map(
        ({ kind, masters, readers }) =>
          `${roleOf[kind].label}: ${name(masters[0]!)}; read by ${listed(readers.map(name), 8) || 'nobody'}`,
      ),
    );
    lines.push(say`One source of truth for ${figures}.`);
  }
  if (several.length > 0) {
    const figures = figure(
      listed(
        several.map(({ kind }) => label(kind)),
        7,
      ),
      'truth',
      'Kinds of data with several possible sources of truth',
      several.map(({ kind, masters }) => `${roleOf[kind].label}: ${masters.map(name).join(', ')}`),
    );
    lines.push(say`Several products could be the source of truth for ${figures}.`);
  }
  const lacking = truth.holders.filter(({ hasAgreement }) => hasAgreement !== true);
  if (lacking.length > 0) {
    const figures = figure(
      lacking.length,
      'truth',
      'Personal data without a signed agreement on processing',
      lacking.map(
        ({ place, hasAgreement }) =>
          `${name(place)}: ${hasAgreement === false ? 'none' : 'not entered'}`,
      ),
    );
    lines.push(
      say`Of ${truth.holders.length} products that hold personal data, ${figures} have no agreement on processing entered as signed.`,
    );
  }
  return lines;
}

function changeLines(facts: BriefFacts, { figure }: Evidence): BriefLine[] {
  const { replacing, exit, smallest } = facts;
  const { list, products } = replacing;
  const labels = new Map<string, string>(bands.map(({ id, label }) => [id, label.toLowerCase()]));
  const name = (place: number): string => products[place]?.name ?? '';
  const lines = list
    .filter(({ index }) => index > 0)
    .slice(0, MOST_PRODUCTS)
    .map(({ product, index, band, connections, rivals }) => {
      const [best] = rivals;
      const known = figure(index, 'replace', `What ${name(product)} is connected with`, [
        ...connections.map(name),
        ...rivals.map((rival) => `${rival.product.name} would keep ${rival.kept.length}`),
      ]);
      const keeps = best
        ? ` The closest alternative, ${best.product.name}, is documented to keep ${best.kept.length} of ${counted(connections.length, 'connection', 'connections')}.`
        : ' The catalogue has no alternative of its main category.';
      return say`${name(product)}: ${known} of 100 from easy to hard to replace (${labels.get(band) ?? band}).${keeps}`;
    });
  const [worst] = exit.list;
  const starved = worst?.starved.flatMap((each) => each.products) ?? [];
  if (worst && starved.length > 0) {
    const exitName = (place: number): string => exit.products[place]?.name ?? '';
    const left = figure(
      new Set(starved).size,
      'exit',
      `Left without data if ${exitName(worst.product)} vanished`,
      worst.starved.map(
        ({ kind, products: users }) => `${roleOf[kind].label}: ${users.map(exitName).join(', ')}`,
      ),
    );
    lines.push(
      say`If ${exitName(worst.product)} vanished, ${left} ${new Set(starved).size === 1 ? 'product' : 'products'} would get data they use from nowhere else.`,
    );
  }
  if (smallest.cuts.length > 0) {
    const small = (place: number): string => smallest.products[place]?.name ?? '';
    const enough = figure(
      smallest.kept.length,
      'smallest',
      'Products that cover what is required',
      smallest.kept.map(small),
    );
    lines.push(
      say`${enough} of ${smallest.products.length} products cover ${smallest.missing.length === 0 ? 'all ' : ''}${smallest.required.length - smallest.missing.length} required categories${smallest.isExact ? '; no fewer do' : ''}.`,
    );
  }
  return lines;
}

function coverageLines(facts: BriefFacts, { figure }: Evidence): BriefLine[] {
  const { coverage, categoryName, groupName } = facts;
  const name = (place: number): string => coverage.products[place]?.name ?? '';
  const groups = [...new Set(coverage.categories.map(({ groupId }) => groupId))];
  return groups.map((group) => {
    const own = coverage.categories.filter(({ groupId }) => groupId === group);
    const covered = own.filter(({ state }) => state === 'have' || state === 'overlap');
    const several = own.filter(({ state }) => state === 'overlap');
    const names = several.map(({ categoryId }) => categoryName(categoryId));
    const figures = figure(
      covered.length,
      'coverage',
      `Covered in ${groupName(group)}`,
      covered.map(
        ({ categoryId, primary }) => `${categoryName(categoryId)}: ${primary.map(name).join(', ')}`,
      ),
    );
    return say`${groupName(group)}: ${figures} of ${counted(own.length, 'category', 'categories')} covered${names.length > 0 ? `, several products for ${listed(names)}` : ''}.`;
  });
}

/**
 * A page about a stack, made of its findings alone: every figure names what it rests on. Sections
 * with nothing to say are left out.
 */
export function composeBrief(facts: BriefFacts): Brief {
  const { stackName, health, factsDate } = facts;
  const evidence = createEvidence();
  const sections = [
    { title: 'Findings', lines: findingLines(facts, evidence) },
    { title: 'Connections', lines: connectionLines(facts, evidence) },
    { title: 'Hubs to consider', lines: hubLines(facts, evidence) },
    { title: 'Data', lines: dataLines(facts, evidence) },
    { title: 'Change', lines: changeLines(facts, evidence) },
    { title: 'Coverage', lines: coverageLines(facts, evidence) },
    {
      title: 'What this rests on',
      lines: [
        say`Integrations that open sources document${factsDate ? `, as of ${factsDate}` : ''}, and what was said and drawn on the stack. Kinds of data are inferred unless they were stated. That no integration is documented is no proof that there is none.`,
      ],
    },
  ].filter(({ lines }) => lines.length > 0);
  return {
    title: stackName,
    intro: say`${counted(health.products.length, 'product', 'products')}, ${counted(health.findings.length, 'finding', 'findings')}.`,
    sections,
    evidence: evidence.list,
  };
}
