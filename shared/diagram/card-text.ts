import { CARD } from '../stack/layout.ts';
import { breakLines, fitName, type FittedName } from './fit-name.ts';
import { truncateText, type FontStyle } from './measure-text.ts';

/** The inside of a card, as distances from its top left corner in canvas units. */
export const CARD_INSIDE = { mark: 32, markX: 14, textX: 54, right: 8 } as const;
export const categoryFont: FontStyle = { size: 12, weight: 400 };

const ROOM = CARD.width - CARD_INSIDE.textX - CARD_INSIDE.right;

export interface CardText {
  readonly name: FittedName;
  /** One line, or two where the name leaves room for them. */
  readonly category: readonly string[];
}

/** The words of a card in at most three lines, the same on the canvas and in every export. */
export function cardText(name: string, category: string): CardText {
  const fitted = fitName(name, ROOM);
  return {
    name: fitted,
    category:
      fitted.lines.length > 1
        ? [truncateText(category, ROOM, categoryFont)]
        : breakLines(category, ROOM, categoryFont),
  };
}
