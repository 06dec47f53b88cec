import type { z } from 'zod';
import { markdownText } from '../exchange/write-markdown.ts';
import type { insightCalls } from './contract.ts';
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
  readonly coverage: Answer<'insights:coverage'>;
  readonly categoryName: (id: string) => string;
  readonly groupName: (id: string) => string;
  /** Date of the catalogue's facts, as the catalogue states it; empty where it states none. */
  readonly factsDate: string;
}

export interface Brief {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

const MOST_FINDINGS = 12;
const MOST_PRODUCTS = 5;

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

function connectionLines({ matrix, replacing }: BriefFacts): string[] {
  const { products, pairs } = matrix;
  const all = (products.length * (products.length - 1)) / 2;
  const count = (relation: string): number =>
    pairs.filter((pair) => pair.relation === relation).length;
  const cuts = replacing.list.filter(({ pieces }) => pieces.length > 1);
  const nameOf = (place: number): string => replacing.products[place]?.name ?? '';
  return [
    `Of ${counted(all, 'pair', 'pairs')} of products, ${count('direct')} are connected directly and ${count('through')} through one product of the stack; for ${all - count('direct') - count('through')} neither is documented.`,
    cuts.length === 0
      ? 'No product is a single point of failure.'
      : `Single points of failure: ${listed(cuts.map(({ product }) => nameOf(product)))}. Without any of them, products that are connected now no longer are.`,
  ];
}

function hubLines({ hubs }: BriefFacts): string[] {
  const [best] = hubs.best;
  if (!best) return [];
  const lines = [
    `${best.product.name} would connect the most pairs that are not connected: ${best.connects} of ${hubs.open}.`,
  ];
  const { pair } = hubs;
  if (pair && pair.connects > best.connects) {
    const names = pair.hubs.map(({ product }) => product.name);
    lines.push(
      `${listed(names)} together would connect ${pair.connects}${pair.isExact ? ', the most that any two can' : ''}.`,
    );
  }
  return lines;
}

function replaceLines({ replacing }: BriefFacts): string[] {
  const { list, products } = replacing;
  const labels = new Map<string, string>(bands.map(({ id, label }) => [id, label.toLowerCase()]));
  return list
    .filter(({ index }) => index > 0)
    .slice(0, MOST_PRODUCTS)
    .map(({ product, index, band, connections, rivals }) => {
      const [best] = rivals;
      const keeps = best
        ? ` The closest alternative, ${best.product.name}, is documented to keep ${best.kept.length} of ${counted(connections.length, 'connection', 'connections')}.`
        : ' The catalogue has no alternative of its main category.';
      return `${products[product]?.name ?? ''}: ${index} of 100 (${labels.get(band)}).${keeps}`;
    });
}

function coverageLines({ coverage, categoryName, groupName }: BriefFacts): string[] {
  const groups = [...new Set(coverage.categories.map(({ groupId }) => groupId))];
  return groups.map((group) => {
    const own = coverage.categories.filter(({ groupId }) => groupId === group);
    const covered = own.filter(({ state }) => state === 'have' || state === 'overlap');
    const several = own.filter(({ state }) => state === 'overlap');
    const names = several.map(({ categoryId }) => categoryName(categoryId));
    return `${groupName(group)}: ${covered.length} of ${counted(own.length, 'category', 'categories')} covered${names.length > 0 ? `, several products for ${listed(names)}` : ''}.`;
  });
}

/**
 * A page about a stack, made of its findings alone: every number is one that the other insights
 * show with its evidence. Sections with nothing to say are left out.
 */
export function composeBrief(facts: BriefFacts): Brief {
  const { stackName, health, hubs, factsDate } = facts;
  const findings = health.findings.slice(0, MOST_FINDINGS);
  const rest = health.findings.length - findings.length;
  const sections = [
    {
      title: 'Findings',
      lines: [
        ...findings.map(({ severity, title, detail }) => `${severity}: ${title} ${detail}`),
        ...(rest > 0 ? [`And ${counted(rest, 'further finding', 'further findings')}.`] : []),
        ...(findings.length === 0 ? ['None of the rules found anything.'] : []),
      ].map((line) => line.charAt(0).toUpperCase() + line.slice(1)),
    },
    { title: 'Connections', lines: connectionLines(facts) },
    { title: hubs.best.length > 0 ? 'Hubs to consider' : '', lines: hubLines(facts) },
    { title: 'Hardest to replace', lines: replaceLines(facts) },
    { title: 'Coverage', lines: coverageLines(facts) },
    {
      title: 'What this rests on',
      lines: [
        `Integrations that open sources document${factsDate ? `, as of ${factsDate}` : ''}, and the connections drawn on the stack. That no integration is documented is no proof that there is none.`,
      ],
    },
  ];
  return {
    title: stackName,
    intro: `${counted(health.products.length, 'product', 'products')}, ${counted(health.findings.length, 'finding', 'findings')}.`,
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

/** The brief as Markdown; names in it are text, never markup. */
export function briefToMarkdown({ title, intro, sections }: Brief): string {
  const parts = sections.flatMap((section) => [
    `## ${markdownText(section.title)}`,
    '',
    ...section.lines.map((line) => `- ${markdownText(line)}`),
    '',
  ]);
  return [`# ${markdownText(title)}`, '', markdownText(intro), '', ...parts].join('\n');
}
