import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isInInter } from '../../../shared/diagram/measure-text.ts';

/**
 * Fonts that systems bring along for alphabets that Inter lacks, broad ones first. Only PNG needs
 * them: whoever opens an SVG has fonts of their own.
 */
const candidates: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf',
    '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
    '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
    '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
    '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
  ],
  darwin: [
    '/System/Library/Fonts/Supplemental/Arial Unicode.ttf',
    '/System/Library/Fonts/PingFang.ttc',
    '/System/Library/Fonts/Hiragino Sans GB.ttc',
    '/System/Library/Fonts/AppleSDGothicNeo.ttc',
  ],
  win32: ['segoeui.ttf', 'arial.ttf', 'msyh.ttc', 'YuGothR.ttc', 'malgun.ttf', 'Nirmala.ttf'].map(
    (file) => join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts', file),
  ),
};

/** All of them together; a rasteriser holds every font in memory. */
const MAX_BYTES = 60 * 1024 * 1024;

let loaded: readonly Uint8Array[] | undefined;

function load(): readonly Uint8Array[] {
  const fonts: Uint8Array[] = [];
  let bytes = 0;
  for (const file of candidates[process.platform] ?? []) {
    if (!existsSync(file)) continue;
    bytes += statSync(file).size;
    if (bytes > MAX_BYTES) break;
    fonts.push(readFileSync(file));
  }
  return fonts;
}

/** Fonts of this system for texts that Inter cannot draw; none where it can, or there are none. */
export function fallbackFonts(texts: readonly string[]): readonly Uint8Array[] {
  const needed = texts.some((text) =>
    Array.from(text).some((character) => !isInInter(character.codePointAt(0) ?? 0)),
  );
  if (!needed) return [];
  loaded ??= load();
  return loaded;
}
