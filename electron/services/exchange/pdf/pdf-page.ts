import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { isInInter } from '../../../../shared/diagram/measure-text.ts';
import type { SceneText } from '../../../../shared/diagram/scene.ts';
import type { Box } from '../../../../shared/stack/layout.ts';
import { fallbackFonts } from '../fallback-fonts.ts';
import { resourcePath, resources } from '../resource-path.ts';

/** Points; PDF counts 72 to the inch. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  readonly created: Date;
}

export interface Stroke {
  readonly colour: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round';
}

export interface Paint {
  readonly fill?: string;
  readonly stroke?: Stroke;
}

/** A text of a scene, or one that ends at its place. */
export type PdfText = Omit<SceneText, 'anchor'> & { readonly anchor: 'start' | 'middle' | 'end' };

const WEIGHTS = [400, 500, 600] as const;

function interFile(weight: number): Buffer {
  return readFileSync(join(resourcePath(resources.fonts), `inter-${weight}.ttf`));
}

/** Runs of a text that one font can draw: Inter, or what the system has for other scripts. */
function runsOf(text: string): { readonly text: string; readonly isInter: boolean }[] {
  const runs: { text: string; isInter: boolean }[] = [];
  for (const character of text) {
    const isInter = isInInter(character.codePointAt(0) ?? 0);
    const last = runs.at(-1);
    if (last?.isInter === isInter) last.text += character;
    else runs.push({ text: character, isInter });
  }
  return runs;
}

/**
 * A PDF that is drawn in the units of a scene, with the fonts that the program brings along inside
 * it, so that its text can be selected, found and read aloud.
 * @param texts everything that will be written, to know whether further fonts are needed
 */
export function createPdf(info: PdfInfo, texts: readonly string[]) {
  const document = new PDFDocument({
    autoFirstPage: false,
    // The default is a font that the library would read from its own folder, which a bundle lacks.
    font: null as unknown as string,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: info.title,
      Author: info.author,
      Creator: 'Stackscape',
      Producer: 'Stackscape',
      CreationDate: info.created,
    },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const weight of WEIGHTS) document.registerFont(`inter-${weight}`, interFile(weight));
  // Collections (.ttc) hold several fonts, of which the library must be told one by name.
  const [other] = fallbackFonts(texts).filter((font) => font[0] !== 0x74);
  if (other) document.registerFont('other', Buffer.from(other));

  function paint({ fill, stroke }: Paint): void {
    if (stroke) {
      document.lineWidth(stroke.width ?? 1).lineCap(stroke.cap ?? 'butt');
      const dash = stroke.dash ?? [];
      // The library takes a list as well as a number; its types know of the number only.
      if (dash.length > 0) document.dash(dash as unknown as number, {});
      else document.undash();
    }
    if (fill !== undefined && stroke) document.fillAndStroke(fill, stroke.colour);
    else if (fill !== undefined) document.fill(fill);
    else if (stroke) document.stroke(stroke.colour);
  }

  return {
    /**
     * Begins a page that shows `view`, as large as fits with its shape kept.
     * @param margin points on each side
     */
    page(size: PageSize, view: Box, margin = 0): void {
      document.addPage({ size: [size.width, size.height], margin: 0 });
      const scale = Math.min(
        (size.width - 2 * margin) / view.width,
        (size.height - 2 * margin) / view.height,
      );
      document.translate(
        (size.width - view.width * scale) / 2,
        (size.height - view.height * scale) / 2,
      );
      document.scale(scale).translate(-view.x, -view.y);
    },

    rectangle({ x, y, width, height }: Box, look: Paint, radius = 0): void {
      if (radius > 0) document.roundedRect(x, y, width, height, radius);
      else document.rect(x, y, width, height);
      paint(look);
    },

    /** @param data SVG path data */
    path(data: string, look: Paint): void {
      document.path(data);
      paint(look);
    },

    /** Draws in a coordinate system of its own. */
    at(x: number, y: number, scale: number, draw: () => void): void {
      document.save();
      document.translate(x, y).scale(scale);
      draw();
      document.restore();
    },

    /** Draws inside a box only. */
    clipped({ x, y, width, height }: Box, draw: () => void): void {
      document.save();
      document.rect(x, y, width, height).clip();
      draw();
      document.restore();
    },

    /** @param opacity 0..1 of all that is drawn */
    faded(opacity: number, draw: () => void): void {
      document.save();
      document.opacity(opacity);
      draw();
      document.restore();
    },

    text({ text, at, font, colour, anchor }: PdfText): void {
      if (text.trim() === '') return;
      const runs = runsOf(text).map((run) => {
        const name = run.isInter || !other ? `inter-${font.weight}` : 'other';
        const width = document.font(name).fontSize(font.size).widthOfString(run.text);
        return { text: run.text, name, width };
      });
      const total = runs.reduce((sum, { width }) => sum + width, 0);
      let x = at.x - total * { start: 0, middle: 0.5, end: 1 }[anchor];
      for (const run of runs) {
        document.font(run.name).fontSize(font.size).fillColor(colour);
        document.text(run.text, x, at.y, { lineBreak: false, baseline: 'alphabetic' });
        x += run.width;
      }
    },

    /** @param href a data URI of a PNG or JPEG; others are left out. @returns whether it was drawn */
    image(href: string, { x, y, width, height }: Box): boolean {
      const [, type, base64 = ''] = /^data:image\/(png|jpeg);base64,(.*)$/s.exec(href) ?? [];
      if (type === undefined) return false;
      document.image(Buffer.from(base64, 'base64'), x, y, {
        fit: [width, height],
        align: 'center',
        valign: 'center',
      });
      return true;
    },

    /** @returns the bytes of the file */
    async end(): Promise<Uint8Array> {
      const ended = new Promise<void>((resolve, reject) => {
        document.once('end', resolve);
        document.once('error', reject);
      });
      document.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
export type Pdf = ReturnType<typeof createPdf>;
