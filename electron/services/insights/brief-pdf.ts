import type { Brief } from '../../../shared/insights/brief.ts';
import {
  layOutBrief,
  layOutEvidence,
  type LaidPage,
} from '../../../shared/insights/lay-out-brief.ts';
import { createPdf } from '../exchange/pdf/pdf-page.ts';

/** Points. Source: ISO 216. */
const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 45;

/**
 * The brief on one page, smaller where it would be longer, and what its figures rest on behind it.
 * @returns the bytes of a PDF with selectable text
 */
export async function writeBriefPdf(brief: Brief, created: Date): Promise<Uint8Array> {
  const width = A4.width - 2 * MARGIN;
  const height = A4.height - 2 * MARGIN;
  const pages: LaidPage[] = [layOutBrief(brief, width), ...layOutEvidence(brief, width, height)];
  const texts = pages.flatMap((page) => page.texts);
  const pdf = createPdf(
    { title: `${brief.title} brief`, author: 'Stackscape', created },
    texts.map(({ text }) => text),
  );
  for (const page of pages) {
    pdf.page(A4, { x: 0, y: 0, width, height: Math.max(height, page.height) }, MARGIN);
    for (const text of page.texts) pdf.text(text);
  }
  return pdf.end();
}
