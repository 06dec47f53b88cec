import type {
  EmitEvent,
  Handlers,
  StackChange,
  StackState,
} from '../../../shared/contract/contract.ts';
import type { ProductRow } from '../../../shared/domain/product.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Placement, StackCommand } from '../../../shared/stack/commands.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { automaticName } from '../../../shared/versions/automatic.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import type { StoredPicture } from '../../store/workspace/picture-repository.ts';
import { createStackHistory } from './stack-history.ts';
import { startStack } from './start-stack.ts';

type StackHandlers = Pick<
  Handlers,
  | 'stacks:list'
  | 'stacks:create'
  | 'stacks:get'
  | 'stacks:apply'
  | 'stacks:undo'
  | 'stacks:redo'
  | 'stacks:duplicate'
  | 'stacks:delete'
  | 'stacks:restore'
>;

export interface StackServiceOptions {
  readonly workspace: Workspace;
  /** Rows of the products that the catalogue has; unknown ids are left out. */
  readonly productRows: (ids: readonly string[]) => readonly ProductRow[];
  readonly emit: EmitEvent;
  readonly now?: () => Date;
  readonly newId?: () => string;
}

const MAX_NAME = 200;
const COPY = ' (copy)';

/** A person's stacks: making, changing, undoing, deleting and bringing them back. */
export function createStackService(options: StackServiceOptions) {
  const { workspace, productRows, emit } = options;
  const { now = () => new Date(), newId = () => crypto.randomUUID() } = options;
  const { stacks } = workspace;
  const history = createStackHistory(workspace, now);

  /**
   * Stores a whole stack under a new id, with an empty history: an import, a duplicate.
   * @throws Refusal where the workspace cannot be written
   */
  function addStack(
    content: Omit<Stack, 'id'>,
    pictures: readonly Omit<StoredPicture, 'id'>[] = [],
  ): StackState {
    const stack: Stack = { ...content, id: newId() };
    const time = now().toISOString();
    workspace.write(() => {
      for (const { mimeType, bytes } of pictures) workspace.pictures.put(mimeType, bytes, time);
      stacks.insert(stack, time);
    });
    emit('stacks:changed', {});
    return history.state(stack.id);
  }

  /** Names and categories are the catalogue's, whatever the caller says they are. */
  function withCatalogueTruth(command: StackCommand): StackCommand {
    if (command.type !== 'add-products' && command.type !== 'swap-product') return command;
    const placed = command.type === 'swap-product' ? [command.product] : command.products;
    const ids = placed.map((product) => product.productId);
    const rows = new Map(productRows(ids).map((row) => [row.id, row]));
    const unknown = [...new Set(ids)].filter((id) => !rows.has(id));
    if (unknown.length > 0) {
      const shown = unknown.slice(0, 3).join(', ');
      const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : '';
      throw new Refusal(
        'unknown-products',
        `The catalogue does not know ${shown}${more}; nothing was changed.`,
        { ids: unknown },
      );
    }
    const trueTo = (product: Placement): Placement => {
      const row = rows.get(product.productId);
      if (!row) return product;
      return { ...product, name: row.name, categoryId: row.categoryId, groupId: row.groupId };
    };
    return command.type === 'swap-product'
      ? { ...command, product: trueTo(command.product) }
      : { ...command, products: command.products.map(trueTo) };
  }

  function setDeleted(id: string, time: string | null): void {
    workspace.write(() => {
      const summary = stacks.summary(id);
      // Deleting twice is no error, and keeps the first date; the same for restoring.
      if (!summary) throw new Refusal('not-found', 'There is no such stack.', { id });
      if ((summary.deletedAt === null) === (time === null)) return;
      stacks.setDeletedAt(id, time);
    });
    emit('stacks:changed', {});
  }

  function changed<T extends { readonly patch: { readonly name?: string | undefined } }>(
    change: T,
  ): T {
    if (change.patch.name !== undefined) emit('stacks:changed', {});
    return change;
  }

  /** Makes one change and tells everybody. @throws Refusal with the command's own reason */
  function apply(stackId: string, command: StackCommand): StackChange {
    const change = history.apply(stackId, withCatalogueTruth(command));
    emit('stack:changed', change);
    if (automaticName(command) !== null) emit('versions:changed', { stackId });
    return changed(change);
  }

  const handlers: StackHandlers = {
    'stacks:list': ({ deleted }) => stacks.list(deleted ? 'deleted' : 'current'),
    'stacks:create': (input) => addStack(startStack(input, { productRows, newId })),
    'stacks:get': ({ id }) => history.state(id),
    'stacks:apply': ({ stackId, command }) => apply(stackId, command),
    'stacks:undo': ({ stackId }) => {
      const change = history.undo(stackId);
      emit('stack:changed', change);
      return changed(change);
    },
    'stacks:redo': ({ stackId }) => {
      const change = history.redo(stackId);
      emit('stack:changed', change);
      return changed(change);
    },
    'stacks:duplicate': ({ id, name }) => {
      const content = history.state(id).stack;
      const copyName = name ?? content.name.slice(0, MAX_NAME - COPY.length) + COPY;
      return addStack({ ...content, name: copyName });
    },
    'stacks:delete': ({ id }) => {
      setDeleted(id, now().toISOString());
      return {};
    },
    'stacks:restore': ({ id }) => {
      setDeleted(id, null);
      const summary = stacks.summary(id);
      if (!summary) throw new Refusal('not-found', 'There is no such stack.', { id });
      return summary;
    },
  };

  return { handlers, addStack, apply, stackState: history.state };
}
