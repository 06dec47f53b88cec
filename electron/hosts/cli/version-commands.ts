import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Snapshot, VersionRef } from '../../../shared/versions/contract.ts';
import { findStack } from './find-stack.ts';
import { requireSlug, withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, table } from './print.ts';
import { withWorkspace, type Session } from './session.ts';

/** A version by id, or the newest of a name. @throws Refusal 'not-found' */
async function findVersion({ call }: Session, stackId: string, wanted: string): Promise<Snapshot> {
  const list = await call('versions:list', { stackId });
  const found = list.find(({ id }) => id === wanted) ?? list.find(({ name }) => name === wanted);
  if (!found) {
    throw new Refusal('not-found', `The stack has no version “${wanted.slice(0, 200)}”.`);
  }
  return found;
}

function humanChanges(changes: Output<'versions:compare'>): string {
  const name = (id: string): string => changes.names[id] ?? id;
  const link = ({ a, b }: { readonly a: string; readonly b: string }): string =>
    `${name(a)} – ${name(b)}`;
  const rows: (readonly [string, string])[] = [
    ...changes.added.map((product) => ['added', product.name] as const),
    ...changes.removed.map((product) => ['removed', product.name] as const),
    ...changes.replaced.map(
      ({ before, after }) => ['replaced', `${before.name} → ${after.name}`] as const,
    ),
    ...changes.moved.map(
      ({ product, before, after }) => ['moved', `${product.name}: ${before} → ${after}`] as const,
    ),
    ...changes.changed.map(
      ({ product, what, before, after }) =>
        [what, `${product.name}: ${before} → ${after}`] as const,
    ),
    ...changes.gained.map((each) => ['gained', link(each)] as const),
    ...changes.lost.map((each) => ['lost', link(each)] as const),
  ];
  return rows.length === 0
    ? 'The two are alike.'
    : table(
        ['what', printable(`${changes.from} → ${changes.to}`)],
        rows.map((row) => [...row]),
      );
}

type Run<T> = (session: Session, stackId: string) => Promise<T>;

/** A command on one stack whose answer is printed. */
async function answerOf<T>(
  command: Command,
  stackName: string,
  run: Run<T>,
  human: (value: T) => string,
): Promise<void> {
  const options = command.optsWithGlobals<CommonOptions>();
  const value = await withWorkspace(options, async (session) => {
    const { id } = await findStack(session, stackName);
    return run(session, id);
  });
  printAnswer(options.json === true, value, () => human(value));
}

/** `stack versions`, `stack keep`, `stack restore`, `stack compare` and `stack swap`. */
export function addVersionCommands(stack: Command): void {
  withCommonOptions(stack.command('versions <stack>'))
    .description('list the versions of a stack that are kept')
    .action((name: string, _options: CommonOptions, command: Command) =>
      answerOf(
        command,
        name,
        ({ call }, stackId) => call('versions:list', { stackId }),
        (list) =>
          list.length === 0
            ? 'No version is kept.'
            : table(
                ['id', 'name', 'kept', 'products'],
                list.map((each) => [each.id, each.name, each.createdAt, each.products]),
              ),
      ),
    );

  withCommonOptions(stack.command('keep <stack> <name>'))
    .description('keep a stack as it is under a name, such as “As is”')
    .action((name: string, version: string, _options: CommonOptions, command: Command) =>
      answerOf(
        command,
        name,
        ({ call }, stackId) => call('versions:take', { stackId, name: version }),
        (kept) => `Kept as ${printable(kept.name)} (${kept.id}).`,
      ),
    );

  withCommonOptions(stack.command('restore <stack> <version>'))
    .description('make a stack what it was in a version; what is there is kept before')
    .action((name: string, version: string, _options: CommonOptions, command: Command) =>
      answerOf(
        command,
        name,
        async (session, stackId) => {
          const found = await findVersion(session, stackId, version);
          await session.call('versions:restore', { id: found.id });
          return found;
        },
        (found) => `Restored ${printable(found.name)}.`,
      ),
    );

  withCommonOptions(stack.command('compare <stack> <from> [to]'))
    .description('tell what changed between two versions, or since one')
    .action((name: string, from: string, to: string | undefined, _o: unknown, command: Command) =>
      answerOf(
        command,
        name,
        async (session, stackId) => {
          const ref = async (wanted: string): Promise<VersionRef> => ({
            type: 'snapshot',
            id: (await findVersion(session, stackId, wanted)).id,
          });
          const later: VersionRef = to === undefined ? { type: 'current', stackId } : await ref(to);
          return session.call('versions:compare', { from: await ref(from), to: later });
        },
        humanChanges,
      ),
    );

  withCommonOptions(stack.command('swap <stack> <product> [other]'))
    .description('swap a product for another; without one, suggestions by what they keep')
    .action(
      (name: string, product: string, other: string | undefined, _o: unknown, command: Command) =>
        answerOf(
          command,
          name,
          async ({ call }, stackId) => {
            const { stack: content } = await call('stacks:get', { id: stackId });
            const node = Object.values(content.nodes).find((each) => each.productId === product);
            if (!node) {
              throw new Refusal('not-found', `The stack has no product ${product.slice(0, 100)}.`);
            }
            const productId = other === undefined ? null : requireSlug('product', other);
            const answer = await call('versions:swap-options', {
              stackId,
              nodeId: node.id,
              productId,
            });
            if (productId !== null) {
              const placed = { id: node.id, productId, name: productId, categoryId: productId };
              await call('stacks:apply', {
                stackId,
                command: {
                  type: 'swap-product',
                  nodeId: node.id,
                  // A placeholder: the services put the catalogue's own words here.
                  product: { ...placed, groupId: 'business' },
                },
              });
            }
            return { isDone: productId !== null, ...answer };
          },
          ({ isDone, options }) =>
            [
              ...(isDone ? ['Swapped.'] : []),
              table(
                ['product', 'keeps', 'loses', 'gains'],
                options.map((each) => [
                  each.product.id,
                  each.kept.length,
                  each.lost.length,
                  each.gained.length,
                ]),
              ),
            ].join('\n'),
        ),
    );
}
