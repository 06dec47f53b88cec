import cytoscape, { type Core, type NodeSingular } from 'cytoscape';
import { createServices } from '../../electron/services/create-services.ts';
import { hubCategories } from '../../electron/services/insights/surroundings.ts';
import { flag, listHas } from '../../electron/store/catalogue/columns.ts';
import { openCatalogue, type Catalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { callContext } from '../support/call-context.ts';
import { round, seededRandom, spread, timed, type BenchModule } from './bench.ts';

type Handlers = ReturnType<typeof createServices>['handlers'];

const PATHS = 300;
/** Cytoscape takes long for one; fewer say as much. */
const BASELINE_PATHS = 20;
const HUB_STACK = 60;
const CHECKED_STACK = 200;
const TURNS = 10;

/** Paths, hubs and checks, each beside the same question to a headless Cytoscape. */
export const insightsBench: BenchModule = {
  name: 'insights',
  about: 'paths over the whole catalogue, hubs of 60 products, checks of 200, beside Cytoscape',
  async run({ catalogue: file, folder, report, say }) {
    const services = createServices({
      catalogueFile: file,
      dataFolder: folder,
      host: 'cli',
      versions: {},
      emit: () => undefined,
      log: (error) => {
        throw error;
      },
    });
    const catalogue = openCatalogue(file);
    const random = seededRandom(7);
    const { handlers } = services;
    const connected = [...catalogue.columns.ids.keys()]
      .filter((product) => isOffered(catalogue, product) && catalogue.columns.degree[product]! > 0)
      .sort((a, b) => catalogue.columns.degree[b]! - catalogue.columns.degree[a]! || a - b);
    const pick = (among: number, count: number): number[] => {
      const picked = new Set<number>();
      while (picked.size < count) picked.add(connected[Math.floor(random() * among)]!);
      return [...picked];
    };
    try {
      say('building the graph of the whole catalogue for Cytoscape');
      const all = graphOf(catalogue, [...catalogue.columns.ids.keys()]);
      await measurePaths({ handlers, catalogue, report, pick, among: connected.length, all });
      all.destroy();
      await measureHubs({ handlers, catalogue, report, products: pick(1500, HUB_STACK) });
      await measureChecks({ handlers, catalogue, report, products: pick(2500, CHECKED_STACK) });
    } finally {
      catalogue.close();
      services.close();
    }
  },
};

type Report = Parameters<BenchModule['run']>[0]['report'];

interface Setting {
  readonly handlers: Handlers;
  readonly catalogue: Catalogue;
  readonly report: Report;
}

function isOffered({ columns }: Catalogue, product: number): boolean {
  return (columns.flags[product]! & flag.discontinued) === 0;
}

/** Products and the integrations among them, each pair once, without those no longer sold. */
function graphOf(catalogue: Catalogue, products: readonly number[]): Core {
  const links = catalogue.links();
  const inside = new Set(products.filter((product) => isOffered(catalogue, product)));
  const pairs = new Map<string, { source: string; target: string }>();
  for (let link = 0; link < links.size; link++) {
    const [a, b] = [links.from[link]!, links.to[link]!];
    if (!inside.has(a) || !inside.has(b)) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    pairs.set(key, { source: `p${a}`, target: `p${b}` });
  }
  return cytoscape({
    headless: true,
    elements: [
      ...[...inside].map((product) => ({ data: { id: `p${product}` } })),
      ...[...pairs.values()].map((data) => ({ data })),
    ],
  });
}

async function stackOf(handlers: Handlers, catalogue: Catalogue, products: readonly number[]) {
  const { stack } = await handlers['stacks:create']({ name: 'Bench' }, callContext());
  const rows = catalogue.repository.rows(products);
  await handlers['stacks:apply'](
    {
      stackId: stack.id,
      command: {
        type: 'add-products',
        products: rows.map((row, at) => ({
          ...{ id: `n${at}`, productId: row.id, name: row.name },
          ...{ categoryId: row.categoryId, groupId: row.groupId },
          ...{ state: 'in-use', owner: '', locked: false, clusterId: null },
          ...{ yearlyCost: null, hasProcessorAgreement: null },
        })),
      },
    },
    callContext(),
  );
  return stack.id;
}

async function measurePaths({
  handlers,
  catalogue,
  report,
  pick,
  among,
  all,
}: Setting & {
  readonly pick: (among: number, count: number) => number[];
  readonly among: number;
  readonly all: Core;
}): Promise<void> {
  const { columns } = catalogue;
  const pairs = Array.from({ length: PATHS }, () => pick(among, 2) as [number, number]);
  const ask = (from: number, to: number, directed: boolean) =>
    handlers['insights:paths'](
      { stackId: null, from: columns.ids[from]!, to: columns.ids[to]!, directed },
      callContext(),
    );
  const first = performance.now();
  const steps = [await stepsOf(ask(...pairs[0]!, false))];
  const firstMs = performance.now() - first;
  const times: number[] = [];
  for (const [from, to] of pairs.slice(1)) {
    const start = performance.now();
    const answer = await ask(from, to, false);
    times.push(performance.now() - start);
    steps.push(answer.paths.length === 0 ? null : answer.steps);
  }
  const directed: number[] = [];
  await ask(...pairs[0]!, true);
  for (const [from, to] of pairs) {
    const start = performance.now();
    await ask(from, to, true);
    directed.push(performance.now() - start);
  }
  const baseline: number[] = [];
  pairs.slice(0, BASELINE_PATHS).forEach(([from, to], at) => {
    const { value, ms } = timed(() =>
      all.elements().aStar({ root: `#p${from}`, goal: `#p${to}`, weight: () => 1 }),
    );
    baseline.push(ms);
    const found = value.found ? value.distance : null;
    if (found !== steps[at]) throw new Error(`${from} → ${to}: ${steps[at]} steps, not ${found}`);
  });
  const ours = spread(times);
  const theirs = spread(baseline);
  report({
    name: 'path between two products',
    size: columns.size,
    unit: 'ms',
    queries: times.length,
    first: round(firstMs),
    ...ours,
    directedP95: spread(directed).p95,
    cytoscapeP95: theirs.p95,
    ratio: round(ours.p95 / theirs.p95),
  });
}

async function stepsOf(asked: ReturnType<Handlers['insights:paths']>): Promise<number | null> {
  const { paths, steps } = await asked;
  return paths.length === 0 ? null : steps;
}

async function measureHubs({
  handlers,
  catalogue,
  report,
  products,
}: Setting & { readonly products: readonly number[] }): Promise<void> {
  const stackId = await stackOf(handlers, catalogue, products);
  const times: number[] = [];
  let best = 0;
  let open = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    const answer = await handlers['insights:hubs']({ stackId }, callContext());
    times.push(performance.now() - start);
    best = answer.best[0]?.connects ?? 0;
    open = answer.open;
  }
  const around = new Set(products);
  const links = catalogue.links();
  const inside = new Set(products);
  for (let link = 0; link < links.size; link++) {
    if (inside.has(links.from[link]!)) around.add(links.to[link]!);
    if (inside.has(links.to[link]!)) around.add(links.from[link]!);
  }
  const graph = graphOf(catalogue, [...around]);
  const baseline = timed(() => bestHubOf(graph, catalogue, products));
  graph.destroy();
  if (baseline.value !== best)
    throw new Error(`the best hub connects ${baseline.value}, not ${best}`);
  const ours = spread(times);
  report({
    name: 'hubs of a stack: one, two, three, one after the other',
    size: products.length,
    unit: 'ms',
    open,
    best,
    ...ours,
    cytoscapeOneHubOnly: round(baseline.ms),
    ratio: round(ours.p95 / baseline.ms),
  });
}

/** Open pairs that the best single hub would connect, asked of the graph's own collections. */
function bestHubOf(graph: Core, catalogue: Catalogue, products: readonly number[]): number {
  const { columns } = catalogue;
  const wanted = hubCategories.map((id) => columns.categoryIds.indexOf(id));
  const inside = new Set(products.map((product) => `p${product}`));
  const stack = graph.nodes().filter((node) => inside.has(node.id()));
  const near = new Map<string, ReturnType<NodeSingular['neighborhood']>>();
  stack.forEach((node) => {
    near.set(node.id(), node.neighborhood('node'));
  });
  const isOpen = (a: NodeSingular, b: NodeSingular): boolean =>
    a.edgesWith(b).empty() &&
    near.get(a.id())!.intersection(near.get(b.id())!).intersection(stack).empty();
  let best = 0;
  graph.nodes().forEach((node) => {
    const product = Number(node.id().slice(1));
    const isHub =
      !stack.contains(node) &&
      (columns.flags[product]! & flag.extension) === 0 &&
      wanted.some((category) => listHas(columns.categories, product, category));
    if (!isHub) return;
    const members = node.neighborhood('node').intersection(stack).toArray() as NodeSingular[];
    let connects = 0;
    for (let a = 0; a < members.length; a++) {
      for (let b = a + 1; b < members.length; b++) {
        if (isOpen(members[a]!, members[b]!)) connects++;
      }
    }
    best = Math.max(best, connects);
  });
  return best;
}

async function measureChecks({
  handlers,
  catalogue,
  report,
  products,
}: Setting & { readonly products: readonly number[] }): Promise<void> {
  const stackId = await stackOf(handlers, catalogue, products);
  const times: number[] = [];
  let findings = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    const answer = await handlers['insights:health']({ stackId }, callContext());
    times.push(performance.now() - start);
    findings = answer.findings.length;
  }
  const graph = graphOf(catalogue, products);
  // What the rules ask of the graph: who is alone, and what falls apart without each product.
  const baseline = timed(() => {
    const alone = graph.nodes().filter((node) => node.degree(false) === 0).length;
    const parts = graph
      .nodes()
      .map((node) => graph.elements().not(node.union(node.connectedEdges())).components().length);
    return alone + parts.length;
  });
  graph.destroy();
  const ours = spread(times);
  report({
    name: 'all checks of a stack',
    size: products.length,
    unit: 'ms',
    findings,
    ...ours,
    cytoscapeGraphQuestionsOnly: round(baseline.ms),
    ratio: round(ours.p95 / baseline.ms),
  });
}
