import type { StackNode } from '../../shared/stack/stack.ts';

/** The value that all have, or null where they differ. */
export function commonValue<T>(nodes: readonly StackNode[], of: (node: StackNode) => T): T | null {
  const [first, ...others] = nodes;
  if (!first) return null;
  const value = of(first);
  return others.every((node) => of(node) === value) ? value : null;
}

/** Owners that occur on the stack, to choose from. */
export function ownersOf(nodes: Readonly<Record<string, StackNode>>): string[] {
  const owners = new Set(Object.values(nodes).map((node) => node.owner));
  owners.delete('');
  return [...owners].sort((a, b) => a.localeCompare(b));
}

/**
 * An amount as people type it: "12,500", "12 500.50", "12.500,50".
 * @returns null for an empty text, undefined for one that is no amount
 */
export function parseAmount(text: string): number | null | undefined {
  const compact = text.replace(/[\s’'_]/g, '');
  if (compact === '') return null;
  // The last mark that is followed by one or two digits is the decimal one; others group.
  const decimal = /[.,](?=\d{1,2}$)/.exec(compact);
  const whole = (decimal ? compact.slice(0, decimal.index) : compact).replace(/[.,]/g, '');
  const part = decimal ? compact.slice(decimal.index + 1) : '';
  if (!/^\d+$/.test(whole)) return undefined;
  return Number(part === '' ? whole : `${whole}.${part}`);
}
