import { framesInOrder, partInFrame } from '../../../../shared/diagram/frames.ts';
import type { Scene } from '../../../../shared/diagram/scene.ts';
import { sceneTexts } from '../../../../shared/diagram/scene-texts.ts';
import type { Paper } from '../../../../shared/exchange/export-options.ts';
import type { Box } from '../../../../shared/stack/layout.ts';
import { drawScene } from './draw-scene.ts';
import { createPdf, type PageSize } from './pdf-page.ts';

/** Points, upright. Source: ISO 216 for A and ANSI/ASME Y14.1 for Letter. */
const papers: Readonly<Record<Exclude<Paper, 'fit'>, PageSize>> = {
  a4: { width: 595.28, height: 841.89 },
  a3: { width: 841.89, height: 1190.55 },
  letter: { width: 612, height: 792 },
  // A1: what a poster printer takes.
  poster: { width: 1683.78, height: 2383.94 },
};

/** 10 mm, which every printer can keep to. */
const MARGIN = 28.35;
/** The longest side that PDF readers accept. Source: ISO 32000-1, annex C. */
const LONGEST = 14_400;

/** The paper turned the way the drawing lies; without a paper, a page as large as the drawing. */
function pageFor(view: Box, paper: Paper): PageSize {
  if (paper === 'fit') {
    // A canvas unit is a CSS pixel, of which 96 make an inch.
    const scale = Math.min(0.75, LONGEST / Math.max(view.width, view.height));
    return { width: view.width * scale, height: view.height * scale };
  }
  const { width, height } = papers[paper];
  return view.width > view.height ? { width: height, height: width } : { width, height };
}

export interface PdfOptions {
  readonly paper: Paper;
  /** A page for each frame; without frames one page for all. */
  readonly frames: boolean;
  readonly author: string;
  readonly created: Date;
}

/** @returns the bytes of a PDF with the scene as vectors and selectable text */
export async function writePdf(scene: Scene, options: PdfOptions): Promise<Uint8Array> {
  const { author, created, paper } = options;
  const pdf = createPdf({ title: scene.name, author, created }, sceneTexts(scene));
  const margin = paper === 'fit' ? 0 : MARGIN;
  const frames = options.frames ? framesInOrder(scene) : [];
  if (frames.length === 0) {
    pdf.page(pageFor(scene.bounds, paper), scene.bounds, margin);
    drawScene(pdf, scene);
  }
  for (const frame of frames) {
    const part = partInFrame(scene, frame);
    pdf.page(pageFor(frame.box, paper), frame.box, margin);
    // Title and legend are of the whole diagram and stand outside of the frame.
    pdf.clipped(frame.box, () => drawScene(pdf, part));
  }
  return pdf.end();
}
