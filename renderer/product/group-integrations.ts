import { integrationKinds, type IntegrationKind } from '../../shared/domain/catalogue.ts';
import type { Integration, ProductRef } from '../../shared/domain/product.ts';
import { fold } from '../../shared/search/fold.ts';
import { flowOf, type Flow } from './words.ts';

/** An integration as seen from one product: the other end, and which way it goes. */
export interface Neighbour {
  readonly key: string;
  readonly other: ProductRef;
  readonly flow: Flow;
  readonly integration: Integration;
}

export interface KindGroup {
  readonly kind: IntegrationKind;
  readonly neighbours: readonly Neighbour[];
}

/**
 * The integrations of the product `id` by kind, in the catalogue's order of kinds, those with the
 * most evidence first and by name among equals; only those whose other end has all words of `text`.
 */
export function groupIntegrations(
  integrations: readonly Integration[],
  id: string,
  text = '',
): KindGroup[] {
  const words = fold(text).split(' ');
  const byKind = new Map<IntegrationKind, Neighbour[]>();
  for (const integration of integrations) {
    const { from, to, kind } = integration;
    const other = from.id === id ? to : from;
    const name = fold(other.name);
    if (!words.every((word) => name.includes(word))) continue;
    const neighbour = {
      key: `${kind} ${from.id} ${to.id}`,
      other,
      flow: flowOf(integration, id),
      integration,
    };
    const group = byKind.get(kind);
    if (group) group.push(neighbour);
    else byKind.set(kind, [neighbour]);
  }
  const collator = new Intl.Collator('en');
  return integrationKinds.flatMap((kind) => {
    const neighbours = byKind.get(kind);
    neighbours?.sort(
      (a, b) =>
        b.integration.evidence.length - a.integration.evidence.length ||
        collator.compare(a.other.name, b.other.name),
    );
    return neighbours ? [{ kind, neighbours }] : [];
  });
}
