import type { SceneEdge } from './scene.ts';
import type { DiagramTheme, EdgeStyle } from './theme.ts';

/** How a theme draws an edge: by its kind, or by the state of a connection of the person's own. */
export function edgeStyle(theme: DiagramTheme, edge: Pick<SceneEdge, 'kind' | 'state'>): EdgeStyle {
  if (edge.kind === 'user') return theme.connections[edge.state ?? 'live'];
  return edge.kind === 'possible' ? theme.possible : theme.kinds[edge.kind];
}
