import type {
  CallContext,
  FileContent,
  Handlers,
  Input,
} from '../../../shared/contract/contract.ts';
import type { CategoryGroup, Icon } from '../../../shared/domain/product.ts';
import { safeFileName } from '../../../shared/exchange/file-name.ts';
import {
  decodeMatches,
  type MapData,
  type MapMatches,
} from '../../../shared/landscape/map-data.ts';
import { buildMapModel, type MapModel } from '../../../shared/landscape/map-model.ts';
import {
  posterSize,
  posterTexts,
  posterView,
  writeMapSvg,
  type MapPicture,
} from '../../../shared/landscape/map-svg.ts';
import { drawOwnSvg } from './pdf/draw-svg.ts';
import { createPdf } from './pdf/pdf-page.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import { renderSvgAsPng } from './render-png.ts';

/** What the poster needs of the catalogue. */
export interface MapSource {
  readonly taxonomy: () => readonly CategoryGroup[];
  readonly map: () => MapData;
  readonly matches: (query: Input<'catalogue:matches'>) => MapMatches;
  readonly icons: (slugs: readonly string[]) => readonly Icon[];
  /** Date of the newest facts, ISO. */
  readonly factsDate: string;
}

type Query = Input<'exchange:export-map'>['query'];

/** A query that narrows nothing lights everything, which is the poster without a filter. */
function isNarrowing({ total }: MapMatches, model: MapModel): boolean {
  return total < model.data.ids.length;
}

const counts = new Intl.NumberFormat('en');

function wordsOf(query: Query): string {
  const text = query?.text.trim() ?? '';
  const chosen = Object.values(query?.filter ?? {}).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  if (text === '') return 'the filters';
  return chosen ? `“${text}” and the filters` : `“${text}”`;
}

function subtitleOf(model: MapModel, date: string, matching: number | null, query: Query): string {
  const products = counts.format(model.data.ids.length);
  const parts = [`${products} products in ${model.blocks.length} categories`];
  if (matching !== null) parts.push(`${counts.format(matching)} match ${wordsOf(query)}`);
  if (date !== '') parts.push(`as of ${date}`);
  return parts.join(' · ');
}

/** Handler for the landscape as a poster. */
export function createMapExport(source: MapSource): Pick<Handlers, 'exchange:export-map'> {
  let model: MapModel | undefined;
  const pictureOf = ({ theme, query }: Pick<Input<'exchange:export-map'>, 'theme' | 'query'>) => {
    model ??= buildMapModel(source.taxonomy(), source.map());
    const found = query ? source.matches(query) : null;
    const narrowing = found && isNarrowing(found, model) ? found : null;
    const picture: MapPicture = {
      model,
      theme,
      title: 'The marketing technology landscape',
      subtitle: subtitleOf(model, source.factsDate, narrowing?.total ?? null, query),
      icons: new Map(source.icons(model.data.iconSlugs).map((icon) => [icon.slug, icon])),
      matches: narrowing && decodeMatches(narrowing.bits, model.data.ids.length),
    };
    return picture;
  };
  return {
    'exchange:export-map': async (input, context) => {
      const picture = pictureOf(input);
      switch (input.format) {
        case 'svg':
          return asSvg(picture);
        case 'png':
          return asPng(picture, input.scale, context);
        case 'pdf':
          return asPdf(picture, context);
      }
    },
  };
}

function file(extension: string, mimeType: string, content: Uint8Array): FileContent {
  return {
    fileName: safeFileName('Martech landscape', extension),
    mimeType,
    base64: Buffer.from(content).toString('base64'),
  };
}

function asSvg(picture: MapPicture): FileContent {
  const fonts = embeddedFonts(posterTexts(picture).join(''));
  return file('svg', 'image/svg+xml', Buffer.from(writeMapSvg({ ...picture, fonts }), 'utf8'));
}

/** The long side of A1 in points: what a poster printer takes, and readers show at once. */
const POSTER_WIDTH = 2383.94;

async function asPdf(picture: MapPicture, { signal, progress }: CallContext): Promise<FileContent> {
  progress('Drawing the map', 0);
  const pdf = createPdf(
    { title: picture.title, author: 'Stackscape', created: new Date() },
    posterTexts(picture),
  );
  const { width, height } = posterSize;
  const page = { width: POSTER_WIDTH, height: (height / width) * POSTER_WIDTH };
  pdf.page(page, posterView);
  await drawOwnSvg(pdf, writeMapSvg(picture), signal, (fraction) =>
    progress('Drawing the map', fraction),
  );
  return file('pdf', 'application/pdf', await pdf.end());
}

async function asPng(
  picture: MapPicture,
  scale: number,
  { signal, progress }: CallContext,
): Promise<FileContent> {
  progress('Drawing the map');
  const drawing = { svg: writeMapSvg(picture), size: posterSize, texts: posterTexts(picture) };
  return file('png', 'image/png', await renderSvgAsPng(drawing, scale, signal));
}
