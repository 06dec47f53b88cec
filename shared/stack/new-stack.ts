import type { Stack } from './stack.ts';
import { structureAs } from './templates/arrange-lanes.ts';
import type { StackTemplate } from './templates/template.ts';
import { defaultTemplate } from './templates/templates.ts';

/** An empty stack with the lanes of a template, by default one for each group of the taxonomy. */
export function newStack(
  id: string,
  name: string,
  template: StackTemplate = defaultTemplate,
): Stack {
  const { templateId, lanes } = structureAs(template, { nodes: {} });
  return {
    ...{ id, name, templateId, nodes: {}, connections: {}, items: {} },
    lanes: Object.fromEntries(lanes.map((lane) => [lane.id, lane])),
  };
}
