import type { CallContext, FileContent, Output } from '../../../shared/contract/contract.ts';
import { buildScene } from '../../../shared/diagram/build-scene.ts';
import type { Scene } from '../../../shared/diagram/scene.ts';
import { sceneTexts } from '../../../shared/diagram/scene-texts.ts';
import { writeSvg } from '../../../shared/diagram/write-svg.ts';
import type { ExportOptions } from '../../../shared/exchange/export-options.ts';
import { safeFileName } from '../../../shared/exchange/file-name.ts';
import { formats } from '../../../shared/exchange/formats.ts';
import { writeArchimate } from '../../../shared/exchange/write-archimate.ts';
import { writeCsv } from '../../../shared/exchange/write-csv.ts';
import { writeDot } from '../../../shared/exchange/write-dot.ts';
import { writeDrawio } from '../../../shared/exchange/write-drawio.ts';
import { writeExcalidraw } from '../../../shared/exchange/write-excalidraw.ts';
import { writeGexf } from '../../../shared/exchange/write-gexf.ts';
import { writeGraphml } from '../../../shared/exchange/write-graphml.ts';
import { writeHtml } from '../../../shared/exchange/write-html.ts';
import { writeJsonCanvas } from '../../../shared/exchange/write-json-canvas.ts';
import { writeMarkdown } from '../../../shared/exchange/write-markdown.ts';
import { writeMermaid } from '../../../shared/exchange/write-mermaid.ts';
import { writeStackFile } from '../../../shared/exchange/stack-file.ts';
import { assertNever, Refusal } from '../../../shared/result.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import type { StoredPicture } from '../../store/workspace/picture-repository.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import type { ExchangeCatalogue } from './exchange-catalogue.ts';
import { renderPng } from './render-png.ts';
import { picturesOf, writeStackArchive } from './stack-archive.ts';

/** What an export needs besides the stack. */
export interface ExportSources {
  readonly catalogue: ExchangeCatalogue;
  readonly picture: (id: string) => StoredPicture | undefined;
  /** What the health checks find; asked only by formats that show it. */
  readonly findings: () => Promise<Output<'insights:health'>['findings']>;
  readonly now: () => Date;
}

type Drawing = Pick<ExportOptions, 'look' | 'show' | 'author' | 'date' | 'logo'>;

const signatureOf = ({ author, date }: Pick<Drawing, 'author' | 'date'>): string =>
  [author, date].filter((part) => part !== '').join(', ');

/** The stack as a drawing, with what the catalogue knows of its products. */
export function sceneOf(
  stack: Stack,
  { catalogue, picture }: Pick<ExportSources, 'catalogue' | 'picture'>,
  options: Drawing,
): Scene {
  const ids = [...new Set(Object.values(stack.nodes).map((node) => node.productId))];
  const rows = catalogue.rows(ids);
  const drawings = new Map(
    catalogue
      .icons([...new Set(rows.flatMap((row) => row.icon ?? []))])
      .map((icon) => [icon.slug, icon]),
  );
  const known = new Set(rows.map((row) => row.id));
  return buildScene({
    stack,
    links: catalogue.linksBetween(ids),
    icons: new Map(
      rows.flatMap((row) => {
        const icon = row.icon === null ? undefined : drawings.get(row.icon);
        return icon ? [[row.id, icon] as const] : [];
      }),
    ),
    categories: catalogue.categoryNames(),
    gone: new Set(ids.filter((id) => !known.has(id))),
    pictures: new Map(
      picturesOf(stack).flatMap((id) => {
        const stored = picture(id);
        if (!stored) return [];
        const base64 = Buffer.from(stored.bytes).toString('base64');
        return [[id, `data:${stored.mimeType};base64,${base64}`] as const];
      }),
    ),
    theme: options.look,
    show: options.show,
    hideOwners: !options.show.owners,
    signature: signatureOf(options),
    logo: options.logo,
  });
}

function svgOf(scene: Scene, transparent: boolean): string {
  return writeSvg(scene, { fonts: embeddedFonts(sceneTexts(scene).join('')), transparent });
}

/** The formats that are made whole of the scene, as text. */
const textWriters = {
  csv: writeCsv,
  markdown: writeMarkdown,
  graphml: writeGraphml,
  canvas: writeJsonCanvas,
  drawio: writeDrawio,
  excalidraw: writeExcalidraw,
  mermaid: writeMermaid,
  dot: writeDot,
  gexf: writeGexf,
  archimate: writeArchimate,
} as const satisfies Partial<Record<ExportOptions['format'], (scene: Scene) => string>>;

function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Refusal('cancelled', 'The export was cancelled.');
}

async function contentOf(
  stack: Stack,
  options: ExportOptions,
  sources: ExportSources,
  { signal, progress }: CallContext,
): Promise<Uint8Array | string> {
  const { format } = options;
  if (format === 'json') return writeStackFile(stack);
  if (format === 'stackscape') {
    const pictures = picturesOf(stack).flatMap((id) => sources.picture(id) ?? []);
    return writeStackArchive({ content: stack, pictures });
  }
  const scene = sceneOf(stack, sources, options);
  const { author, transparent } = options;
  switch (format) {
    case 'svg':
      return svgOf(scene, transparent);
    case 'png':
      progress('Drawing the stack');
      return renderPng(scene, options.scale, signal, transparent);
    case 'pdf': {
      progress('Drawing the pages');
      // Loaded when needed: a start that exports nothing does not pay for it.
      const { writePdf } = await import('./pdf/write-pdf.ts');
      const { paper, frames } = options;
      return writePdf(scene, { paper, frames, author, created: sources.now() });
    }
    case 'pptx': {
      progress('Drawing the slides');
      const { writePptx } = await import('./pptx/write-pptx.ts');
      const findings = options.single ? [] : await sources.findings();
      stopIfCancelled(signal);
      return writePptx(scene, { author, date: options.date, findings, single: options.single });
    }
    case 'xlsx': {
      progress('Filling the sheets');
      const { writeXlsx } = await import('./write-xlsx.ts');
      const ids = Object.values(stack.nodes).map((node) => node.productId);
      const rows = sources.catalogue.rows(ids);
      const homepages = new Map(
        rows.flatMap((row) => (row.homepage === null ? [] : [[row.id, row.homepage] as const])),
      );
      const findings = await sources.findings();
      stopIfCancelled(signal);
      return writeXlsx(stack, scene, { findings, homepages });
    }
    case 'html':
      return writeHtml(scene, {
        svg: svgOf(scene, true),
        findings: await sources.findings(),
        signature: signatureOf(options),
      });
    case 'csv':
    case 'markdown':
    case 'graphml':
    case 'canvas':
    case 'drawio':
    case 'excalidraw':
    case 'mermaid':
    case 'dot':
    case 'gexf':
    case 'archimate':
      return textWriters[format](scene);
    default:
      return assertNever(format);
  }
}

/**
 * A stack as a file in the format asked for.
 * @throws Refusal 'cancelled' when the caller no longer wants it
 */
export async function exportStack(
  stack: Stack,
  options: ExportOptions,
  sources: ExportSources,
  context: CallContext,
): Promise<FileContent> {
  const content = await contentOf(stack, options, sources, context);
  stopIfCancelled(context.signal);
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  const { extension, mimeType } = formats[options.format];
  return {
    fileName: safeFileName(stack.name, extension),
    mimeType,
    base64: bytes.toString('base64'),
  };
}
