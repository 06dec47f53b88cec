import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalogue, type Catalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { directions, integrationKinds } from '../../shared/domain/catalogue.ts';
import { OwnIntegration, OwnProduct } from '../../shared/custom/records.ts';
import { anyText } from '../support/any-text.ts';
import { aProduct, anIntegration, writeSmallCatalogue } from '../support/small-catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

const catalogueIds = ['one', 'two', 'three'];
const kinds = ['workflow', 'native'] as const;

function smallCatalogue(): string {
  const file = join(tempFolder(), 'catalogue.db');
  writeSmallCatalogue(
    file,
    catalogueIds.map((id) => aProduct({ id })),
    [anIntegration('one', 'two'), anIntegration('two', 'three', { direction: 'none' })],
  );
  return file;
}

function withOwn<T>(
  file: string,
  own: { products: OwnProduct[]; integrations: OwnIntegration[] },
  look: (catalogue: Catalogue) => T,
): T {
  const catalogue = openCatalogue(file, own);
  try {
    return look(catalogue);
  } finally {
    catalogue.close();
  }
}

/** Every integration by the ids of its ends. */
function linksOf({ columns, links }: Catalogue) {
  const { size, from, to, kind, direction } = links();
  return Array.from({ length: size }, (_, link) => ({
    from: columns.ids[from[link]!]!,
    to: columns.ids[to[link]!]!,
    kind: integrationKinds[kind[link]!],
    direction: directions[direction[link]!],
  }));
}

const product = fc.record({ name: anyText(40), aliases: fc.array(anyText(20), { maxLength: 3 }) });
const link = fc.record({
  ends: fc.tuple(
    fc.constantFrom(...catalogueIds, 'my--p0', 'my--p1', 'gone'),
    fc.constantFrom(...catalogueIds, 'my--p0', 'my--p1', 'gone'),
  ),
  kind: fc.constantFrom(...kinds),
  direction: fc.constantFrom(...directions),
});

describe('own records in the catalogue', () => {
  it('are counted as all others, whatever a person wrote', () => {
    const file = smallCatalogue();
    fc.assert(
      fc.property(
        fc.array(product, { maxLength: 2 }),
        fc.array(link, { maxLength: 12 }),
        (drafts, drawn) => {
          const products = drafts.flatMap(({ name, aliases }, at) => {
            const fields = { name, aliases, categories: ['crm'], id: `my--p${at}`, importId: null };
            const parsed = OwnProduct.safeParse(fields);
            return parsed.success ? [parsed.data] : [];
          });
          const integrations = drawn.map(({ ends: [from, to], ...rest }, at) =>
            OwnIntegration.parse({ ...rest, from, to, id: `i${at}`, importId: null }),
          );
          withOwn(file, { products, integrations }, (catalogue) => {
            const { columns } = catalogue;
            const links = linksOf(catalogue);
            expect(columns.size).toBe(catalogueIds.length + products.length);
            columns.ids.forEach((id, index) => {
              const neighbours = links.flatMap(({ from, to }) =>
                from === id ? [to] : to === id ? [from] : [],
              );
              expect(columns.degree[index]).toBe(new Set(neighbours).size);
            });
            const known = new Set(columns.ids);
            for (const { from, to, kind } of integrations) {
              if (from === to || !known.has(from) || !known.has(to)) continue;
              const ends = new Set([from, to]);
              const there = links.filter((each) => ends.has(each.from) && ends.has(each.to));
              // Once each way at most, and at least once.
              const same = there.filter((each) => each.kind === kind);
              expect(same.length).toBeGreaterThan(0);
              expect(same.length).toBeLessThanOrEqual(2);
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('say which way data goes where no source does, and leave it where one does', () => {
    const file = smallCatalogue();
    const says = (from: string, to: string, direction: 'forward' | 'both') =>
      OwnIntegration.parse({
        ...{ from, to, direction, kind: 'workflow', id: `${from}-${to}`, importId: null },
      });
    const integrations = [says('three', 'two', 'forward'), says('one', 'two', 'both')];
    const links = withOwn(file, { products: [], integrations }, linksOf);
    expect(links.map(({ from, to, direction }) => [from, to, direction])).toEqual([
      ['one', 'two', 'forward'],
      ['three', 'two', 'forward'],
    ]);
  });
});
