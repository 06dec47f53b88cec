import { openServices, type BenchHandlers } from './open-services.ts';
import type { StackState } from '../../shared/contract/contract.ts';
import { StackCommand } from '../../shared/stack/commands.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import { round, spread, type BenchModule } from './bench.ts';
import { callContext } from '../support/call-context.ts';

const STACK_SIZE = 200;

/** Opening a large stack: its content, the rows of its products and every known edge. */
export const stackBench: BenchModule = {
  name: 'stack',
  about: 'open a stack of 200 products with all known edges',
  async run({ catalogue, folder, report }) {
    const services = openServices(catalogue, folder);
    const { handlers } = services;
    try {
      const page = await handlers['catalogue:query'](
        {
          text: '',
          filter: { categories: [], pricing: [], sources: [] },
          sort: 'integrations',
          offset: 0,
          limit: STACK_SIZE,
        },
        callContext(),
      );
      const stackId = await fillStack(handlers, page.rows);
      const times: number[] = [];
      let edges = 0;
      for (let turn = 0; turn < 20; turn++) {
        const start = performance.now();
        const { stack } = await handlers['stacks:get']({ id: stackId }, callContext());
        const ids = Object.values(stack.nodes).map((node) => node.productId);
        await handlers['catalogue:rows']({ ids }, callContext());
        edges = (await handlers['graph:between']({ ids }, callContext())).length;
        times.push(performance.now() - start);
      }
      report({
        name: 'open stack',
        size: STACK_SIZE,
        unit: 'ms',
        edges,
        first: round(times[0]!),
        ...spread(times),
      });
    } finally {
      services.close();
    }
  },
};

type Handlers = BenchHandlers;

async function fillStack(handlers: Handlers, rows: readonly ProductRow[]): Promise<string> {
  const state: StackState = await handlers['stacks:create']({ name: 'Large' }, callContext());
  await handlers['stacks:apply'](
    {
      stackId: state.stack.id,
      command: StackCommand.parse({
        type: 'add-products',
        products: rows.map((row, at) => ({
          id: `node-${at}`,
          productId: row.id,
          name: row.name,
          categoryId: row.categoryId,
          groupId: row.groupId,
        })),
      }),
    },
    callContext(),
  );
  return state.stack.id;
}
