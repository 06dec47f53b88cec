import { connectionStateLabels } from '../stack/state-words.ts';
import type { SceneEdge } from './scene.ts';
import { kindLabels, possibleConnectionLabel, userConnectionLabel } from './theme.ts';

/** The kind of an edge in words, with the state of a connection that is not simply live. */
export function edgeKindWords({ kind, state }: Pick<SceneEdge, 'kind' | 'state'>): string {
  if (kind === 'possible') return possibleConnectionLabel;
  if (kind !== 'user') return kindLabels[kind];
  if (state === null || state === 'live') return userConnectionLabel;
  return `${userConnectionLabel} (${connectionStateLabels[state].toLowerCase()})`;
}
