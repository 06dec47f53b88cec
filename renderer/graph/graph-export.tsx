import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeGraph } from '../../shared/graph/describe-graph.ts';
import { graphFormatInfo, graphFormats, type GraphFormat } from '../../shared/graph/graph-file.ts';
import { api } from '../api.ts';
import { saveFile } from '../state/files.ts';
import { useTheme } from '../state/theme.ts';
import { showError } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import type { GraphHandle } from './cytoscape-view.tsx';
import type { GraphData } from './use-graph-data.ts';

interface GraphExportProps {
  readonly title: string;
  /** What is shown, filters and all. */
  readonly shown: Pick<GraphData, 'nodes' | 'links' | 'flows' | 'own'>;
  readonly handle: GraphHandle | null;
}

/** The graph that is shown, as a file: for graph tools, for spreadsheets, and as a picture. */
export function GraphExport({ title, shown, handle }: GraphExportProps): ReactNode {
  const theme = useTheme();
  const run = async (format: GraphFormat): Promise<void> => {
    const { nodes, links, flows, own } = shown;
    const graph = describeGraph({ title, rows: nodes, placed: [], links, flows, own });
    const at = handle?.places() ?? new Map();
    const placed = graph.nodes.map((node) => ({ ...node, at: at.get(node.id) ?? null }));
    const result = await api.call('graph:export', {
      ...{ graph: { ...graph, nodes: placed }, format, theme },
    });
    if (result.ok) await saveFile(result.value);
    else showError(result.error);
  };
  return (
    <Menu
      label="Export the graph"
      trigger={
        <Button isDisabled={shown.nodes.length === 0}>
          <Download aria-hidden="true" /> Export
        </Button>
      }
    >
      {graphFormats
        .filter((format) => handle !== null || !graphFormatInfo[format].isPicture)
        .map((format) => (
          <MenuItem
            key={format}
            id={format}
            label={graphFormatInfo[format].label}
            onAction={() => void run(format)}
          />
        ))}
    </Menu>
  );
}
