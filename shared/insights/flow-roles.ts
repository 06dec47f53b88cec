import { passingCategories } from './data-roles.ts';

/** Where a product stands in the way of data, from left to right. */
export const flowRoles = ['source', 'hub', 'store', 'destination'] as const;
export type FlowRole = (typeof flowRoles)[number];

export const flowRoleLabels: Readonly<Record<FlowRole, string>> = {
  source: 'Sources',
  hub: 'Hubs',
  store: 'Stores',
  destination: 'Destinations',
};

const stores: readonly string[] = ['data-warehouse'];
/** Made to take in from many and pass on to many. */
const hubs: readonly string[] = [
  'cdp',
  'tag-management',
  ...passingCategories.filter((id) => !stores.includes(id)),
];

/**
 * The role of a product: hubs and stores by their main category, everything else by what it does
 * more of in this stack, sending or getting; who does both alike is a source, since something begins
 * there. A rule of this application.
 * @param sent, got  numbers of flows
 */
export function flowRoleOf(categoryId: string, sent: number, got: number): FlowRole {
  if (stores.includes(categoryId)) return 'store';
  if (hubs.includes(categoryId)) return 'hub';
  return sent >= got ? 'source' : 'destination';
}
