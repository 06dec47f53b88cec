import { Option, type Command } from 'commander';
import type { Output } from '../../../shared/contract/contract.ts';
import type { InsightProduct } from '../../../shared/insights/contract.ts';
import { roleOf } from '../../../shared/insights/data-roles.ts';
import { GREEDY_GUARANTEE } from '../../../shared/insights/hubs.ts';
import { objectives, type Objective } from '../../../shared/insights/smallest-stack.ts';
import type { StackSummary } from '../../../shared/stack/stack.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, table } from './print.ts';
import { withWorkspace, type Session } from './session.ts';
import { findStack } from './find-stack.ts';

const noProof = 'That nothing is documented is no proof that there is nothing.';
const signs = { forward: '→', back: '←', both: '↔', none: '–' } as const;

interface InsightCommand<T, O> {
  readonly name: string;
  readonly about: string;
  readonly ask: (session: Session, stackId: string, options: O) => Promise<T>;
  /** The answer with names in the place of places. */
  readonly plain: (answer: T) => object;
  readonly human: (answer: T) => string;
}

function addInsight<T, O extends CommonOptions>(
  stack: Command,
  { name, about, ask, plain, human }: InsightCommand<T, O>,
): Command {
  return withCommonOptions(stack.command(`${name} <stack>`))
    .description(about)
    .action(async (idOrName: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<O>();
      const { found, answer } = await withWorkspace(options, async (session) => {
        const summary: StackSummary = await findStack(session, idOrName);
        return { found: summary, answer: await ask(session, summary.id, options) };
      });
      const whole = { stack: { id: found.id, name: found.name }, ...plain(answer) };
      printAnswer(options.json === true, whole, () =>
        [`${printable(found.name)}  (${found.id})`, human(answer)].join('\n\n'),
      );
    });
}

type Products = readonly InsightProduct[];
const ref = (products: Products, place: number) => {
  const { id, name } = products[place]!;
  return { id, name };
};
const refs = (products: Products, places: readonly number[]) =>
  places.map((place) => ref(products, place));
const names = (products: Products, places: readonly number[]): string =>
  places.map((place) => products[place]?.name ?? '').join(', ');

const matrix: InsightCommand<Output<'insights:matrix'>, CommonOptions> = {
  name: 'matrix',
  about: 'who connects to whom, directly, through the stack, or through a hub one could add',
  ask: ({ call }, stackId) => call('insights:matrix', { stackId }),
  plain: ({ products, pairs, hubs }) => ({
    products: refs(products, [...products.keys()]),
    /** Pairs that are not listed are not documented. */
    pairs: pairs.map(({ a, b, via, hubs: toAdd, ...rest }) => ({
      a: ref(products, a),
      b: ref(products, b),
      ...rest,
      via: refs(products, via),
      hubs: refs(hubs, toAdd),
    })),
  }),
  human: ({ products, pairs, hubs }) => {
    const all = (products.length * (products.length - 1)) / 2;
    const rows = pairs.map(({ a, b, relation, kinds, direction, isDrawn, via, hubs: toAdd }) => [
      products[a]?.name ?? '',
      relation === 'direct' ? signs[direction] : relation === 'through' ? '·' : '+',
      products[b]?.name ?? '',
      relation,
      relation === 'direct'
        ? [...kinds, ...(isDrawn ? ['drawn'] : [])].join(', ')
        : relation === 'through'
          ? names(products, via.slice(0, 3))
          : names(hubs, toAdd.slice(0, 3)),
    ]);
    return [
      ...(rows.length > 0 ? [table(['a', '', 'b', 'how', 'by'], rows)] : []),
      `${pairs.length} of ${all} pairs; of the others nothing is documented. ${noProof}`,
    ].join('\n\n');
  },
};

const hubs: InsightCommand<Output<'insights:hubs'>, CommonOptions> = {
  name: 'hubs',
  about: 'which products to add, so that most pairs that are not connected are',
  ask: ({ call }, stackId) => call('insights:hubs', { stackId }),
  plain: ({ products, best, pair, triple, steps, ...rest }) => {
    const hub = (each: (typeof best)[number]) => ({
      id: each.product.id,
      name: each.product.name,
      connects: each.connects,
      members: refs(products, each.members),
    });
    return {
      ...rest,
      best: best.map(hub),
      pair: pair && { ...pair, hubs: pair.hubs.map(hub) },
      triple: triple && { ...triple, hubs: triple.hubs.map(hub) },
      steps: steps.map((step) => ({ ...step, hub: hub(step.hub) })),
      guarantee: GREEDY_GUARANTEE,
    };
  },
  human: ({ pairs, open, best, pair, triple, steps }) => {
    const parts = [
      `${open} of ${pairs} pairs are not connected, neither directly nor through one.`,
    ];
    if (best.length > 0) {
      parts.push(
        table(
          ['id', 'name', 'would connect'],
          best.map((each) => [each.product.id, each.product.name, each.connects]),
        ),
      );
    }
    for (const set of [pair, triple]) {
      if (!set) continue;
      const all = set.hubs.map(({ product }) => printable(product.name)).join(', ');
      const sure = set.isExact ? 'exact: no others connect more' : 'the best found';
      parts.push(`${all} together: ${set.connects} (${sure}).`);
    }
    if (steps.length > 3) {
      parts.push(
        [
          `One after the other, which reaches at least ${Math.round(GREEDY_GUARANTEE * 100)}% (1 − 1/e) of the best choice:`,
          table(
            ['step', 'product', 'adds', 'connected then', 'at most'],
            steps.map(({ hub, adds, total, atMost }, at) => [
              at + 1,
              hub.product.name,
              adds,
              total,
              atMost,
            ]),
          ),
        ].join('\n'),
      );
    }
    return parts.join('\n\n');
  },
};

const exit: InsightCommand<Output<'insights:exit'>, CommonOptions> = {
  name: 'exit',
  about: 'what goes dark with each product, the one that takes most with it first',
  ask: ({ call }, stackId) => call('insights:exit', { stackId }),
  plain: ({ products, list, root, reached, passages }) => ({
    products: list.map(({ product, starved, crossings, ...rest }) => ({
      ...ref(products, product),
      ...rest,
      starved: starved.map(({ kind, products: places }) => ({
        kind,
        products: refs(products, places),
      })),
      crossings: { ...crossings, bridges: refs(products, crossings.bridges) },
    })),
    root: root === null ? null : ref(products, root),
    reached,
    passages: passages.map(({ over, behind }) => ({
      over: ref(products, over),
      behind: refs(products, behind),
    })),
  }),
  human: ({ products, list, root, passages }) => {
    const parts = [
      table(
        ['product', 'left without data', 'capabilities', 'pairs cut'],
        list.map(({ product, starved, capabilities, lostPairs }) => [
          products[product]?.name ?? '',
          starved.reduce((sum, each) => sum + each.products.length, 0),
          capabilities.join(', '),
          lostPairs,
        ]),
      ),
      ...passages.map(
        ({ over, behind }) =>
          `Everything that ${printable(names(products, behind))} ${behind.length === 1 ? 'gets' : 'get'} from ${printable(names(products, root === null ? [] : [root]))} passes ${printable(names(products, [over]))}.`,
      ),
    ];
    return [...parts, noProof].join('\n\n');
  },
};

const data: InsightCommand<Output<'insights:truth'>, CommonOptions> = {
  name: 'data',
  about: 'who writes and who reads each kind of data, stated or inferred',
  ask: ({ call }, stackId) => call('insights:truth', { stackId }),
  plain: ({ products, kinds, holders }) => ({
    kinds: kinds.map(({ kind, flows, conflicts, loops, ...lists }) => ({
      kind,
      masters: refs(products, lists.masters),
      writers: refs(products, lists.writers),
      readers: refs(products, lists.readers),
      orphans: refs(products, lists.orphans),
      unfed: refs(products, lists.unfed),
      flows: flows.map(({ from, to, isStated }) => ({
        from: ref(products, from),
        to: ref(products, to),
        isStated,
      })),
      conflicts: conflicts.map(({ at, writers }) => ({
        at: ref(products, at),
        writers: refs(products, writers),
      })),
      loops: loops.map((loop) => refs(products, loop)),
    })),
    personalData: holders.map(({ place, kinds: held, hasAgreement }) => ({
      ...ref(products, place),
      kinds: held,
      hasProcessorAgreement: hasAgreement,
    })),
  }),
  human: ({ products, kinds }) =>
    [
      table(
        ['data', 'source of truth', 'written by', 'read by', 'conflicts', 'loops'],
        kinds.map(({ kind, masters, writers, readers, conflicts, loops }) => [
          roleOf[kind].label,
          names(products, masters),
          names(products, writers),
          names(products, readers),
          conflicts.length,
          loops.length,
        ]),
      ),
      'Inferred from categories and kinds of integrations, apart from what you said of your own connections.',
    ].join('\n\n'),
};

interface SmallestOptions extends CommonOptions {
  readonly by: Objective;
}

const smallest: InsightCommand<Output<'insights:smallest'>, SmallestOptions> = {
  name: 'smallest',
  about: 'the fewest or cheapest products of a stack that cover what it needs',
  ask: ({ call }, stackId, { by }) => call('insights:smallest', { stackId, objective: by }),
  plain: ({ products, costs, kept, cuts, overlaps, ...rest }) => ({
    ...rest,
    kept: refs(products, kept),
    cuts: cuts.map(({ product, loses, connections, stranded }) => ({
      ...ref(products, product),
      yearlyCost: costs[product] ?? null,
      loses,
      connections: refs(products, connections),
      stranded: refs(products, stranded),
    })),
    overlaps: overlaps.map(({ a, b, categories }) => ({
      a: ref(products, a),
      b: ref(products, b),
      categories,
    })),
  }),
  human: ({ products, kept, cuts, required, isExact, factor }) => {
    const sure = isExact ? 'exact' : `at most ${factor.toFixed(2)} times the best`;
    const parts = [
      `${kept.length} of ${products.length} products cover the ${required.length} required categories (${sure}):`,
      printable(names(products, kept)),
    ];
    if (cuts.length > 0) {
      parts.push(
        table(
          ['could go', 'loses', 'connections'],
          cuts.map(({ product, loses, connections }) => [
            products[product]?.name ?? '',
            loses.join(', '),
            connections.length,
          ]),
        ),
      );
    }
    return parts.join('\n\n');
  },
};

const coverage: InsightCommand<Output<'insights:coverage'>, CommonOptions> = {
  name: 'coverage',
  about: 'what a stack has for each category, and what would fit its gaps',
  ask: ({ call }, stackId) => call('insights:coverage', { stackId }),
  plain: ({ products, categories }) => ({
    categories: categories.map(({ primary, further, candidates, ...rest }) => ({
      ...rest,
      primary: refs(products, primary),
      further: refs(products, further),
      candidates: candidates.map(({ product, members }) => ({
        id: product.id,
        name: product.name,
        integratesWith: refs(products, members),
      })),
    })),
  }),
  human: ({ products, categories }) =>
    table(
      ['category', 'state', 'products', 'would fit'],
      categories.map(({ categoryId, state, primary, further, candidates }) => [
        categoryId,
        state,
        names(products, [...primary, ...further]),
        candidates
          .slice(0, 3)
          .map(({ product }) => product.name)
          .join(', '),
      ]),
    ),
};

/** `stack matrix`, `hubs`, `exit`, `data`, `smallest` and `coverage`. */
export function addStackInsights(stack: Command): void {
  addInsight(stack, matrix);
  addInsight(stack, hubs);
  addInsight(stack, exit);
  addInsight(stack, data);
  addInsight(stack, smallest).addOption(
    new Option('--by <what>', 'what to keep small').choices(objectives).default('count'),
  );
  addInsight(stack, coverage);
}
