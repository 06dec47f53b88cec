import { measureText, visibleText, type FontStyle } from '../diagram/measure-text.ts';
import type { SceneText } from '../diagram/scene.ts';
import type { Brief, BriefLine } from './brief.ts';
import { evidenceText } from './write-brief.ts';

/** Points, as all sizes here. */
export interface LaidPage {
  readonly texts: readonly SceneText[];
  readonly height: number;
}

const fonts = {
  title: { size: 20, weight: 600 },
  intro: { size: 10, weight: 400 },
  head: { size: 12, weight: 600 },
  body: { size: 9.5, weight: 400 },
  mark: { size: 6.5, weight: 500 },
  note: { size: 7.5, weight: 400 },
} as const satisfies Record<string, FontStyle>;
const colours = { text: '#171b22', muted: '#566072', mark: '#2f5bd8' } as const;
const LINE = 1.42;
const INDENT = 10;

interface Word {
  readonly text: string;
  readonly font: FontStyle;
  readonly colour: string;
  /** How far above the line it stands. */
  readonly raised: number;
  /** Whether a blank goes before it, where it is not the first of its line. */
  readonly isSpaced: boolean;
}

/** A word that is wider than a line is cut into pieces that are not. */
function pieces(word: Word, width: number): Word[] {
  if (measureText(word.text, word.font) <= width) return [word];
  const parts: Word[] = [];
  let rest = '';
  for (const character of word.text) {
    if (measureText(rest + character, word.font) > width) {
      parts.push({ ...word, text: rest, isSpaced: parts.length === 0 && word.isSpaced });
      rest = '';
    }
    rest += character;
  }
  return [...parts, { ...word, text: rest, isSpaced: false }];
}

function wordsOf(line: BriefLine, font: FontStyle, colour: string): Word[] {
  return line.flatMap(({ text, evidence }): Word[] => {
    const shown = visibleText(`x${text}x`).slice(1, -1);
    const words = shown.split(' ').map((part, at) => ({
      text: part,
      font,
      colour,
      raised: 0,
      isSpaced: at > 0,
    }));
    const mark = evidence === null ? [] : [`[${evidence}]`];
    return [
      ...words,
      ...mark.map((number) => ({
        text: number,
        font: fonts.mark,
        colour: colours.mark,
        raised: font.size * 0.32,
        isSpaced: false,
      })),
    ];
  });
}

/** Sets words one after the other, in lines of a width. @returns the height they take */
function set(
  into: SceneText[],
  words: readonly Word[],
  at: { readonly x: number; readonly y: number; readonly width: number },
  font: FontStyle,
): number {
  const blank = measureText(' ', font);
  const step = font.size * LINE;
  let x = 0;
  let line = 0;
  for (const word of words.flatMap((each) => pieces(each, at.width))) {
    const width = measureText(word.text, word.font);
    const gap = word.isSpaced && x > 0 ? blank : 0;
    if (x > 0 && x + gap + width > at.width) {
      line++;
      x = 0;
    } else x += gap;
    into.push({
      text: word.text,
      at: { x: at.x + x, y: at.y + line * step + font.size - word.raised },
      font: word.font,
      colour: word.colour,
      anchor: 'start',
    });
    x += width;
  }
  return (line + 1) * step;
}

const plain = (text: string): BriefLine => [{ text, evidence: null }];

/** The brief itself on one page, as high as it becomes. */
export function layOutBrief(brief: Brief, width: number): LaidPage {
  const texts: SceneText[] = [];
  let y = 0;
  const put = (line: BriefLine, font: FontStyle, colour: string = colours.text, x = 0): void => {
    y += set(texts, wordsOf(line, font, colour), { x, y, width: width - x }, font);
  };
  put(plain(brief.title), fonts.title);
  put(brief.intro, fonts.intro, colours.muted);
  for (const section of brief.sections) {
    y += 10;
    put(plain(section.title), fonts.head);
    y += 1;
    for (const line of section.lines) {
      const before = y;
      put(line, fonts.body, colours.text, INDENT);
      texts.push({
        text: '•',
        at: { x: 1, y: before + fonts.body.size },
        font: fonts.body,
        colour: colours.muted,
        anchor: 'start',
      });
      y += 2;
    }
  }
  return { texts, height: y };
}

/** What the figures rest on, on as many pages as it takes. */
export function layOutEvidence(brief: Brief, width: number, height: number): LaidPage[] {
  const pages: { texts: SceneText[]; height: number }[] = [];
  let texts: SceneText[] = [];
  let y = 0;
  const turn = (): void => {
    if (texts.length > 0) pages.push({ texts, height });
    texts = [];
    y = 0;
  };
  y += set(
    texts,
    wordsOf(plain('Evidence'), fonts.head, colours.text),
    { x: 0, y, width },
    fonts.head,
  );
  y += 4;
  brief.evidence.forEach((each, number) => {
    const x = 18;
    const own: SceneText[] = [];
    const words = wordsOf(plain(evidenceText(each)), fonts.note, colours.text);
    const taken = set(own, words, { x, y: 0, width: width - x }, fonts.note);
    if (y + taken > height && y > 0) turn();
    const label: SceneText = {
      text: String(number + 1),
      at: { x: 0, y: y + fonts.note.size },
      font: fonts.note,
      colour: colours.mark,
      anchor: 'start',
    };
    texts.push(label, ...own.map((text) => ({ ...text, at: { ...text.at, y: text.at.y + y } })));
    y += taken + 3;
  });
  turn();
  return pages;
}
