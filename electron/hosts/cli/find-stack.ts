import { Refusal } from '../../../shared/result.ts';
import type { StackSummary } from '../../../shared/stack/stack.ts';
import type { Session } from './session.ts';

/**
 * The stack that a person means: by id, else by its exact name.
 * @throws Refusal 'not-found', or 'conflict' with the ids where several have the name
 */
export async function findStack({ call }: Session, idOrName: string): Promise<StackSummary> {
  const list = await call('stacks:list', {});
  const byId = list.find((stack) => stack.id === idOrName);
  if (byId) return byId;
  const named = list.filter((stack) => stack.name === idOrName);
  const [only] = named;
  if (!only) throw new Refusal('not-found', `There is no stack “${idOrName.slice(0, 200)}”.`);
  if (named.length > 1) {
    const ids = named.map((stack) => stack.id).join(', ');
    throw new Refusal('conflict', `Several stacks are called “${only.name}”; use an id: ${ids}`);
  }
  return only;
}
