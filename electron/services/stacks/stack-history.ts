import type { StackChange, StackState } from '../../../shared/contract/contract.ts';
import { Refusal, unwrap } from '../../../shared/result.ts';
import { applyCommand } from '../../../shared/stack/apply-command.ts';
import type { StackCommand } from '../../../shared/stack/commands.ts';
import type { StackPatch } from '../../../shared/stack/patch.ts';
import { keepBefore } from '../versions/take-snapshot.ts';
import { recordMove } from '../workshop/record-move.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import type { StoredStack } from '../../store/workspace/stack-repository.ts';

/**
 * Stacks as they change: each step is on the disk, with how to take it back, before it is answered.
 * Undo and redo walk the log without limit and go on where the last run left off.
 */
export function createStackHistory(workspace: Workspace, now: () => Date) {
  const { stacks } = workspace;

  function require(id: string): StoredStack {
    const stored = stacks.find(id);
    if (!stored) throw new Refusal('not-found', 'There is no such stack.', { id });
    if (stored.deletedAt !== null) {
      throw new Refusal(
        'not-found',
        `The stack ${stored.stack.name} was deleted; restore it first.`,
        {
          id,
          deletedAt: stored.deletedAt,
        },
      );
    }
    return stored;
  }

  const historyAt = (stackId: string, position: number): StackChange['history'] => ({
    undo: position === 0 ? null : stacks.changeLabel(stackId, position),
    redo: stacks.changeLabel(stackId, position + 1),
  });

  /** Puts a patch into effect and tells what the stack's history looks like from there. */
  function advance(
    { stack, revision }: StoredStack,
    step: {
      readonly patch: StackPatch;
      readonly label: string;
      readonly position: number;
      readonly command: string;
    },
    time: string,
  ): StackChange {
    stacks.advance(stack, step.patch, step.position, time);
    recordMove(workspace, stack.id, { ...step, createdAt: time });
    return {
      stackId: stack.id,
      revision: revision + 1,
      patch: step.patch,
      label: step.label,
      history: historyAt(stack.id, step.position),
    };
  }

  return {
    /** @throws Refusal 'not-found' if there is none, or it was deleted */
    state: (id: string): StackState =>
      workspace.read(() => {
        const { stack, revision, position } = require(id);
        return { stack, revision, history: historyAt(id, position) };
      }),

    /**
     * Makes one change. What had been undone before it can no longer be redone. Before a large one
     * the stack is kept as a version.
     * @throws Refusal with the command's own reason; the stack is as it was
     */
    apply: (id: string, command: StackCommand): StackChange =>
      workspace.write(() => {
        const stored = require(id);
        const applied = unwrap(applyCommand(stored.stack, command));
        const { patch, inverse, label } = applied;
        const position = stored.position + 1;
        const time = now().toISOString();
        keepBefore(workspace, stored.stack, command, time);
        stacks.logChange(id, {
          seq: position,
          command: command.type,
          label,
          patch,
          inverse,
          createdAt: time,
        });
        return advance(stored, { patch, label, position, command: command.type }, time);
      }),

    undo: (id: string): StackChange =>
      workspace.write(() => {
        const stored = require(id);
        const last = stored.position > 0 ? stacks.change(id, stored.position) : undefined;
        if (!last) throw new Refusal('conflict', 'There is nothing to undo.');
        const step = {
          patch: last.inverse,
          command: 'undo',
          label: `Undo: ${last.label}`,
          position: last.seq - 1,
        };
        return advance(stored, step, now().toISOString());
      }),

    redo: (id: string): StackChange =>
      workspace.write(() => {
        const stored = require(id);
        const next = stacks.change(id, stored.position + 1);
        if (!next) throw new Refusal('conflict', 'There is nothing to redo.');
        const step = {
          patch: next.patch,
          command: 'redo',
          label: `Redo: ${next.label}`,
          position: next.seq,
        };
        return advance(stored, step, now().toISOString());
      }),
  };
}
