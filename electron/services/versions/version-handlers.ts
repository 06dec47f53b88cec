import type {
  EmitEvent,
  Handlers,
  StackChange,
  StackState,
} from '../../../shared/contract/contract.ts';
import type { Link } from '../../../shared/domain/product.ts';
import { ExportOptions } from '../../../shared/exchange/export-options.ts';
import { writeSvg } from '../../../shared/diagram/write-svg.ts';
import { Refusal } from '../../../shared/result.ts';
import type { StackCommand } from '../../../shared/stack/commands.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { compareVersions, linksOf, type VersionChanges } from '../../../shared/versions/compare.ts';
import type { Snapshot, VersionRef } from '../../../shared/versions/contract.ts';
import { markScene, overlayOf } from '../../../shared/versions/mark-scene.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import type { ExchangeCatalogue } from '../exchange/exchange-catalogue.ts';
import { sceneOf } from '../exchange/export-stack.ts';
import { takeSnapshot } from './take-snapshot.ts';

type VersionHandlers = Pick<
  Handlers,
  Exclude<Extract<keyof Handlers, `versions:${string}`>, 'versions:swap-options'>
>;

export interface VersionOptions {
  readonly workspace: Workspace;
  readonly catalogue: ExchangeCatalogue;
  /** @throws Refusal 'not-found' */
  readonly stackState: (id: string) => Pick<StackState, 'stack'>;
  readonly apply: (stackId: string, command: StackCommand) => StackChange;
  readonly emit: EmitEvent;
  readonly now?: () => Date;
}

interface Version {
  readonly name: string;
  readonly stack: Stack;
}

/** Versions of stacks: kept, compared and brought back, each whole. */
export function createVersionHandlers(options: VersionOptions): VersionHandlers {
  const { workspace, catalogue, stackState, apply, emit, now = () => new Date() } = options;
  const { snapshots } = workspace;

  function require(id: string): Snapshot {
    const found = snapshots.get(id);
    if (!found) throw new Refusal('not-found', 'This version is not kept any more.', { id });
    return found;
  }

  function stackOf(id: string): Stack {
    try {
      const stack = snapshots.stackOf(id);
      if (stack) return stack;
    } catch {
      throw new Refusal('damaged-file', 'This version is damaged and cannot be read.', { id });
    }
    throw new Refusal('not-found', 'This version is not kept any more.', { id });
  }

  const versionOf = (ref: VersionRef): Version =>
    workspace.read(() =>
      ref.type === 'current'
        ? { name: 'As it is now', stack: stackState(ref.stackId).stack }
        : { name: require(ref.id).name, stack: stackOf(ref.id) },
    );

  const known = ({ nodes }: Stack): readonly Link[] =>
    catalogue.linksBetween([...new Set(Object.values(nodes).map(({ productId }) => productId))]);

  function changesOf(from: Stack, to: Stack): VersionChanges {
    const withLinks = (stack: Stack) => ({ stack, links: linksOf(stack, known(stack)) });
    return compareVersions(withLinks(from), withLinks(to));
  }

  function setDeleted(id: string, time: string | null): Snapshot {
    const snapshot = workspace.write(() => {
      const found = require(id);
      snapshots.setDeletedAt(id, time);
      return found;
    });
    emit('versions:changed', { stackId: snapshot.stackId });
    return snapshot;
  }

  return {
    'versions:list': ({ stackId }) =>
      workspace.read(() => {
        stackState(stackId);
        return snapshots.list(stackId);
      }),

    'versions:take': ({ stackId, name }) => {
      const taken = workspace.write(() =>
        takeSnapshot(workspace, stackState(stackId).stack, name, {
          isAutomatic: false,
          time: now().toISOString(),
        }),
      );
      emit('versions:changed', { stackId });
      return taken;
    },

    'versions:rename': ({ id, name }) => {
      const renamed = workspace.write(() => {
        require(id);
        snapshots.rename(id, name);
        return require(id);
      });
      emit('versions:changed', { stackId: renamed.stackId });
      return renamed;
    },

    'versions:delete': ({ id }) => {
      setDeleted(id, now().toISOString());
      return {};
    },
    'versions:undelete': ({ id }) => setDeleted(id, null),

    'versions:restore': ({ id }) => {
      const { stackId, name } = require(id);
      const { nodes, lanes, connections, items, templateId } = stackOf(id);
      const content = { nodes, lanes, connections, items, templateId };
      apply(stackId, { type: 'restore', title: name, content });
      return { stackId };
    },

    'versions:compare': ({ from, to }) => {
      const [before, after] = [versionOf(from), versionOf(to)];
      const changes = changesOf(before.stack, after.stack);
      const names = Object.fromEntries(
        [...Object.values(before.stack.nodes), ...Object.values(after.stack.nodes)].map((node) => [
          node.productId,
          node.name,
        ]),
      );
      return {
        from: before.name,
        to: after.name,
        names,
        added: [...changes.added],
        removed: [...changes.removed],
        replaced: [...changes.replaced],
        moved: [...changes.moved],
        changed: [...changes.changed],
        gained: [...changes.gained],
        lost: [...changes.lost],
        cost: changes.cost,
      };
    },

    'versions:picture': ({ from, to, which, look }) => {
      const [before, after] = [versionOf(from), versionOf(to)];
      const chosen = ExportOptions.parse({ format: 'svg', look, show: { legend: false } });
      const draw = (stack: Stack) =>
        sceneOf(stack, { catalogue, picture: (id) => workspace.pictures.get(id) }, chosen);
      if (which !== 'overlay') {
        const { name, stack } = which === 'from' ? before : after;
        return { svg: writeSvg(draw({ ...stack, name }), {}) };
      }
      const changes = changesOf(before.stack, after.stack);
      const both = overlayOf(before.stack, after.stack, changes);
      const name = `${before.name} → ${after.name}`.slice(0, 200);
      return { svg: writeSvg(markScene(draw({ ...both, name }), changes), {}) };
    },
  };
}
