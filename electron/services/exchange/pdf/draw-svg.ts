import { setImmediate as nextTurn } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import type { FontWeight } from '../../../../shared/diagram/measure-text.ts';
import { Refusal } from '../../../../shared/result.ts';
import type { Pdf } from './pdf-page.ts';

/** What an element takes over from those around it. */
interface Inherited {
  readonly fill: string;
  readonly size: number;
  readonly weight: FontWeight;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Product of all opacities around. */
  readonly opacity: number;
}

type Draw = (pdf: Pdf) => void;

const number = (text: string | undefined, otherwise = 0): number =>
  text === undefined ? otherwise : Number(text);

/** "translate(1 2) scale(3)", the only transforms that our drawings have. */
function placeOf(transform: string): { x: number; y: number; scale: number } {
  const [, x = '0', y = '0'] = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(transform) ?? [];
  const [, scale = '1'] = /scale\(([-\d.]+)\)/.exec(transform) ?? [];
  return { x: Number(x), y: Number(y), scale: Number(scale) };
}

const weights: readonly FontWeight[] = [400, 500, 600];

function inherit(from: Inherited, own: Readonly<Record<string, string>>): Inherited {
  const weight = Number(own['font-weight']);
  const anchor = own['text-anchor'];
  return {
    fill: own['fill'] ?? from.fill,
    size: number(own['font-size'], from.size),
    weight: weights.find((each) => each === weight) ?? from.weight,
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : from.anchor,
    opacity: from.opacity * number(own['opacity'], 1),
  };
}

/** What an SVG of our own draws, in its order; elements that it never has are passed over. */
function drawingsOf(svg: string): Draw[] {
  const draws: Draw[] = [];
  const stack: Inherited[] = [
    { fill: '#000000', size: 16, weight: 400, anchor: 'start', opacity: 1 },
  ];
  let text: { readonly look: Inherited; readonly x: number; readonly y: number } | null = null;
  let content = '';
  const add = (opacity: number, draw: Draw): void => {
    draws.push(opacity === 1 ? draw : (pdf) => pdf.faded(opacity, () => draw(pdf)));
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const own = attributes as Record<string, string>;
    const look = inherit(stack.at(-1)!, own);
    stack.push(look);
    if (name === 'rect') {
      const box = {
        ...{ x: number(own['x']), y: number(own['y']) },
        ...{ width: number(own['width']), height: number(own['height']) },
      };
      add(look.opacity, (pdf) => pdf.rectangle(box, { fill: look.fill }, number(own['rx'])));
    } else if (name === 'path') {
      const { x, y, scale } = placeOf(own['transform'] ?? '');
      const path = own['d'] ?? '';
      add(look.opacity, (pdf) => pdf.at(x, y, scale, () => pdf.path(path, { fill: look.fill })));
    } else if (name === 'text') {
      text = { look, x: number(own['x']), y: number(own['y']) };
      content = '';
    }
  });
  parser.on('text', (part) => {
    if (text) content += part;
  });
  parser.on('closetag', ({ name }) => {
    stack.pop();
    if (name !== 'text' || !text) return;
    const { look, x, y } = text;
    const { anchor, size, weight, fill: colour } = look;
    const words = content;
    add(look.opacity, (pdf) =>
      pdf.text({ text: words, at: { x, y }, font: { size, weight }, colour, anchor }),
    );
    text = null;
  });
  parser.write(svg).close();
  return draws;
}

/** Elements drawn before others have a turn: a few milliseconds of work. */
const AT_A_TIME = 200;

/**
 * Draws an SVG that this program wrote on the page begun last. It takes turns with everything else
 * that the process has to do, as a poster has tens of thousands of elements.
 * @throws Refusal 'cancelled' when the signal says so
 */
export async function drawOwnSvg(
  pdf: Pdf,
  svg: string,
  signal: AbortSignal,
  progress: (fraction: number) => void,
): Promise<void> {
  const draws = drawingsOf(svg);
  for (let from = 0; from < draws.length; from += AT_A_TIME) {
    for (const draw of draws.slice(from, from + AT_A_TIME)) draw(pdf);
    progress(from / draws.length);
    await nextTurn();
    if (signal.aborted) throw new Refusal('cancelled', 'The export was cancelled.');
  }
}
