import type { GroupId } from '../domain/catalogue.ts';
import { templateLanes, type StackTemplate } from '../stack/templates/template.ts';

export const coverageStates = ['overlap', 'have', 'partly', 'gap'] as const;
/**
 * How a stack covers a category: several products whose main purpose it is, one, none but a product
 * that does it besides, or nothing at all.
 */
export type CoverageState = (typeof coverageStates)[number];

export interface CoveredProduct {
  readonly id: string;
  /** Primary category. */
  readonly categoryId: string;
  readonly categories: readonly string[];
}

export interface CategoryCoverage {
  readonly categoryId: string;
  readonly groupId: GroupId;
  readonly state: CoverageState;
  /** Products whose primary category it is. */
  readonly primary: readonly string[];
  /** Products that have it as a further category. */
  readonly further: readonly string[];
}

/** Coverage of every category of the taxonomy, in its order. O(categories + products). */
export function coverageOf(
  taxonomy: readonly { readonly id: string; readonly groupId: GroupId }[],
  products: readonly CoveredProduct[],
): CategoryCoverage[] {
  const primary = new Map<string, string[]>();
  const further = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, category: string, id: string): void => {
    const list = map.get(category);
    if (list) list.push(id);
    else map.set(category, [id]);
  };
  for (const { id, categoryId, categories } of products) {
    put(primary, categoryId, id);
    for (const category of new Set(categories)) {
      if (category !== categoryId) put(further, category, id);
    }
  }
  return taxonomy.map(({ id, groupId }) => {
    const mains = primary.get(id) ?? [];
    const besides = further.get(id) ?? [];
    const state =
      mains.length > 1
        ? 'overlap'
        : mains.length === 1
          ? 'have'
          : besides.length > 0
            ? 'partly'
            : 'gap';
    return { categoryId: id, groupId, state, primary: mains, further: besides };
  });
}

/** What a lane of a template covers, and what is expected of it. */
export interface LaneCoverage {
  readonly title: string;
  /** Ids of the categories that go there, in the order of the taxonomy. */
  readonly categories: readonly string[];
  readonly capabilities: readonly {
    readonly title: string;
    readonly categories: readonly string[];
    readonly state: CoverageState;
  }[];
}

/** Whether any of several categories is what a product is made for, has besides, or neither. */
function stateOfAny(own: readonly Pick<CategoryCoverage, 'state'>[]): CoverageState {
  if (own.some(({ state }) => state === 'have' || state === 'overlap')) return 'have';
  return own.some(({ state }) => state === 'partly') ? 'partly' : 'gap';
}

/**
 * Coverage by the lanes of a template: a category goes where a lane names it, else where one names
 * its group, as products do on the canvas.
 */
export function coverageByLane(
  template: StackTemplate,
  coverage: readonly Pick<CategoryCoverage, 'categoryId' | 'groupId' | 'state'>[],
): LaneCoverage[] {
  const lanes = templateLanes(template);
  const laneOf = (id: string, groupId: GroupId) =>
    lanes.find(({ categories }) => categories.includes(id)) ??
    lanes.find(({ groups }) => groups.includes(groupId));
  return lanes.map((lane) => ({
    title: lane.title,
    categories: coverage
      .filter(({ categoryId, groupId }) => laneOf(categoryId, groupId) === lane)
      .map(({ categoryId }) => categoryId),
    capabilities: template.capabilities
      .filter((capability) => capability.lane === lane.id)
      .map(({ title, categories }) => ({
        title,
        categories,
        state: stateOfAny(coverage.filter(({ categoryId }) => categories.includes(categoryId))),
      })),
  }));
}
