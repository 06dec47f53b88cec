import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeGraph } from '../../shared/graph/describe-graph.ts';
import { graphFormatInfo, graphFormats, type GraphFormat } from '../../shared/graph/graph-file.ts';
import { api } from '../api.ts';
import { useStacks } from '../state/stacks.ts';
import { saveFile } from '../state/files.ts';
import { useTheme } from '../state/theme.ts';
import { showError } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import type { GraphHandle } from './cytoscape-view.tsx';
import type { DrawnGraph } from './graph-drawing.ts';
import { edgeLinks } from './graph-model.ts';
import type { GraphData } from './use-graph-data.ts';

interface GraphExportProps {
  readonly title: string;
  readonly data: GraphData;
  readonly graph: DrawnGraph;
  readonly handle: GraphHandle;
}

/** Takes along what is shown: as data for graph programs and sheets, or as a picture. */
export function GraphExport({ title, data, graph, handle }: GraphExportProps): ReactNode {
  const theme = useTheme();
  const write = async (format: GraphFormat): Promise<void> => {
    const ids = graph.nodes.map(({ id }) => id);
    const [rows, asked] = await Promise.all([
      api.call('catalogue:rows', { ids }),
      api.call('graph:links', { ids }),
    ]);
    if (!rows.ok) return showError(rows.error);
    if (!asked.ok) return showError(asked.error);
    // Only what is drawn: hidden kinds and directions stay out of the file as well.
    const drawn = new Set(edgeLinks(data.links, graph.edges));
    const key = ({ from, to, kind }: (typeof data.links)[number]): string =>
      `${from} ${to} ${kind}`;
    const keys = new Set([...drawn].map(key));
    const shown = new Set(graph.edges.filter(({ style }) => style === 'user').map(({ id }) => id));
    const whole = describeGraph({
      title,
      rows: rows.value,
      placed: Object.values(useStacks.getState().current?.stack.nodes ?? {}).filter(
        ({ productId }) => ids.includes(productId),
      ),
      links: asked.value.links.filter((link) => keys.has(key(link))),
      flows: asked.value.flows,
      own: data.own.filter(({ id }) => shown.has(`user ${id}`)),
    });
    const places = handle.places();
    const file = await api.call('graph:export', {
      graph: {
        ...whole,
        nodes: whole.nodes.map((node) => ({ ...node, at: places.get(node.id) ?? null })),
      },
      format,
      theme,
    });
    if (file.ok) await saveFile(file.value);
    else showError(file.error);
  };
  const item = (format: GraphFormat): ReactNode => (
    <MenuItem
      key={format}
      id={format}
      label={graphFormatInfo[format].label}
      onAction={() => void write(format)}
    />
  );
  return (
    <Menu
      label="Export the graph"
      trigger={
        <Button>
          <Download aria-hidden="true" /> Export
        </Button>
      }
    >
      {graphFormats.filter((format) => !graphFormatInfo[format].isPicture).map(item)}
      <MenuSeparator />
      {graphFormats.filter((format) => graphFormatInfo[format].isPicture).map(item)}
    </Menu>
  );
}
