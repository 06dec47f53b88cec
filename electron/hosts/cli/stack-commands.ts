import { Option, type Command } from 'commander';
import { basename } from 'node:path';
import type { StackState } from '../../../shared/contract/contract.ts';
import type { Link } from '../../../shared/domain/product.ts';
import { Refusal } from '../../../shared/result.ts';
import type { StackSummary } from '../../../shared/stack/stack.ts';
import {
  connectionStateLabels,
  connectionText,
  nodeStateLabels,
} from '../../../shared/stack/state-words.ts';
import { starters } from '../../../shared/stack/starters/starters.ts';
import { templates } from '../../../shared/stack/templates/templates.ts';
import type { ConnectionState, DataKind } from '../../../shared/stack/vocabulary.ts';
import { arrow } from './catalogue-commands.ts';
import { addExportCommand } from './export-command.ts';
import { readImportFile } from './files.ts';
import { findStack } from './find-stack.ts';
import { requireSlug, withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, table } from './print.ts';
import { withWorkspace, type Session } from './session.ts';
import { addVersionCommands } from './version-commands.ts';

async function summaryOf({ call }: Session, id: string): Promise<StackSummary> {
  const summary = (await call('stacks:list', {})).find((stack) => stack.id === id);
  if (!summary) throw new Refusal('not-found', 'There is no such stack.');
  return summary;
}

function describeStack({ stack, revision }: StackState, links: readonly Link[]) {
  const nodes = Object.values(stack.nodes);
  const end = (nodeId: string) => {
    const node = stack.nodes[nodeId];
    return { id: node?.productId ?? null, name: node?.name ?? null };
  };
  const nameOf = new Map(nodes.map((node) => [node.productId, node.name]));
  const product = (id: string) => ({ id, name: nameOf.get(id) ?? id });
  return {
    id: stack.id,
    name: stack.name,
    revision,
    products: nodes.map((node) => ({
      id: node.productId,
      name: node.name,
      category: node.categoryId,
      group: node.groupId,
      lane: node.laneId === null ? null : (stack.lanes[node.laneId]?.title ?? null),
      x: node.x,
      y: node.y,
      state: node.state,
      owner: node.owner,
    })),
    /** Drawn by a person. */
    connections: Object.values(stack.connections).map((connection) => ({
      from: end(connection.fromNodeId),
      to: end(connection.toNodeId),
      direction: connection.direction,
      label: connection.label,
      state: connection.state,
      dataKinds: connection.dataKinds,
    })),
    /** Known to the catalogue. */
    integrations: links.map(({ from, to, kind, direction, sources }) => ({
      from: product(from),
      to: product(to),
      kind,
      direction,
      sources,
    })),
  };
}

/** "drawn, planned: Leads · Profiles": a connection of the person's own. */
function drawnWords(connection: {
  readonly label: string;
  readonly state: ConnectionState;
  readonly dataKinds: readonly DataKind[];
}): string {
  const state =
    connection.state === 'live' ? '' : `, ${connectionStateLabels[connection.state].toLowerCase()}`;
  const text = connectionText(connection);
  return `drawn${state}${text === '' ? '' : `: ${text}`}`;
}

function humanStack(stack: ReturnType<typeof describeStack>): string {
  const parts = [`${printable(stack.name)}  (${stack.id})`];
  parts.push(
    stack.products.length === 0
      ? 'No products yet.'
      : table(
          ['product', 'id', 'category', 'lane', 'state', 'owner'],
          stack.products.map((each) => [
            ...[each.name, each.id, each.category, each.lane],
            ...[nodeStateLabels[each.state], each.owner],
          ]),
        ),
  );
  const lines = [
    ...stack.connections.map((each) => [
      each.from.name,
      arrow[each.direction],
      each.to.name,
      drawnWords(each),
    ]),
    ...stack.integrations.map((each) => [
      each.from.name,
      arrow[each.direction],
      each.to.name,
      each.kind,
    ]),
  ];
  if (lines.length > 0) parts.push(table(['from', '', 'to', 'kind'], lines));
  return parts.join('\n\n');
}

function humanList(list: readonly StackSummary[]): string {
  if (list.length === 0) return 'There are no stacks yet. Make one: stack create NAME';
  return table(
    ['id', 'name', 'products', 'changed'],
    list.map((stack) => [stack.id, stack.name, stack.products, stack.updatedAt]),
  );
}

/** `stack create`, `list`, `add`, `show`, `export` and `import`. */
export function addStackCommands(program: Command): void {
  const stack = program
    .command('stack')
    .description('your stacks; STACK is an id or an exact name');

  withCommonOptions(stack.command('create <name>'))
    .description('make a stack: an empty one, or one that begins with an example')
    .addOption(
      new Option('--from <example>', 'begin with an example, made of real products').choices(
        starters.map(({ id }) => id),
      ),
    )
    .addOption(
      new Option('--template <template>', 'the lanes').choices(templates.map(({ id }) => id)),
    )
    .action(async (name: string, _options: CommonOptions, command: Command) => {
      const { from, template, ...options } = command.optsWithGlobals<
        CommonOptions & { from?: string; template?: string }
      >();
      if (name.trim() === '' || name.trim().length > 200) {
        throw new Refusal('invalid-input', 'A stack needs a name of 1 to 200 characters.');
      }
      const summary = await withWorkspace(options, async (session) => {
        const made = await session.call('stacks:create', {
          name,
          ...(from === undefined ? {} : { starter: from }),
          ...(template === undefined ? {} : { template }),
        });
        return summaryOf(session, made.stack.id);
      });
      printAnswer(options.json === true, summary, () => humanList([summary]));
    });

  withCommonOptions(stack.command('list'))
    .description('list stacks, the one changed last first')
    .option('--deleted', 'those that were deleted instead')
    .action(async (_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { deleted?: boolean }>();
      const list = await withWorkspace(options, ({ call }) =>
        call('stacks:list', { deleted: options.deleted === true }),
      );
      printAnswer(options.json === true, list, () => humanList(list));
    });

  withCommonOptions(stack.command('add <stack> <product...>'))
    .description('put products on a stack, by id, each in the lane of its group')
    .action(async (name: string, ids: string[], _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const answer = await withWorkspace(options, async (session) => {
        const { id } = await findStack(session, name);
        const products = ids.map((productId) => ({
          id: crypto.randomUUID(),
          productId: requireSlug('product', productId),
          // Placeholders: the services put the catalogue's own words here.
          name: productId,
          categoryId: productId,
          groupId: 'business' as const,
        }));
        const change = await session.call('stacks:apply', {
          stackId: id,
          command: { type: 'add-products', products },
        });
        const added = (change.patch.nodes?.set ?? []).map((node) => ({
          id: node.productId,
          name: node.name,
          category: node.categoryId,
        }));
        return { ...(await summaryOf(session, id)), revision: change.revision, added };
      });
      printAnswer(options.json === true, answer, () =>
        [
          `Added to ${printable(answer.name)}: ${answer.added.map((each) => printable(each.name)).join(', ')}`,
          `It has ${answer.products} ${answer.products === 1 ? 'product' : 'products'} now.`,
        ].join('\n'),
      );
    });

  withCommonOptions(stack.command('show <stack>'))
    .description('show products, your connections and the known integrations of a stack')
    .action(async (name: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const described = await withWorkspace(options, async (session) => {
        const { id } = await findStack(session, name);
        const state = await session.call('stacks:get', { id });
        const ids = Object.values(state.stack.nodes).map((node) => node.productId);
        return describeStack(state, await session.call('graph:between', { ids }));
      });
      printAnswer(options.json === true, described, () => humanStack(described));
    });

  addExportCommand(stack);
  addVersionCommands(stack);

  withCommonOptions(stack.command('import <file>'))
    .description('make a stack from a stack file; “-” is standard input')
    .option('--keep-unknown', 'keep products that the catalogue does not know')
    .action(async (file: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { keepUnknown?: boolean }>();
      const content = await readImportFile(file);
      const summary = await withWorkspace(options, async (session) => {
        const state = await session.call('exchange:import-stack', {
          fileName: file === '-' ? 'standard input' : basename(file),
          base64: content.toString('base64'),
          keepUnknown: options.keepUnknown === true,
        });
        return summaryOf(session, state.stack.id);
      });
      printAnswer(options.json === true, summary, () => humanList([summary]));
    });
}
