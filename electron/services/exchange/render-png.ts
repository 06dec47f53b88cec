import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from '../../../shared/diagram/scene.ts';
import { sceneTexts } from '../../../shared/diagram/scene-texts.ts';
import { writeSvg } from '../../../shared/diagram/write-svg.ts';
import { fallbackFonts } from './fallback-fonts.ts';
import { rasterise } from './rasterise.ts';
import { resourcePath, resources } from './resource-path.ts';

/** 64 megapixels: 256 MB of memory while the picture is drawn, and more than any printer needs. */
const MAX_PIXELS = 64_000_000;
/** Browsers and office programs refuse pictures with a longer side. */
const MAX_SIDE = 16_384;

let fonts: readonly Uint8Array[] | undefined;

function loadFonts(): readonly Uint8Array[] {
  const folder = resourcePath(resources.fonts);
  fonts ??= [400, 500, 600].map((weight) => readFileSync(join(folder, `inter-${weight}.ttf`)));
  return fonts;
}

/**
 * The scale that a picture is really drawn at: the one asked for, or the largest that keeps to the
 * limits on pixels and sides. Products may stand far apart, and a picture that no program opens
 * helps nobody.
 * @param size canvas units
 * @param wanted pixels per canvas unit
 */
export function pngScale(
  size: { readonly width: number; readonly height: number },
  wanted: number,
): number {
  const byArea = Math.sqrt(MAX_PIXELS / (size.width * size.height));
  const bySide = MAX_SIDE / Math.max(size.width, size.height);
  return Math.min(wanted, byArea, bySide);
}

interface Drawing {
  readonly svg: string;
  /** Units of the drawing. */
  readonly size: { readonly width: number; readonly height: number };
  /** Every text in it, to know which alphabets it needs. */
  readonly texts: readonly string[];
}

/**
 * A drawing as a PNG file, made with the fonts that the program brings along, so that it looks the
 * same on every machine.
 * @param scale pixels per unit of the drawing, reduced where the picture would be too large
 * @throws Refusal 'cancelled' when the signal says so
 */
export async function renderSvgAsPng(
  { svg, size, texts }: Drawing,
  scale: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const pixels = pngScale(size, scale);
  const width = Math.max(1, Math.floor(size.width * pixels));
  const height = Math.max(1, Math.floor(size.height * pixels));
  const all = [...loadFonts(), ...fallbackFonts(texts)];
  return rasterise({ svg, size, width, height, fonts: all }, signal);
}

/** The scene as a PNG file; see `renderSvgAsPng`. @param scale pixels per canvas unit */
export async function renderPng(
  scene: Scene,
  scale: number,
  signal: AbortSignal,
  transparent = false,
): Promise<Uint8Array> {
  const { width, height } = scene.bounds;
  const drawing = {
    svg: writeSvg(scene, { transparent }),
    size: { width, height },
    texts: sceneTexts(scene),
  };
  return renderSvgAsPng(drawing, scale, signal);
}
