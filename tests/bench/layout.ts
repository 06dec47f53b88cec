import { openServices, type BenchHandlers } from './open-services.ts';
import { bundleLinks } from '../../shared/diagram/bundle-links.ts';
import { unwrap } from '../../shared/result.ts';
import { applyCommand } from '../../shared/stack/apply-command.ts';
import { arrange } from '../../shared/stack/arrange/arrange.ts';
import { countCrossings } from '../../shared/stack/arrange/crossings.ts';
import { layoutFree, type ArrangeEdge } from '../../shared/stack/arrange/lane-order.ts';
import { StackCommand } from '../../shared/stack/commands.ts';
import { CARD } from '../../shared/stack/layout.ts';
import { newStack } from '../../shared/stack/new-stack.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { templates } from '../../shared/stack/templates/templates.ts';
import { callContext } from '../support/call-context.ts';
import { elkEngine } from '../support/elk-engine.ts';
import { round, spread, type BenchModule } from './bench.ts';

const sizes = [60, 200];
const TURNS = 3;

/** Time to arrange a stack of the best connected products, and the crossings it leaves. */
export const layoutBench: BenchModule = {
  name: 'layout',
  about: 'arrange 60 and 200 products in the lanes of each template, beside a layout without lanes',
  async run({ catalogue, folder, report, say }) {
    const services = openServices(catalogue, folder);
    try {
      for (const size of sizes) {
        const { stack, edges } = await bestConnected(services.handlers, size);
        // The engine by itself: what one would get without lanes and without our limits.
        const baseline = await timesOf(() => plainLayers(stack, edges), 1);
        const free = await timesOf(() =>
          layoutFree(Object.values(stack.nodes), edges, elkEngine(), CARD),
        );
        report({
          ...{ name: 'arrange: without lanes', size, unit: 'ms', edges: edges.length },
          ...spread(free.times),
          ratio: round(spread(free.times).p50 / spread(baseline.times).p50),
          crossings: countCrossings(Object.fromEntries(free.value), edges),
        });
        report({
          ...{ name: 'plain layers (baseline)', size, unit: 'ms', edges: edges.length },
          ...{ crossings: countCrossings(Object.fromEntries(baseline.value), edges) },
          ...spread(baseline.times),
        });
        for (const template of templates) {
          say(`${template.title}, ${size} products`);
          const filled = fill(template, stack);
          const found = await timesOf(() => arrange({ stack: filled, edges }, elkEngine()));
          const moves = { type: 'move-nodes', reason: 'arrange', moves: found.value };
          // An arrangement that cannot be bettered moves nothing.
          const after =
            found.value.length === 0
              ? filled
              : unwrap(applyCommand(filled, StackCommand.parse(moves))).stack;
          const { p50 } = spread(found.times);
          report({
            ...{ name: `arrange: ${template.title}`, size, unit: 'ms', edges: edges.length },
            ...spread(found.times),
            ratio: round(p50 / spread(baseline.times).p50),
            crossingsBefore: countCrossings(filled.nodes, edges),
            crossings: countCrossings(after.nodes, edges),
          });
        }
      }
    } finally {
      services.close();
    }
  },
};

/** The engine's layered layout, with its own effort against crossings. */
async function plainLayers({ nodes }: Stack, edges: readonly ArrangeEdge[]) {
  const { children = [] } = await elkEngine()({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      // Its usual placing and routing take minutes for a web like this one.
      'elk.layered.nodePlacement.strategy': 'SIMPLE',
      'elk.edgeRouting': 'POLYLINE',
    },
    children: Object.keys(nodes).map((id) => ({ id, ...CARD })),
    edges: edges.map(({ from, to }, index) => ({
      ...{ id: `edge ${index}`, sources: [from], targets: [to] },
    })),
  });
  return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

type Handlers = BenchHandlers;

async function timesOf<T>(
  work: () => Promise<T>,
  turns = TURNS,
): Promise<{ value: T; times: number[] }> {
  const times: number[] = [];
  let value: T | undefined;
  for (let turn = 0; turn < turns; turn++) {
    const start = performance.now();
    value = await work();
    times.push(performance.now() - start);
  }
  return { value: value as T, times };
}

/** A stack's products added to the empty lanes of a template, as a person would. */
function fill(template: (typeof templates)[number], { nodes }: Stack): Stack {
  const products = Object.values(nodes).map(({ id, productId, name, categoryId, groupId }) => ({
    ...{ id, productId, name, categoryId, groupId },
  }));
  const command = StackCommand.parse({ type: 'add-products', products });
  return unwrap(applyCommand(newStack('bench', 'Bench', template), command)).stack;
}

async function bestConnected(
  handlers: Handlers,
  limit: number,
): Promise<{ stack: Stack; edges: readonly ArrangeEdge[] }> {
  const page = await handlers['catalogue:query'](
    {
      text: '',
      filter: { categories: [], pricing: [], sources: [] },
      ...{ sort: 'integrations', offset: 0, limit },
    },
    callContext(),
  );
  const products = page.rows.map((row, at) => ({
    ...{ id: `node-${at}`, productId: row.id, name: row.name },
    ...{ categoryId: row.categoryId, groupId: row.groupId },
  }));
  const command = StackCommand.parse({ type: 'add-products', products });
  const { stack } = unwrap(applyCommand(newStack('bench', 'Bench'), command));
  const nodeOf = new Map(products.map((product) => [product.productId, product.id]));
  const links = await handlers['graph:between']({ ids: [...nodeOf.keys()] }, callContext());
  const edges = bundleLinks(links).flatMap((bundle) => {
    const [from, to] = [nodeOf.get(bundle.from), nodeOf.get(bundle.to)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  return { stack, edges };
}
