import type { createServices } from '../../electron/services/create-services.ts';
import { StackCommand } from '../../shared/stack/commands.ts';
import { callContext } from '../support/call-context.ts';
import { seededRandom } from './bench.ts';

type Handlers = ReturnType<typeof createServices>['handlers'];

/**
 * A stack of the best-connected products with a given number of lines: the known integrations
 * between them that there are, the kinds beyond left out, and connections of one's own for the rest.
 */
export async function largeStack(
  handlers: Handlers,
  products: number,
  edges: number,
): Promise<{ readonly stackId: string; readonly edges: number }> {
  const page = await handlers['catalogue:query'](
    {
      text: '',
      filter: { categories: [], pricing: [], sources: [] },
      sort: 'integrations',
      offset: 0,
      // Every third: the best connected alone would have three times the lines.
      limit: products * 3,
    },
    callContext(),
  );
  const rows = page.rows.filter((_, at) => at % 3 === 2);
  const { stack } = await handlers['stacks:create']({ name: 'Large' }, callContext());
  const apply = (command: unknown) =>
    handlers['stacks:apply'](
      { stackId: stack.id, command: StackCommand.parse(command) },
      callContext(),
    );
  await apply({
    type: 'add-products',
    products: rows.map((row, at) => ({
      id: `node-${at}`,
      productId: row.id,
      name: row.name,
      categoryId: row.categoryId,
      groupId: row.groupId,
    })),
  });
  const known = await handlers['graph:between']({ ids: rows.map((row) => row.id) }, callContext());
  const random = seededRandom(7);
  let own = 0;
  for (; known.length + own < edges; own++) {
    const from = Math.floor(random() * rows.length);
    const to = (from + 1 + Math.floor(random() * (rows.length - 1))) % rows.length;
    await apply({
      type: 'connect',
      connectionId: `own-${own}`,
      fromNodeId: `node-${from}`,
      toNodeId: `node-${to}`,
    });
  }
  return { stackId: stack.id, edges: known.length + own };
}
