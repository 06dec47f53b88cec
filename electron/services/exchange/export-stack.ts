import type { CallContext, FileContent, Input } from '../../../shared/contract/contract.ts';
import { buildScene } from '../../../shared/diagram/build-scene.ts';
import type { Scene } from '../../../shared/diagram/scene.ts';
import { sceneTexts } from '../../../shared/diagram/scene-texts.ts';
import type { LookName } from '../../../shared/diagram/looks.ts';
import { writeSvg } from '../../../shared/diagram/write-svg.ts';
import { safeFileName } from '../../../shared/exchange/file-name.ts';
import { writeCsv } from '../../../shared/exchange/write-csv.ts';
import { writeGraphml } from '../../../shared/exchange/write-graphml.ts';
import { writeJsonCanvas } from '../../../shared/exchange/write-json-canvas.ts';
import { writeMarkdown } from '../../../shared/exchange/write-markdown.ts';
import { writeStackFile } from '../../../shared/exchange/stack-file.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import type { ExchangeCatalogue } from './exchange-catalogue.ts';
import { renderPng } from './render-png.ts';

/** The stack as a drawing, with what the catalogue knows of its products. */
export function sceneOf(stack: Stack, catalogue: ExchangeCatalogue, theme: LookName): Scene {
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
    theme,
  });
}

function file(
  stack: Stack,
  extension: string,
  mimeType: string,
  content: Uint8Array | string,
): FileContent {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  return {
    fileName: safeFileName(stack.name, extension),
    mimeType,
    base64: bytes.toString('base64'),
  };
}

/**
 * A stack as a file in the format asked for.
 * @throws Refusal 'cancelled' when the caller no longer wants it
 */
export async function exportStack(
  stack: Stack,
  { format, theme, scale }: Pick<Input<'exchange:export-stack'>, 'format' | 'theme' | 'scale'>,
  catalogue: ExchangeCatalogue,
  { signal, progress }: CallContext,
): Promise<FileContent> {
  switch (format) {
    case 'json':
      return file(stack, 'stackscape.json', 'application/json', writeStackFile(stack));
    case 'svg': {
      const scene = sceneOf(stack, catalogue, theme);
      const fonts = embeddedFonts(sceneTexts(scene).join(''));
      return file(stack, 'svg', 'image/svg+xml', writeSvg(scene, { fonts }));
    }
    case 'png': {
      progress('Drawing the stack');
      const picture = await renderPng(sceneOf(stack, catalogue, theme), scale, signal);
      return file(stack, 'png', 'image/png', picture);
    }
    case 'csv':
      return file(stack, 'csv', 'text/csv', writeCsv(sceneOf(stack, catalogue, theme)));
    case 'markdown':
      return file(stack, 'md', 'text/markdown', writeMarkdown(sceneOf(stack, catalogue, theme)));
    case 'graphml': {
      const graph = writeGraphml(sceneOf(stack, catalogue, theme));
      return file(stack, 'graphml', 'application/graphml+xml', graph);
    }
    case 'canvas':
      return file(
        stack,
        'canvas',
        'application/json',
        writeJsonCanvas(sceneOf(stack, catalogue, theme)),
      );
    default:
      return assertNever(format);
  }
}
