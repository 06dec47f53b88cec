import { randomUUID } from 'node:crypto';
import type { EmitEvent, Handlers, StackState } from '../../../shared/contract/contract.ts';
import type { CategoryGroup } from '../../../shared/domain/product.ts';
import { Refusal, unwrap } from '../../../shared/result.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { patchBetween, type StackPatch } from '../../../shared/stack/patch.ts';
import { newItem } from '../../../shared/workshop/agenda.ts';
import { applyToWorkshop, emptyContent, finished } from '../../../shared/workshop/apply.ts';
import { minutesToMarkdown } from '../../../shared/workshop/write-minutes.ts';
import { viewWorkshop, type StoredWorkshop } from '../../../shared/workshop/view.ts';
import type { Point } from '../../../shared/workshop/workshop.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import type { ExchangeCatalogue } from '../exchange/exchange-catalogue.ts';
import { timeAfter } from '../time-after.ts';
import { takeSnapshot } from '../versions/take-snapshot.ts';
import { createMissingRound } from './missing-round.ts';
import { createRecord } from './write-down.ts';

type WorkshopHandlers = Pick<Handlers, Extract<keyof Handlers, `workshops:${string}`>>;

export interface WorkshopOptions {
  readonly workspace: Workspace;
  readonly catalogue: ExchangeCatalogue;
  readonly taxonomy: () => readonly CategoryGroup[];
  /** @throws Refusal 'not-found' */
  readonly stackState: (id: string) => Pick<StackState, 'stack'>;
  readonly insights: Pick<Handlers, 'insights:health' | 'insights:coverage'>;
  readonly emit: EmitEvent;
  readonly now?: () => Date;
}

/** From one stack to another, the name included. */
function wholePatch(from: Stack, to: Stack): StackPatch {
  return { ...patchBetween(from, to), ...(from.name === to.name ? {} : { name: to.name }) };
}

/** Workshops: each step of facilitation is on the disk, whole, before it is answered. */
export function createWorkshopHandlers(options: WorkshopOptions): WorkshopHandlers {
  const { workspace, catalogue, stackState, emit, now = () => new Date() } = options;
  const { workshops } = workspace;
  const record = createRecord({ workspace, catalogue, stackState, now });
  const round = createMissingRound({ ...options, now });

  function find(id: string): { workshop: StoredWorkshop; isDeleted: boolean } {
    let found: ReturnType<typeof workshops.find>;
    try {
      found = workshops.find(id);
    } catch (error) {
      if (error instanceof Error && ['ZodError', 'SyntaxError'].includes(error.name)) {
        throw new Refusal('damaged-file', 'This workshop is damaged and cannot be read.', { id });
      }
      throw error;
    }
    if (!found) throw new Refusal('not-found', 'There is no such workshop.', { id });
    return found;
  }

  function require(id: string): StoredWorkshop {
    const { workshop, isDeleted } = find(id);
    if (isDeleted) throw new Refusal('not-found', 'This workshop was deleted.', { id });
    return workshop;
  }

  function refuseSecond(stackId: string): void {
    if (workshops.running(stackId) === undefined) return;
    throw new Refusal('conflict', 'A workshop about this stack is running; end it first.');
  }

  function told(workshop: StoredWorkshop): ReturnType<typeof viewWorkshop> {
    const { stackId, id: workshopId, revision } = workshop;
    emit('workshops:changed', { stackId, workshopId, revision });
    return viewWorkshop(workshop);
  }

  /** Stores what `change` makes of a workshop, one revision on, in one transaction. */
  function changed(
    id: string,
    change: (workshop: StoredWorkshop) => Partial<StoredWorkshop>,
  ): StoredWorkshop {
    return workspace.write(() => {
      const workshop = require(id);
      const next = { ...workshop, ...change(workshop), revision: workshop.revision + 1 };
      workshops.put(next);
      return next;
    });
  }

  function refuseEnded({ endedAt }: StoredWorkshop): void {
    if (endedAt === null) return;
    throw new Refusal('conflict', 'This workshop has ended; go on with it to run it further.');
  }

  const keep = (stack: Stack, name: string, time: string): string =>
    takeSnapshot(workspace, stack, name.slice(0, 200), { isAutomatic: false, time }).id;

  /** Points that the last workshop carried over, open again. */
  function carriedTo(stackId: string): Point[] {
    const last = workshops.list(stackId)[0];
    if (!last) return [];
    return require(last.id)
      .content.points.filter(({ state, isRemoved }) => state === 'carried' && !isRemoved)
      .map((point) => ({ ...point, id: randomUUID(), state: 'open' }));
  }

  /** Commands that are about what was written down, and allowed afterwards as well. */
  const always = new Set([
    'rename',
    'add-point',
    'edit-point',
    'add-decision',
    'edit-decision',
    'remove',
    'bring-back',
    'reveal-vote',
  ]);

  return {
    'workshops:list': ({ stackId }) =>
      workspace.read(() => {
        stackState(stackId);
        return workshops.list(stackId);
      }),
    'workshops:get': ({ id }) => viewWorkshop(workspace.read(() => require(id))),

    'workshops:begin': ({ stackId, name, people, agenda }) => {
      const begun = workspace.write(() => {
        const { stack } = stackState(stackId);
        refuseSecond(stackId);
        const time = now();
        const workshop: StoredWorkshop = {
          ...{ id: randomUUID(), stackId, name, endedAt: null, revision: 1, afterId: null },
          startedAt: timeAfter(workshops.list(stackId)[0]?.startedAt, time),
          beforeId: keep(stack, `Before ${name}`, time.toISOString()),
          content: {
            ...emptyContent(people),
            agenda: agenda.map(({ title, minutes }) => newItem(randomUUID(), title, minutes)),
            points: carriedTo(stackId),
          },
        };
        workshops.add(workshop);
        return workshop;
      });
      emit('versions:changed', { stackId });
      return told(begun);
    },

    'workshops:apply': ({ id, command }) =>
      told(
        changed(id, (workshop) => {
          if (!always.has(command.type)) refuseEnded(workshop);
          if (command.type === 'rename') return { name: command.name };
          const productName = (productId: string): string | null => {
            const { stack } = stackState(workshop.stackId);
            const node = Object.values(stack.nodes).find((each) => each.productId === productId);
            return node?.name ?? catalogue.rows([productId])[0]?.name ?? null;
          };
          const context = { at: now().toISOString(), productName };
          return { content: unwrap(applyToWorkshop(workshop.content, command, context)) };
        }),
      ),

    'workshops:end': ({ id }) => {
      const ended = changed(id, (workshop) => {
        refuseEnded(workshop);
        const at = now().toISOString();
        const { stack } = stackState(workshop.stackId);
        const afterId = keep(stack, `After ${workshop.name}`, at);
        return { endedAt: at, afterId, content: finished(workshop.content, at) };
      });
      emit('versions:changed', { stackId: ended.stackId });
      return told(ended);
    },

    'workshops:resume': ({ id }) =>
      told(
        changed(id, (workshop) => {
          if (workshop.endedAt === null) return {};
          refuseSecond(workshop.stackId);
          // What happened to the stack in between becomes one move, so that the steps stay a way.
          const patch = wholePatch(record.stackAtEnd(workshop), stackState(workshop.stackId).stack);
          if (Object.keys(patch).length > 0) {
            workshops.addMove(id, {
              ...{ command: 'meanwhile', label: 'What was changed in between', patch },
              createdAt: now().toISOString(),
            });
          }
          return { endedAt: null, afterId: null };
        }),
      ),

    'workshops:delete': ({ id }) => {
      const deleted = workspace.write(() => {
        const { workshop } = find(id);
        workshops.setDeletedAt(id, now().toISOString());
        return workshop;
      });
      told(deleted);
      return {};
    },
    'workshops:undelete': ({ id }) =>
      told(
        workspace.write(() => {
          const { workshop, isDeleted } = find(id);
          if (isDeleted && workshop.endedAt === null) refuseSecond(workshop.stackId);
          workshops.setDeletedAt(id, null);
          return workshop;
        }),
      ),

    'workshops:missing': ({ id }, context) => round.questions(require(id), context),
    'workshops:answer': async (input, context) => {
      const workshop = require(input.id);
      refuseEnded(workshop);
      const answered = await round.answer(workshop, input, context, (work) =>
        changed(input.id, (current) => ({ content: work(current) })),
      );
      return told(answered);
    },

    'workshops:moves': ({ id }) => workspace.read(() => record.steps(require(id))),
    'workshops:picture': ({ id, seq, look }) => ({
      svg: workspace.read(() => record.picture(require(id), seq, look)),
    }),
    'workshops:minutes': ({ id }) => {
      const minutes = workspace.read(() => record.minutesOf(require(id)));
      return { minutes, markdown: minutesToMarkdown(minutes) };
    },
    'workshops:export-minutes': ({ id, format }) =>
      workspace.read(() => record.minutesFile(require(id), format)),
  };
}
