import type { FileContent, Input } from '../../../shared/contract/contract.ts';
import { safeFileName } from '../../../shared/exchange/file-name.ts';
import { drawGraph } from '../../../shared/graph/draw-graph.ts';
import {
  graphFormatInfo,
  type CategoryNames,
  type GraphFile,
  type GraphFormat,
} from '../../../shared/graph/graph-file.ts';
import {
  graphAsCytoscape,
  graphAsGexf,
  graphAsGraphml,
  graphEdgesAsCsv,
  graphNodesAsCsv,
} from '../../../shared/graph/write-graph.ts';
import { Refusal } from '../../../shared/result.ts';
import { embeddedFonts } from '../exchange/embedded-fonts.ts';
import { renderSvgAsPng } from '../exchange/render-png.ts';

/** Pixels per unit of the drawing: sharp on a projector, and names can be read when enlarged. */
const PNG_SCALE = 2;

type TextFormat = Exclude<GraphFormat, 'svg' | 'png'>;
const writers: Readonly<Record<TextFormat, (graph: GraphFile, names: CategoryNames) => string>> = {
  graphml: graphAsGraphml,
  gexf: graphAsGexf,
  cytoscape: graphAsCytoscape,
  'nodes-csv': graphNodesAsCsv,
  'edges-csv': graphEdgesAsCsv,
};

/**
 * A graph as a file.
 * @throws Refusal 'invalid-input' for a picture of products that have no places, 'cancelled'
 */
export async function exportGraph(
  { graph, format, theme }: Input<'graph:export'>,
  names: CategoryNames,
  signal: AbortSignal,
): Promise<FileContent> {
  const { extension, mimeType, isPicture } = graphFormatInfo[format];
  if (isPicture && graph.nodes.every(({ at }) => at === null)) {
    throw new Refusal('invalid-input', 'A picture needs products that have their places.');
  }
  return {
    fileName: safeFileName(`${graph.title} graph`, extension),
    mimeType,
    base64: Buffer.from(await contentOf()).toString('base64'),
  };

  async function contentOf(): Promise<Uint8Array> {
    if (format === 'png') {
      return renderSvgAsPng(
        drawGraph(graph, theme, () => []),
        PNG_SCALE,
        signal,
      );
    }
    const written =
      format === 'svg'
        ? drawGraph(graph, theme, (texts) => embeddedFonts(texts.join(''))).svg
        : writers[format](graph, names);
    return Buffer.from(written, 'utf8');
  }
}
