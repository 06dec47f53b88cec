import type { GroupId } from '../domain/catalogue.ts';
import { LANE } from './layout.ts';
import type { Lane, Stack } from './stack.ts';

/** The six groups of the taxonomy, short enough for a lane's head. */
const defaultLanes: readonly { readonly title: string; readonly group: GroupId }[] = [
  { title: 'Advertising & Promotion', group: 'advertising' },
  { title: 'Content & Experience', group: 'content' },
  { title: 'Social & Relationships', group: 'social' },
  { title: 'Commerce & Sales', group: 'commerce' },
  { title: 'Data', group: 'data' },
  { title: 'Business Stack', group: 'business' },
];

/** An empty stack with one lane for each group of the taxonomy, left to right. */
export function newStack(id: string, name: string): Stack {
  const lanes: Record<string, Lane> = {};
  defaultLanes.forEach(({ title, group }, index) => {
    const laneId = `lane-${group}`;
    lanes[laneId] = {
      id: laneId,
      title,
      groups: [group],
      x: index * (LANE.width + LANE.gap),
      y: 0,
      width: LANE.width,
      height: LANE.minHeight,
      shape: 'column',
      categories: [],
    };
  });
  return { id, name, nodes: {}, lanes, connections: {}, items: {}, templateId: 'taxonomy' };
}
