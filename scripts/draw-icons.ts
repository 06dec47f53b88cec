/** Draws the application's icons from resources/icons/icon.svg: `node scripts/draw-icons.ts`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const folder = fileURLToPath(new URL('../resources/icons/', import.meta.url));
const wasm = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));

/** Sizes in pixels: what Linux desktops look for; macOS and Windows icons are made of the largest. */
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];

await initWasm(readFileSync(wasm));
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');

function draw(size: number): Uint8Array {
  return new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

writeFileSync(join(folder, 'icon.png'), draw(1024));
mkdirSync(join(folder, 'linux'), { recursive: true });
for (const size of linuxSizes) {
  writeFileSync(join(folder, 'linux', `${size}x${size}.png`), draw(size));
}
