import type { Handlers, StackState } from '../../../shared/contract/contract.ts';
import type { InsightProduct } from '../../../shared/insights/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import { otherEnd } from '../../store/catalogue/links.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { rankAlternatives } from '../catalogue/alternatives.ts';
import { insightProduct } from '../insights/stack-view.ts';

/** Alternatives that are looked at, the likest first, and how many of them are answered. */
const LOOKED_AT = 300;
const SHOWN = 12;

export interface SwapSources {
  readonly catalogue: Catalogue;
  /** @throws Refusal 'not-found' */
  readonly stackState: (id: string) => Pick<StackState, 'stack'>;
}

/** What swapping a product of a stack would do to the integrations that are known with the others. */
export function createSwapOptions({
  catalogue,
  stackState,
}: SwapSources): Pick<Handlers, 'versions:swap-options'> {
  const { columns, repository } = catalogue;

  function neighbours(product: number | undefined, among: ReadonlySet<number>): Set<number> {
    const found = new Set<number>();
    if (product === undefined) return found;
    const links = catalogue.links();
    for (let at = links.starts[product]!; at < links.starts[product + 1]!; at++) {
      const other = otherEnd(links, links.touching[at]!, product);
      if (among.has(other)) found.add(other);
    }
    return found;
  }

  return {
    'versions:swap-options': ({ stackId, nodeId, productId }) => {
      const { stack } = stackState(stackId);
      const node = stack.nodes[nodeId];
      if (!node) throw new Refusal('not-found', 'That product is no longer on the stack.');
      const old = columns.indexOf.get(node.productId);
      const members = new Set(
        Object.values(stack.nodes).flatMap((each) =>
          each.id === nodeId ? [] : (columns.indexOf.get(each.productId) ?? []),
        ),
      );
      const before = neighbours(old, members);
      const asked = productId === null ? undefined : columns.indexOf.get(productId);
      if (productId !== null && asked === undefined) {
        throw new Refusal('unknown-products', `The catalogue does not know ${productId}.`);
      }
      const candidates =
        asked !== undefined
          ? [asked]
          : old === undefined
            ? []
            : rankAlternatives(catalogue, old)
                .slice(0, LOOKED_AT)
                .map(({ product }) => product);
      const described = (list: Iterable<number>): InsightProduct[] =>
        repository.rows([...list]).map(insightProduct);
      const rated = candidates.map((product, rank) => {
        const after = neighbours(product, members);
        return {
          product,
          rank,
          kept: [...before].filter((other) => after.has(other)),
          // What the two have with one another needs nothing once only one of them is left.
          lost: [...before].filter((other) => !after.has(other) && other !== product),
          gained: [...after].filter((other) => !before.has(other)),
        };
      });
      rated.sort(
        (a, b) =>
          b.kept.length - a.kept.length || b.gained.length - a.gained.length || a.rank - b.rank,
      );
      const own = Object.values(stack.connections).filter(
        ({ fromNodeId, toNodeId }) => fromNodeId === nodeId || toNodeId === nodeId,
      ).length;
      return {
        product:
          old === undefined
            ? {
                id: node.productId,
                name: node.name,
                categoryId: node.categoryId,
                groupId: node.groupId,
                icon: null,
                isKnown: false,
              }
            : insightProduct(repository.row(old)),
        own,
        options: rated.slice(0, SHOWN).map(({ product, kept, lost, gained }) => ({
          product: insightProduct(repository.row(product)),
          isOnStack: members.has(product),
          kept: described(kept),
          lost: described(lost),
          gained: described(gained),
        })),
      };
    },
  };
}
