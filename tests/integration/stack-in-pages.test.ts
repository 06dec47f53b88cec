import fc from 'fast-check';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { createRouter } from '../../electron/hosts/router.ts';
import { createServices } from '../../electron/services/create-services.ts';
import type { Bridge } from '../../renderer/api.ts';
import type { EventName } from '../../shared/contract/channels.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import { StackCommand, type StackCommandInput } from '../../shared/stack/commands.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

afterEach(() => vi.unstubAllGlobals());

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The services, and pages on them that answers and events reach late and in any order. */
function application() {
  const listeners: ((name: EventName, payload: unknown) => void)[] = [];
  const services = createServices({
    catalogueFile: realCatalogue(),
    dataFolder: tempFolder(),
    host: 'cli',
    versions: {},
    emit: (name, payload) => listeners.forEach((tell) => tell(name, payload)),
    log: (error) => {
      throw error;
    },
  });
  onTestFinished(() => services.close());
  const router = createRouter(services.handlers, (error) => {
    throw error;
  });

  /** A window of its own: its modules are loaded anew. */
  async function page(delay: () => number) {
    const handlers = new Map<EventName, Set<(payload: unknown) => void>>();
    let told = Promise.resolve();
    let busy = 0;
    listeners.push((name, payload) => {
      const copy = structuredClone(payload);
      busy += 1;
      // Late, but in their order, as on one socket.
      told = told
        .then(() => after(delay()))
        .then(() => {
          busy -= 1;
          for (const handler of handlers.get(name) ?? []) handler(copy);
        });
    });
    const bridge: Bridge = {
      async call(channel, input) {
        busy += 1;
        const result = await router.call(channel, structuredClone(input), callContext());
        await after(delay());
        busy -= 1;
        return structuredClone(result);
      },
      cancel: () => undefined,
      on(name, handler) {
        const known = handlers.get(name) ?? new Set();
        handlers.set(name, known.add(handler));
        return () => known.delete(handler);
      },
    };
    vi.stubGlobal('window', { stackscape: bridge, setTimeout });
    vi.resetModules();
    const { followStacks, useStacks } = await import('../../renderer/state/stacks.ts');
    const { useToasts } = await import('../../renderer/state/toasts.ts');
    onTestFinished(followStacks());
    return {
      stacks: () => useStacks.getState(),
      errors: () => useToasts.getState().toasts.map(({ text }) => text),
      subscribe: useStacks.subscribe,
      isBusy: () => busy > 0,
    };
  }
  return { handlers: services.handlers, page };
}

type Page = Awaited<ReturnType<ReturnType<typeof application>['page']>>;

async function settled(pages: readonly Page[]): Promise<void> {
  // Twice, as what has just arrived may ask again.
  for (let quiet = 0; quiet < 3;) {
    await after(4);
    quiet = pages.some((page) => page.isBusy()) ? 0 : quiet + 1;
  }
}

const placed = ({ id, name, categoryId, groupId }: ProductRow, nodeId: string) => ({
  ...{ id: nodeId, productId: id, name, categoryId, groupId },
});

/** What a person does in one of two windows. */
const step = fc.record({
  page: fc.constantFrom(0, 1),
  what: fc.constantFrom('add', 'add', 'remove', 'move', 'rename', 'undo', 'redo', 'open'),
  which: fc.nat({ max: 1000 }),
  isWaitedFor: fc.boolean(),
});

it('is the stored one in every window, with its lines, whatever two people do at once', async () => {
  const app = application();
  const { rows } = await app.handlers['catalogue:query'](
    {
      ...{ text: '', sort: 'integrations', offset: 0, limit: 40 },
      filter: { categories: [], pricing: [], sources: [] },
    },
    callContext(),
  );
  let nodes = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 14 }),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 30 }),
      async (steps, delays) => {
        let turn = 0;
        const delay = (): number => delays[turn++ % delays.length]!;
        const pages = [await app.page(delay), await app.page(delay)];
        const { stack } = await app.handlers['stacks:create']({ name: 'Shared' }, callContext());
        for (const page of pages) await page.stacks().open(stack.id);
        for (const { page, what, which, isWaitedFor } of steps) {
          const { apply, undo, redo, open, current } = pages[page]!.stacks();
          const ids = Object.keys(current?.stack.nodes ?? {});
          const nodeId = ids[which % ids.length] ?? 'none';
          const commands: Readonly<Record<string, StackCommandInput>> = {
            add: {
              type: 'add-products',
              products: [placed(rows[which % rows.length]!, `node-${nodes++}`)],
            },
            remove: { type: 'remove', nodeIds: [nodeId] },
            move: { type: 'move-nodes', moves: [{ nodeId, x: which, y: which }] },
            rename: { type: 'rename-stack', name: `Shared ${which}` },
          };
          const command = commands[what];
          const others = { undo, redo, open: () => open(stack.id) };
          const done = command ? apply(command) : others[what as keyof typeof others]();
          if (isWaitedFor) await done;
        }
        await settled(pages);
        const stored = await app.handlers['stacks:get']({ id: stack.id }, callContext());
        const productIds = Object.values(stored.stack.nodes).map(({ productId }) => productId);
        const links = await app.handlers['graph:between']({ ids: productIds }, callContext());
        const inOrder = (list: readonly unknown[]) =>
          list.map((each) => JSON.stringify(each)).sort();
        for (const page of pages) {
          expect(page.stacks().current).toEqual(stored);
          expect(inOrder(page.stacks().links)).toEqual(inOrder(links));
        }
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

it('shows a product, its lines and what belongs with it in one step', async () => {
  const app = application();
  const page = await app.page(() => 2);
  const { stack } = await app.handlers['stacks:create']({ name: 'One step' }, callContext());
  await page.stacks().open(stack.id);
  const rows = await app.handlers['catalogue:rows']({ ids: ['segment', 'hubspot'] }, callContext());
  const add = (row: ProductRow, alongside: () => void) =>
    page.stacks().apply({ type: 'add-products', products: [placed(row, row.id)] }, alongside);
  await add(rows[0]!, () => undefined);
  const seen: string[] = [];
  const tell = (what: string): void => {
    const { current, links } = page.stacks();
    const products = Object.keys(current?.stack.nodes ?? {}).length;
    seen.push(`${what}: ${products} products, ${links.length > 0 ? 'lines' : 'no lines'}`);
  };
  const stop = page.subscribe(() => {
    tell('changed');
    // React draws as soon as what is running now has ended.
    queueMicrotask(() => seen.push('drawn'));
  });
  await add(rows[1]!, () => tell('with it'));
  await settled([page]);
  stop();
  expect(seen).toEqual(['changed: 2 products, lines', 'with it: 2 products, lines', 'drawn']);
  expect(page.errors()).toEqual([]);
});

it('stays with the stack that was opened while the lines of another were asked for', async () => {
  const app = application();
  const page = await app.page(() => 20);
  const one = await app.handlers['stacks:create']({ name: 'One' }, callContext());
  const two = await app.handlers['stacks:create']({ name: 'Two' }, callContext());
  await page.stacks().open(one.stack.id);
  const [row] = await app.handlers['catalogue:rows']({ ids: ['segment'] }, callContext());
  const command = StackCommand.parse({
    type: 'add-products',
    products: [placed(row!, 'segment')],
  });
  // Told of after 20 ms, its lines are there after 40; the other stack is there in between.
  await app.handlers['stacks:apply']({ stackId: one.stack.id, command }, callContext());
  await after(10);
  await page.stacks().open(two.stack.id);
  await settled([page]);
  expect(page.stacks().current?.stack.name).toBe('Two');
});

it('does not go back to a stack as it was when what it is now has been told before', async () => {
  const app = application();
  let late = 0;
  const page = await app.page(() => late);
  const { stack } = await app.handlers['stacks:create']({ name: 'Late' }, callContext());
  const [row] = await app.handlers['catalogue:rows']({ ids: ['segment'] }, callContext());
  await page.stacks().open(stack.id);
  late = 60;
  const opened = page.stacks().open(stack.id);
  await after(10);
  late = 0;
  await page.stacks().apply({ type: 'add-products', products: [placed(row!, 'segment')] });
  await opened;
  await settled([page]);
  expect(Object.keys(page.stacks().current?.stack.nodes ?? {})).toEqual(['segment']);
});
