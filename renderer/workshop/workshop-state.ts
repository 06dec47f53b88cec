import { create } from 'zustand';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { removableLists, WorkshopCommandInput } from '../../shared/workshop/commands.ts';
import type { WorkshopSummary, WorkshopView } from '../../shared/workshop/view.ts';
import { api } from '../api.ts';
import { useStacks } from '../state/stacks.ts';
import { showError, useToasts } from '../state/toasts.ts';

export const workshopTabs = ['agenda', 'votes', 'notes', 'missing', 'rewind', 'minutes'] as const;
export type WorkshopTab = (typeof workshopTabs)[number];

interface WorkshopState {
  /** Whether the panel stands beside the canvas. */
  readonly isOpen: boolean;
  /** Workshops about the open stack, the newest first; null before they are read. */
  readonly list: readonly WorkshopSummary[] | null;
  /** The one that is shown: the one that runs, or an ended one that was chosen. */
  readonly current: WorkshopView | null;
  readonly tab: WorkshopTab;
  /** The vote for which the screen is handed around. */
  readonly ballotFor: string | null;
}

const nothing = { list: null, current: null, tab: 'agenda', ballotFor: null } as const;

export const useWorkshop = create<WorkshopState>()(() => ({ isOpen: false, ...nothing }));

const { setState: set, getState: get } = useWorkshop;

/** Takes in a workshop as it is now; what is known to be older is not. */
function receive(view: WorkshopView): void {
  const { current } = get();
  if (current?.id === view.id && current.revision > view.revision) return;
  set({ current: view });
}

async function take(call: Promise<Result<WorkshopView>>): Promise<boolean> {
  const result = await call;
  if (result.ok) receive(result.value);
  else showError(result.error);
  return result.ok;
}

/** Shows a workshop of the list. */
export async function showWorkshop(id: string): Promise<void> {
  await take(api.call('workshops:get', { id }));
}

/** Reads the workshops about a stack; one that runs is shown, and its panel opens with it. */
async function load(stackId: string, isFirst: boolean): Promise<void> {
  const result = await api.call('workshops:list', { stackId });
  if (useStacks.getState().current?.stack.id !== stackId) return;
  if (!result.ok) return showError(result.error);
  const { current } = get();
  const list = result.value;
  const isKept = list.some(({ id }) => id === current?.id);
  set({ list, ...(isKept ? {} : { current: null, ballotFor: null }) });
  const running = list.find(({ endedAt }) => endedAt === null);
  if (running && (isFirst || !isKept)) {
    await showWorkshop(running.id);
    if (isFirst) set({ isOpen: true });
  }
}

/** Goes from an ended workshop to the one that runs, or to the list of all. */
export function leaveWorkshop(): void {
  const running = get().list?.find(({ endedAt }) => endedAt === null);
  if (running) void showWorkshop(running.id);
  else set({ current: null });
}

let lastStep: Promise<unknown> = Promise.resolve();

/**
 * One step of the workshop that is shown. Steps go one after the other, as fast keys do not wait for
 * an answer. @returns whether it was done
 */
export function applyStep(command: WorkshopCommandInput): Promise<boolean> {
  const { current } = get();
  if (!current) return Promise.resolve(false);
  const { id } = current;
  const step = lastStep.then(() => take(api.call('workshops:apply', { id, command })));
  lastStep = step;
  return step;
}

export async function beginWorkshop(input: CallInput<'workshops:begin'>): Promise<boolean> {
  const isDone = await take(api.call('workshops:begin', input));
  if (isDone) set({ tab: 'agenda' });
  return isDone;
}

function say(text: string, undo: () => void): void {
  useToasts.getState().show({ tone: 'info', text, action: { label: 'Undo', run: undo } });
}

export async function endWorkshop(): Promise<void> {
  const { current } = get();
  if (!current) return;
  const { id, name } = current;
  if (!(await take(api.call('workshops:end', { id })))) return;
  set({ tab: 'minutes' });
  say(`“${name}” has ended; the stack was kept as a version.`, () => void resumeWorkshop(id));
}

export async function resumeWorkshop(id: string): Promise<void> {
  if (await take(api.call('workshops:resume', { id }))) set({ tab: 'agenda' });
}

export async function deleteWorkshop({ id, name }: WorkshopSummary): Promise<void> {
  const result = await api.call('workshops:delete', { id });
  if (!result.ok) return showError(result.error);
  if (get().current?.id === id) set({ current: null });
  say(`“${name}” was deleted.`, () => void take(api.call('workshops:undelete', { id })));
}

const removedWords = {
  agenda: 'The item was taken off the agenda.',
  votes: 'The vote was removed.',
  points: 'The point was removed.',
  decisions: 'The decision was removed.',
} as const;

/** Removes an entry; the message brings it back. */
export async function removeEntry(
  list: (typeof removableLists)[number],
  id: string,
): Promise<void> {
  if (await applyStep({ type: 'remove', list, id })) {
    say(removedWords[list], () => void applyStep({ type: 'bring-back', list, id }));
  }
}

/** Answers a question of the round. @returns whether it was answered */
export function answerMissing(input: Omit<CallInput<'workshops:answer'>, 'id'>): Promise<boolean> {
  const { current } = get();
  if (!current) return Promise.resolve(false);
  return take(api.call('workshops:answer', { id: current.id, ...input }));
}

/** Follows the open stack and what other windows do. @returns a function that stops it */
export function followWorkshops(): () => void {
  let stackId = '';
  const follow = (): void => {
    const id = useStacks.getState().current?.stack.id ?? '';
    if (id === stackId) return;
    stackId = id;
    set(nothing);
    if (id !== '') void load(id, true);
  };
  follow();
  const stops = [
    useStacks.subscribe(follow),
    api.on('workshops:changed', (change) => {
      if (change.stackId !== stackId) return;
      const { current } = get();
      const isNews = current?.id === change.workshopId && current.revision < change.revision;
      if (isNews) void showWorkshop(change.workshopId);
      void load(stackId, false);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
