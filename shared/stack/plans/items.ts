import { fail, succeed } from '../../result.ts';
import type { CommandOf } from '../commands.ts';
import { StackItem } from '../items.ts';
import type { Stack } from '../stack.ts';
import { about, type Planned } from './plan.ts';

export function planAddItems(stack: Stack, command: CommandOf<'add-items'>): Planned {
  const ids = command.items.map((item) => item.id);
  if (new Set(ids).size < ids.length || ids.some((id) => stack.items[id])) {
    return fail('conflict', 'That is on the stack already.');
  }
  return succeed({
    patch: { items: { set: command.items, remove: [] } },
    label: about('Add', [], command.items),
  });
}

export function planEditItem(stack: Stack, command: CommandOf<'edit-item'>): Planned {
  const item = stack.items[command.itemId];
  if (!item) return fail('not-found', 'That is no longer on the stack.');
  const foreign = Object.keys(command.change).find((field) => !(field in item));
  if (foreign !== undefined) {
    return fail('invalid-input', `A ${item.type} has no ${foreign}.`, { field: foreign });
  }
  // Parsed again, because what is allowed depends on the type: a heading is shorter than a note.
  const changed = StackItem.safeParse({ ...item, ...command.change });
  if (!changed.success) {
    return fail('invalid-input', `That is too much for a ${item.type}.`);
  }
  const fields = Object.keys(command.change);
  const isPlace = fields.every((field) => ['x', 'y', 'width', 'height'].includes(field));
  return succeed({
    patch: { items: { set: [changed.data], remove: [] } },
    label: about(isPlace ? 'Resize' : 'Edit', [], [item]),
  });
}
