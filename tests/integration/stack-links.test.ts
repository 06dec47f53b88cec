import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { linksBetween } from '../../electron/services/graph/links-among.ts';
import { openCatalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import {
  allLinks,
  isAbout,
  linksAfter,
  noLinks,
  type AskForLinks,
} from '../../renderer/state/stack-links.ts';
import type { Link } from '../../shared/domain/product.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { aNode, aStack } from '../unit/stack-ui/builders.ts';

const catalogue = openCatalogue(realCatalogue());
afterAll(() => catalogue.close());

const ask: AskForLinks = (ids, of) =>
  Promise.resolve({ ok: true, value: linksBetween(catalogue, ids, of) });

/** Of the best connected, so that any few of them have links. */
const products = Array.from(catalogue.columns.ids)
  .map((id, at) => ({ id, degree: catalogue.columns.degree[at]! }))
  .sort((a, b) => b.degree - a.degree)
  .slice(0, 80)
  .map(({ id }) => id);

const stackWith = (ids: readonly string[]) => aStack(ids.map((id) => aNode(id)));

const sorted = (links: readonly Link[]): string[] =>
  links.map((each) => JSON.stringify(each)).sort();

it('knows after any changes of a stack what it would know of the stack as it is then', async () => {
  const someProducts = fc.uniqueArray(fc.constantFrom(...products), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fc.array(someProducts, { minLength: 1, maxLength: 5 }), async (stacks) => {
      let known = noLinks;
      for (const ids of stacks) {
        known = (await linksAfter(known, stackWith(ids), ask))!;
        expect(sorted(known.links)).toEqual(sorted(linksBetween(catalogue, ids)));
        expect(isAbout(known, stackWith(ids))).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

it('keeps the links of products that stay, and asks only for those of products that came', async () => {
  const asked: (readonly string[] | undefined)[] = [];
  const noting: AskForLinks = (ids, of) => {
    asked.push(of);
    return ask(ids, of);
  };
  const before = await allLinks(stackWith(products.slice(0, 10)), ask);
  if (!before.ok) throw new Error('There is a catalogue.');
  const more = await linksAfter(before.value, stackWith(products.slice(0, 11)), noting);
  expect(asked).toEqual([[products[10]]]);
  expect(more!.links.slice(0, before.value.links.length)).toEqual(before.value.links);
  expect(more!.links[0]).toBe(before.value.links[0]);
  const fewer = await linksAfter(more!, stackWith(products.slice(1, 11)), noting);
  expect(asked).toHaveLength(1);
  expect(fewer!.links.every((link) => more!.links.includes(link))).toBe(true);
  expect(await linksAfter(fewer!, stackWith(products.slice(1, 11)), noting)).toBe(fewer);
});

it('does not hold up a product whose links take long, or cannot be had', async () => {
  const never: AskForLinks = () => new Promise(() => undefined);
  expect(await linksAfter(noLinks, stackWith(['slack']), never)).toBeNull();
  const refused: AskForLinks = () =>
    Promise.resolve({ ok: false, error: { code: 'internal', message: 'No.' } });
  expect(await linksAfter(noLinks, stackWith(['slack']), refused)).toBeNull();
});
