import { fail, succeed } from '../../result.ts';
import type { CommandOf } from '../commands.ts';
import { withRoom } from '../lane-room.ts';
import { freePlace, laneAt } from '../layout.ts';
import type { Stack, StackNode } from '../stack.ts';
import { about, contentPatch, type Planned } from './plan.ts';

export function planAdd(stack: Stack, command: CommandOf<'add-products'>): Planned {
  const present = new Set(Object.values(stack.nodes).map((node) => node.productId));
  const nodes = { ...stack.nodes };
  const set: StackNode[] = [];
  for (const { position, ...product } of command.products) {
    if (nodes[product.id]) return fail('conflict', `A product with the id ${product.id} is there.`);
    // A product stands once on a stack: adding it again changes nothing.
    if (present.has(product.productId)) continue;
    present.add(product.productId);
    const current = { lanes: stack.lanes, nodes };
    const place = position
      ? { ...position, laneId: laneAt(current, position) }
      : freePlace(current, product);
    const node: StackNode = { ...product, ...place };
    nodes[node.id] = node;
    set.push(node);
  }
  if (set.length === 0) return fail('conflict', 'Already on this stack.');
  // A lane of rows that has become taller moves those below it down.
  const patch = contentPatch(stack, withRoom({ lanes: stack.lanes, nodes }));
  return succeed({ patch, label: about('Add', set, []) });
}

export function planEditNodes(stack: Stack, command: CommandOf<'edit-nodes'>): Planned {
  const set: StackNode[] = [];
  for (const id of new Set(command.nodeIds)) {
    const node = stack.nodes[id];
    if (!node) return fail('not-found', 'That product is no longer on the stack.', { nodeId: id });
    const { state, owner, yearlyCost, hasProcessorAgreement } = command.change;
    set.push({
      ...node,
      ...(state === undefined ? {} : { state }),
      ...(owner === undefined ? {} : { owner }),
      ...(yearlyCost === undefined ? {} : { yearlyCost }),
      ...(hasProcessorAgreement === undefined ? {} : { hasProcessorAgreement }),
    });
  }
  const [field, ...more] = Object.keys(command.change);
  if (field === undefined) return fail('invalid-input', 'Nothing to change.');
  const verbs: Readonly<Record<string, string>> = {
    state: 'Change the state of',
    owner: 'Change the owner of',
    yearlyCost: 'Change the cost of',
    hasProcessorAgreement: 'Change the agreement of',
  };
  const verb = more.length === 0 ? (verbs[field] ?? 'Change') : 'Change';
  return succeed({ patch: { nodes: { set, remove: [] } }, label: about(verb, set, []) });
}

export function planSwap(stack: Stack, command: CommandOf<'swap-product'>): Planned {
  const old = stack.nodes[command.nodeId];
  if (!old) return fail('not-found', 'That product is no longer on the stack.');
  const { product } = command;
  const others = Object.values(stack.nodes).filter((node) => node.id !== old.id);
  if (others.some((node) => node.productId === product.productId)) {
    return fail('conflict', `${product.name} is already on this stack.`);
  }
  // The node keeps its id, and with it the person's own connections; what it costs does not carry
  // over to another product.
  const node: StackNode = {
    ...old,
    productId: product.productId,
    name: product.name,
    categoryId: product.categoryId,
    groupId: product.groupId,
    state: product.state,
    yearlyCost: product.yearlyCost,
    hasProcessorAgreement: product.hasProcessorAgreement,
  };
  return succeed({
    patch: { nodes: { set: [node], remove: [] } },
    label: `Swap ${old.name} for ${node.name}`,
  });
}
