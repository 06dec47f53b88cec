import { otherEnd } from '../../store/catalogue/links.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { knownProducts } from './find-product.ts';

/**
 * How many products of a stack each product of the catalogue is documented to integrate with, by
 * product index. A product of the stack counts the others of it, not itself; products that the
 * catalogue does not know count for nobody. The last stack's answer is kept.
 */
export function createStackFit(catalogue: Catalogue): (stack: readonly string[]) => Uint16Array {
  let lastKey: string | undefined;
  let last = new Uint16Array();
  return (stack) => {
    const key = stack.join(' ');
    if (key === lastKey) return last;
    const { columns } = catalogue;
    const links = catalogue.links();
    const fit = new Uint16Array(columns.size);
    const lastCountedFor = new Int32Array(columns.size).fill(-1);
    for (const product of new Set(knownProducts(columns, stack))) {
      for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
        const other = otherEnd(links, links.touching[at]!, product);
        // Two products may be linked in several ways; that is one product all the same.
        if (lastCountedFor[other] === product) continue;
        lastCountedFor[other] = product;
        fit[other]!++;
      }
    }
    lastKey = key;
    return (last = fit);
  };
}
