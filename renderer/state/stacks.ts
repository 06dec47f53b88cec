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
import { createAskAhead } from './ask-ahead.ts';
import { onCatalogueChange } from './catalogue-changes.ts';
import { createChangeInbox, type Arrived } from './change-inbox.ts';
import { allLinks, isAbout, linksAfter, noLinks, type StackLinks } from './stack-links.ts';
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
  /**
   * Makes one change to the current stack.
   * @param alongside shows what belongs with the change, so that both are drawn at once
   * @returns whether it was made
   */
  apply(command: StackCommandInput, alongside?: () => void): Promise<boolean>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Takes in a change, wherever it was made; one that is already in is skipped. */
  receive(change: StackChange): Promise<void>;
  /** Shows a stack that the services have just made. */
  adopt(state: StackState): Promise<void>;
  /** Asks anew what is known of the products of the current stack. */
  refreshLinks(): Promise<void>;
}

const links = createAskAhead((ids, of) =>
  api.call('graph:between', { ids: [...ids], ...(of ? { of: [...of] } : {}) }),
);

export const useStacks = create<StacksState>()((set, get) => {
  /** What `links` says; null while it is not about the current stack. */
  let known: StackLinks | null = null;
  /** Counts what was asked to be shown, so that a late answer never replaces a newer choice. */
  let opening = 0;
  let asking = 0;
  /** The newest revision of each stack that this page was told of. */
  const heard = new Map<string, number>();

  function hear({ stackId, revision }: StackChange): void {
    heard.set(stackId, Math.max(revision, heard.get(stackId) ?? 0));
  }

  /** Asks anew for all links of the current stack. */
  async function loadLinks(): Promise<void> {
    asking += 1;
    const turn = asking;
    const { current } = get();
    known = current ? null : noLinks;
    if (!current) return set({ links: [] });
    const result = await allLinks(current.stack, links.ask);
    if (turn !== asking) return;
    // The next change asks again.
    if (!result.ok) return showError(result.error);
    known = result.value;
    set({ links: known.links });
  }

  function showNone(): void {
    opening += 1;
    set({ current: null });
    void loadLinks();
  }

  async function takeIn(arrived: Arrived): Promise<void> {
    const { change, alongside = () => undefined } = arrived;
    const { current } = get();
    if (!current || current.stack.id !== change.stackId) return;
    // The answer to a call and its event both come here.
    if (change.revision <= current.revision) return alongside();
    if (change.revision > current.revision + 1) {
      await get().open(change.stackId);
      return alongside();
    }
    const stack = applyPatch(current.stack, change.patch);
    const turn = asking;
    const next = known && change.patch.nodes ? await linksAfter(known, stack, links.ask) : known;
    // Something else was opened meanwhile, or the same as it is now.
    if (get().current !== current) return takeIn(arrived);
    const isFresh = next !== null && turn === asking;
    if (isFresh) known = next;
    set({
      current: { stack, revision: change.revision, history: change.history },
      ...(isFresh ? { links: next.links } : {}),
    });
    alongside();
    // Whatever else changes meanwhile does not wait for them.
    if (!isFresh) void loadLinks();
  }

  const inbox = createChangeInbox(takeIn);

  async function step(
    call: Promise<Result<StackChange>>,
    alongside: () => void = () => undefined,
  ): Promise<boolean> {
    const result = await inbox.expect(call, (answer) => {
      if (!answer.ok) return null;
      hear(answer.value);
      return { change: answer.value, alongside };
    });
    if (!result.ok) showError(result.error);
    return result.ok;
  }

  return {
    loaded: false,
    list: [],
    current: null,
    links: [],
    receive(change) {
      hear(change);
      return inbox.tell(change);
    },
    refreshLinks: loadLinks,

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
      let result = await api.call('stacks:get', { id });
      // What has changed since it was answered may be here before the answer.
      if (result.ok && result.value.revision < (heard.get(id) ?? 0)) {
        result = await api.call('stacks:get', { id });
      }
      if (turn !== opening) return;
      if (result.ok) await get().adopt(result.value);
      else showError(result.error);
    },

    async adopt(state) {
      opening += 1;
      set({ current: state });
      if (!known || !isAbout(known, state.stack)) await loadLinks();
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

    async apply(command, alongside) {
      const { current } = get();
      if (!current) return false;
      const call = api.call('stacks:apply', { stackId: current.stack.id, command });
      if (command.type === 'add-products' && known) {
        const came = command.products.map(({ productId }) => productId);
        links.ahead(known.products, came);
      }
      const isDone = await step(call, alongside);
      links.forget();
      return isDone;
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
