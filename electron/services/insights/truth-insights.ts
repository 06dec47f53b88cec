import type { Output } from '../../../shared/contract/contract.ts';
import { reachedFrom } from '../../../shared/insights/adjacency.ts';
import { dataFlowsOf, type DataFlow } from '../../../shared/insights/data-flows.ts';
import { masteredBy, maskOf } from '../../../shared/insights/data-roles.ts';
import { dataTruthOf, type DataTruth } from '../../../shared/insights/data-truth.ts';
import { exitEffects, passagesFrom } from '../../../shared/insights/exit-effects.ts';

import type { DataKind } from '../../../shared/stack/vocabulary.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { categoriesOf, type StackView } from './stack-view.ts';

/** What goes where in a stack, and who writes and reads it. */
export function readTruth(view: StackView): { flows: DataFlow[]; truth: DataTruth } {
  const categories = view.products.map(({ categoryId }) => categoryId);
  const flows = dataFlowsOf(categories, view.streams);
  const agreements = view.nodes.map((node) => node.hasProcessorAgreement);
  return { flows, truth: dataTruthOf(categories, flows, agreements) };
}

/** Who writes and who reads each kind of data. */
export function truthInsights(view: StackView): Output<'insights:truth'> {
  const { truth } = readTruth(view);
  return {
    products: [...view.products],
    kinds: truth.kinds.map(({ kind, flows, conflicts, loops, ...lists }) => ({
      kind,
      masters: [...lists.masters],
      writers: [...lists.writers],
      readers: [...lists.readers],
      orphans: [...lists.orphans],
      unfed: [...lists.unfed],
      flows: flows.map((flow) => ({
        from: flow.from,
        to: flow.to,
        isStated: flow.stated.includes(kind),
      })),
      conflicts: conflicts.map(({ at, writers }) => ({ at, writers: [...writers] })),
      loops: loops.map((loop) => [...loop]),
    })),
    holders: truth.holders.map(({ place, kinds, hasAgreement }) => ({
      place,
      kinds: [...kinds],
      hasAgreement,
    })),
  };
}

/** Main categories in which the records are kept that others are compared with. */
const recordCategories = maskOf(['profiles', 'orders']);

/** Where records of customers and orders are kept, the one that feeds most others first. */
function rootsOf({ products, flow }: StackView): number[] {
  return products
    .map(({ categoryId }, place) => ({ categoryId, place }))
    .filter(
      ({ categoryId }) =>
        categoryId === 'data-warehouse' || (masteredBy(categoryId) & recordCategories) !== 0,
    )
    .map(({ place }) => ({
      place,
      reach: reachedFrom(flow, [place]).reduce((sum, each) => sum + each, 0),
    }))
    .sort((a, b) => b.reach - a.reach || a.place - b.place)
    .map(({ place }) => place);
}

/** What goes dark with each product, and what cannot be avoided on the way from a system of record. */
export function exitInsights(
  catalogue: Catalogue,
  view: StackView,
  rootId: string | undefined,
): Output<'insights:exit'> {
  const { flows, truth } = readTruth(view);
  const writers = Object.fromEntries(truth.kinds.map((each) => [each.kind, each.writers]));
  const effects = exitEffects(
    view.products.map(({ categoryId }, place) => ({
      categoryId,
      categories: categoriesOf(catalogue, view, place),
    })),
    flows,
    writers as Record<DataKind, readonly number[]>,
    view.graph,
  );
  const roots = rootsOf(view);
  const asked = rootId === undefined ? undefined : view.placeOf.get(rootId);
  const root = asked ?? roots[0] ?? null;
  const found = root === null ? null : passagesFrom(view.flow, root);
  return {
    products: [...view.products],
    list: effects.map(({ starved, capabilities, crossings, ...rest }) => ({
      ...rest,
      starved: starved.map(({ kind, products }) => ({ kind, products: [...products] })),
      capabilities: [...capabilities],
      crossings: { ...crossings, bridges: [...crossings.bridges] },
    })),
    roots,
    root,
    reached: found?.reached ?? 0,
    passages: (found?.passages ?? []).map(({ over, behind }) => ({ over, behind: [...behind] })),
  };
}
