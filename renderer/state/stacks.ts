import { create } from 'zustand';
import type { StackChange, StackState } from '../../shared/contract/contract.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Result } from '../../shared/result.ts';
import type { StackCommandInput } from '../../shared/stack/commands.ts';
import { applyPatch } from '../../shared/stack/patch.ts';
import type { StackSummary } from '../../shared/stack/stack.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { api } from '../api.ts';
import { useApp } from './app-state.ts';
import { onCatalogueChange } from './catalogue-changes.ts';
import { showError, useToasts } from './toasts.ts';

/** What a new stack begins with, by id. */
export interface NewStackFrom {
  readonly template?: string;
  readonly starter?: string;
}

interface StacksState {
  readonly loaded: boolean;
  readonly list: readonly StackSummary[];
  readonly current: StackState | null;
  /** Known integrations among the products of the current stack. */
  readonly links: readonly Link[];
  load(): Promise<void>;
  refreshList(): Promise<void>;
  open(id: string): Promise<void>;
  /** @param from the template of its lanes, the example it begins with */
  create(name: string, from?: NewStackFrom): Promise<boolean>;
  duplicate(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** Makes one change to the current stack. @returns whether it was made */
  apply(command: StackCommandInput): Promise<boolean>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Takes in a change, wherever it was made; one that is already in is skipped. */
  receive(change: StackChange): Promise<void>;
  /** Shows a stack that the services have just made. */
  adopt(state: StackState): Promise<void>;
  /** Asks anew what is known of the products of the current stack. */
  refreshLinks(): Promise<void>;
}

function productIds(state: StackState): string[] {
  return Object.values(state.stack.nodes)
    .map((node) => node.productId)
    .sort();
}

export const useStacks = create<StacksState>()((set, get) => {
  /** The products whose links are shown; a drag or a rename does not ask for links again. */
  let linkedProducts = '';
  /** Counts what was asked to be shown, so that a late answer never replaces a newer choice. */
  let opening = 0;

  async function loadLinks(): Promise<void> {
    const { current } = get();
    const ids = current ? productIds(current) : [];
    const key = ids.join(' ');
    if (key === linkedProducts) return;
    linkedProducts = key;
    const result = await api.call('graph:between', { ids });
    if (linkedProducts !== key) return;
    if (result.ok) return set({ links: result.value });
    // The next change asks again.
    linkedProducts = '';
    showError(result.error);
  }

  function showNone(): void {
    opening += 1;
    linkedProducts = '';
    set({ current: null, links: [] });
  }

  async function receive(change: StackChange): Promise<void> {
    const { current } = get();
    if (!current || current.stack.id !== change.stackId) return;
    // The answer to a call and its event both come here, in either order.
    if (change.revision <= current.revision) return;
    if (change.revision > current.revision + 1) return get().open(change.stackId);
    set({
      current: {
        stack: applyPatch(current.stack, change.patch),
        revision: change.revision,
        history: change.history,
      },
    });
    if (change.patch.nodes) await loadLinks();
  }

  async function step(call: Promise<Result<StackChange>>): Promise<boolean> {
    const result = await call;
    if (result.ok) await receive(result.value);
    else showError(result.error);
    return result.ok;
  }

  return {
    loaded: false,
    list: [],
    current: null,
    links: [],
    receive,

    async refreshLinks() {
      linkedProducts = '';
      await loadLinks();
    },

    async load() {
      await get().refreshList();
      const { list } = get();
      const wanted = useApp.getState().settings.currentStackId;
      const open = list.find((stack) => stack.id === wanted) ?? list[0];
      if (open) await get().open(open.id);
      else showNone();
      set({ loaded: true });
    },

    async refreshList() {
      const result = await api.call('stacks:list', {});
      if (result.ok) set({ list: result.value });
      else showError(result.error);
    },

    async open(id) {
      opening += 1;
      const turn = opening;
      const result = await api.call('stacks:get', { id });
      if (turn !== opening) return;
      if (result.ok) await get().adopt(result.value);
      else showError(result.error);
    },

    async adopt(state) {
      opening += 1;
      set({ current: state });
      await loadLinks();
      if (useApp.getState().settings.currentStackId !== state.stack.id) {
        await useApp.getState().setSettings({ currentStackId: state.stack.id });
      }
    },

    async create(name, from = {}) {
      const result = await api.call('stacks:create', { name, ...from });
      if (!result.ok) {
        showError(result.error);
        return false;
      }
      await get().adopt(result.value);
      await get().refreshList();
      return true;
    },

    async duplicate(id) {
      const result = await api.call('stacks:duplicate', { id });
      if (!result.ok) return showError(result.error);
      await get().adopt(result.value);
      await get().refreshList();
    },

    async remove(id) {
      const name = get().list.find((stack) => stack.id === id)?.name ?? '';
      const result = await api.call('stacks:delete', { id });
      if (!result.ok) return showError(result.error);
      await get().load();
      useToasts.getState().show({
        tone: 'info',
        text: `“${displayText(name)}” was deleted.`,
        action: { label: 'Undo', run: () => void get().restore(id) },
      });
    },

    async restore(id) {
      const result = await api.call('stacks:restore', { id });
      if (!result.ok) return showError(result.error);
      await get().refreshList();
      await get().open(id);
    },

    async apply(command) {
      const { current } = get();
      if (!current) return false;
      return step(
        api.call('stacks:apply', {
          stackId: current.stack.id,
          command,
        }),
      );
    },

    async undo() {
      const { current } = get();
      if (current?.history.undo) await step(api.call('stacks:undo', { stackId: current.stack.id }));
    },

    async redo() {
      const { current } = get();
      if (current?.history.redo) await step(api.call('stacks:redo', { stackId: current.stack.id }));
    },
  };
});

onCatalogueChange(() => void useStacks.getState().refreshLinks());

/** Takes in a new list; a stack that was deleted elsewhere is not left open. */
async function followList(): Promise<void> {
  await useStacks.getState().refreshList();
  const { current, list, load } = useStacks.getState();
  if (current && !list.some(({ id }) => id === current.stack.id)) await load();
}

/** Follows what other windows and the command line change. @returns a function that stops it */
export function followStacks(): () => void {
  const stops = [
    api.on('stack:changed', (change) => void useStacks.getState().receive(change)),
    api.on('stacks:changed', () => void followList()),
    api.on('workspace:replaced', () => window.location.reload()),
  ];
  return () => stops.forEach((stop) => stop());
}
