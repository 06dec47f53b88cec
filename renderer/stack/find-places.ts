import { displayText } from '../../shared/diagram/measure-text.ts';
import { fold } from '../../shared/search/fold.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { connectionText } from '../../shared/stack/state-words.ts';
import { itemKinds, itemText } from './item-nodes.ts';

/** Something on the canvas that has words to be found by. */
export interface Place {
  readonly type: 'product' | 'item' | 'connection';
  readonly id: string;
  /** What it is, as it is read out: "Product", "Heading". */
  readonly what: string;
  /** What it is called, or what it says. */
  readonly words: string;
  /** Nodes and items to bring into view: itself, or the two ends of a connection. */
  readonly shows: readonly string[];
}

type Content = Pick<Stack, 'nodes' | 'items' | 'connections'>;

/** All that has words, as one reads a page: from the top, and each line from the left. */
export function placesOn({ nodes, items, connections }: Content): readonly Place[] {
  const placed = [
    ...Object.values(nodes).map(({ id, name, x, y }) => ({
      place: {
        type: 'product' as const,
        id,
        what: 'Product',
        words: displayText(name),
        shows: [id],
      },
      ...{ x, y },
    })),
    ...Object.values(items).map((item) => ({
      place: {
        ...{ type: 'item' as const, id: item.id, what: itemKinds[item.type] },
        ...{ words: itemText(item), shows: [item.id] },
      },
      ...{ x: item.x, y: item.y },
    })),
    ...Object.values(connections).flatMap((connection) => {
      const [from, to] = [nodes[connection.fromNodeId], nodes[connection.toNodeId]];
      if (!from || !to) return [];
      const { id } = connection;
      const [what, words] = ['Connection', connectionText(connection)];
      return {
        place: { type: 'connection' as const, id, what, words, shows: [from.id, to.id] },
        ...{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
      };
    }),
  ];
  return placed
    .filter(({ place }) => place.words.trim() !== '')
    .sort((a, b) => a.y - b.y || a.x - b.x || (a.place.id < b.place.id ? -1 : 1))
    .map(({ place }) => place);
}

/** Those that have every word of a text in them, whatever its accents and capitals; none for no text. */
export function findPlaces(places: readonly Place[], text: string): readonly Place[] {
  const plain = text.trim();
  if (plain === '') return [];
  const wanted = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  // Signs alone, such as a star, are looked for as they are.
  if (wanted.length === 0) return places.filter(({ words }) => words.includes(plain));
  return places.filter(({ words }) => {
    const folded = fold(words);
    return wanted.every((word) => folded.includes(word));
  });
}
