import { Refusal } from '../../../shared/result.ts';
import type { Session } from './session.ts';

/** Below it a hit is no likelier to be meant than any other product. */
const LIKELY = 0.5;

/**
 * Asks for something of a product; where the id is unknown, the refusal names the product that was
 * probably meant, since people type names and former names where an id is wanted.
 */
export async function orSuggest<T>(
  { call }: Session,
  id: string,
  ask: (session: Session) => Promise<T>,
): Promise<T> {
  try {
    return await ask({ call });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
    const unknown = error.details?.['id'] ?? id;
    const text = String(unknown).replaceAll('-', ' ').slice(0, 100);
    const [hit] = await call('catalogue:search', { text, limit: 1 });
    if (!hit || hit.score < LIKELY || hit.id === unknown) throw error;
    throw new Refusal(error.code, `${error.message} Did you mean ${hit.name} (${hit.id})?`);
  }
}
