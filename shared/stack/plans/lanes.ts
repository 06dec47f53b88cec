import { fail, succeed } from '../../result.ts';
import type { CommandOf } from '../commands.ts';
import { laneAt } from '../layout.ts';
import type { Lane, Stack, StackNode } from '../stack.ts';
import type { Planned } from './plan.ts';

export function planAddLane(stack: Stack, { lane }: CommandOf<'add-lane'>): Planned {
  if (stack.lanes[lane.id]) return fail('conflict', 'That lane is there already.');
  return succeed({
    patch: { lanes: { set: [lane], remove: [] } },
    label: `Add lane ${lane.title}`,
  });
}

/** A lane that moves takes its products along. */
export function planEditLane(stack: Stack, command: CommandOf<'edit-lane'>): Planned {
  const lane = stack.lanes[command.laneId];
  if (!lane) return fail('not-found', 'That lane is no longer there.');
  const set = Object.fromEntries(
    Object.entries(command.change).filter(([, value]) => value !== undefined),
  ) as Partial<Lane>;
  const changed: Lane = { ...lane, ...set };
  const dx = changed.x - lane.x;
  const dy = changed.y - lane.y;
  const carried: StackNode[] =
    dx === 0 && dy === 0
      ? []
      : Object.values(stack.nodes)
          .filter((node) => node.laneId === lane.id)
          .map((node) => ({ ...node, x: node.x + dx, y: node.y + dy }));
  return succeed({
    patch: {
      lanes: { set: [changed], remove: [] },
      ...(carried.length > 0 ? { nodes: { set: carried, remove: [] } } : {}),
    },
    label: `Change lane ${lane.title}`,
  });
}

export function planRenameLane(stack: Stack, command: CommandOf<'rename-lane'>): Planned {
  const lane = stack.lanes[command.laneId];
  if (!lane) return fail('not-found', 'That lane is no longer there.');
  return succeed({
    patch: { lanes: { set: [{ ...lane, title: command.title }], remove: [] } },
    label: `Rename lane ${lane.title}`,
  });
}

/**
 * Other lanes for the whole stack. Products that are not moved stay where they are and belong to
 * the lane that they then stand in.
 */
export function planRestructure(stack: Stack, command: CommandOf<'restructure'>): Planned {
  const lanes: Record<string, Lane> = {};
  for (const lane of command.lanes) {
    if (lanes[lane.id]) return fail('invalid-input', `The lane ${lane.title} is there twice.`);
    lanes[lane.id] = lane;
  }
  const moved: Record<string, StackNode> = { ...stack.nodes };
  for (const { nodeId, x, y } of command.moves) {
    const node = stack.nodes[nodeId];
    if (!node) return fail('not-found', 'That product is no longer on the stack.', { nodeId });
    if (!node.locked) moved[nodeId] = { ...node, x, y };
  }
  // Heights follow from who stands in a lane, so places are settled one product after the other.
  const settled: Record<string, StackNode> = {};
  for (const node of Object.values(moved)) {
    settled[node.id] = { ...node, laneId: laneAt({ lanes, nodes: settled }, node) };
  }
  const set = Object.values(settled).filter((node) => {
    const before = stack.nodes[node.id];
    return before?.x !== node.x || before.y !== node.y || before.laneId !== node.laneId;
  });
  return succeed({
    patch: {
      ...(command.templateId === stack.templateId ? {} : { templateId: command.templateId }),
      lanes: {
        set: command.lanes,
        remove: Object.keys(stack.lanes).filter((id) => !lanes[id]),
      },
      ...(set.length > 0 ? { nodes: { set, remove: [] } } : {}),
    },
    label: `Structure as ${command.title}`,
  });
}
