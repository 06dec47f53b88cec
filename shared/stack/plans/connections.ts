import { fail, succeed } from '../../result.ts';
import type { CommandOf } from '../commands.ts';
import type { Connection, Stack } from '../stack.ts';
import type { Planned } from './plan.ts';

export function planConnect(stack: Stack, command: CommandOf<'connect'>): Planned {
  const { connectionId, fromNodeId, toNodeId, label, direction, state, dataKinds } = command;
  const from = stack.nodes[fromNodeId];
  const to = stack.nodes[toNodeId];
  if (!from || !to) return fail('not-found', 'One end of the connection is not on the stack.');
  if (from.id === to.id) return fail('invalid-input', 'A product cannot connect to itself.');
  if (stack.connections[connectionId]) return fail('conflict', 'That connection is there already.');
  const connection: Connection = {
    id: connectionId,
    fromNodeId,
    toNodeId,
    label,
    direction,
    state,
    dataKinds,
  };
  return succeed({
    patch: { connections: { set: [connection], remove: [] } },
    label: `Connect ${from.name} and ${to.name}`,
  });
}

export function planEditConnection(stack: Stack, command: CommandOf<'edit-connection'>): Planned {
  const connection = stack.connections[command.connectionId];
  if (!connection) return fail('not-found', 'That connection is no longer there.');
  const changed: Connection = {
    ...connection,
    ...(command.reverse
      ? { fromNodeId: connection.toNodeId, toNodeId: connection.fromNodeId }
      : {}),
    label: command.label ?? connection.label,
    direction: command.direction ?? connection.direction,
    state: command.state ?? connection.state,
    dataKinds: command.dataKinds ?? connection.dataKinds,
  };
  return succeed({
    patch: { connections: { set: [changed], remove: [] } },
    label: command.label === undefined ? 'Change a connection' : 'Label a connection',
  });
}
