import type { Category } from '../../shared/domain/product.ts';
import type { MapHit, MapModel, Place } from '../../shared/landscape/map-model.ts';
import { count, counted } from '../product/words.ts';

/** What the map says about the thing under the pointer or the keyboard's cursor. */
export interface MapWords {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface MapFacts {
  readonly model: MapModel;
  readonly matches: Uint8Array | null;
  /** Matches by block; null where nothing narrows the map. */
  readonly matching: readonly number[] | null;
  readonly categories: ReadonlyMap<string, Category>;
}

function groupName({ layout }: MapModel, groupId: string): string {
  return layout.groups.find(({ group }) => group.id === groupId)?.group.name ?? '';
}

function countWords(products: number, matching: number | null): string {
  const all = counted(products, 'product', 'products');
  return matching === null ? all : `${count(matching)} of ${all} match`;
}

export function wordsFor(hit: MapHit, facts: MapFacts): MapWords {
  const { model, matches, matching, categories } = facts;
  if (hit.kind === 'group') {
    const inGroup = model.blocks
      .map((block, index) => ({ block, index }))
      .filter(({ block }) => block.groupId === hit.groupId);
    const products = inGroup.reduce((sum, { block }) => sum + block.products.length, 0);
    const found = matching && inGroup.reduce((sum, { index }) => sum + (matching[index] ?? 0), 0);
    return {
      title: groupName(model, hit.groupId),
      lines: [countWords(products, found), `${inGroup.length} categories`],
    };
  }
  const block = model.blocks[hit.block]!;
  if (hit.kind === 'category') {
    const covers = categories.get(block.category.id)?.covers ?? '';
    return {
      title: block.category.name,
      lines: [
        countWords(block.products.length, matching && (matching[hit.block] ?? 0)),
        covers.charAt(0).toUpperCase() + covers.slice(1),
      ].filter((line) => line !== ''),
    };
  }
  const degree = model.data.degree[hit.product] ?? 0;
  return {
    title: model.data.names[hit.product] ?? '',
    lines: [
      block.category.name,
      degree === 0
        ? 'No integration documented'
        : `Integrates with ${counted(degree, 'product', 'products')}`,
      ...(matches && matches[hit.product] !== 1 ? ['Does not match the filter'] : []),
    ],
  };
}

/** The place as it is read out; the category only where it is another one than before. */
export function announce(place: Place, before: Place | null, facts: MapFacts): string {
  const block = facts.model.blocks[place.block]!;
  const product = block.products[place.at]!;
  const { title, lines } = wordsFor({ kind: 'product', product, block: place.block }, facts);
  const [, ...rest] = lines;
  const position = `${count(place.at + 1)} of ${count(block.products.length)}`;
  const sentence = [title, ...rest, position].join(', ');
  if (before?.block === place.block) return sentence;
  const category = wordsFor({ kind: 'category', block: place.block }, facts);
  return `${category.title}, ${category.lines[0]}. ${sentence}`;
}
