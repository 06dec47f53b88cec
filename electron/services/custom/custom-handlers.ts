import { randomUUID } from 'node:crypto';
import { getDomain } from 'tldts';
import type { EmitEvent, Handlers } from '../../../shared/contract/contract.ts';
import { isOwnProduct, OWN_PREFIX } from '../../../shared/custom/own-source.ts';
import type {
  OwnIntegration,
  OwnProduct,
  OwnProductFields,
  OwnRecords,
} from '../../../shared/custom/records.ts';
import { displayText } from '../../../shared/diagram/measure-text.ts';
import { Refusal } from '../../../shared/result.ts';
import { fold } from '../../../shared/search/fold.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

type CustomHandlers = Pick<Handlers, Extract<keyof Handlers, `custom:${string}`>>;

export interface CustomOptions {
  readonly workspace: Workspace;
  /** The catalogue as it is shown, own records included. */
  readonly catalogue: Catalogue;
  readonly emit: EmitEvent;
}

interface Similar {
  readonly id: string;
  readonly name: string;
}

/** A readable id that no product of any catalogue has. */
export function ownId(name: string, isTaken: (id: string) => boolean): string {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  const plain = `${OWN_PREFIX}${slug || 'product'}`;
  let id = plain;
  for (let n = 2; isTaken(id); n++) id = `${plain}-${n}`;
  return id;
}

/** Products that a new one may be: those of the same name, an other name included, or address. */
function similarTo(catalogue: Catalogue, fields: OwnProductFields, except?: string): Similar[] {
  const names = new Set([fields.name, ...fields.aliases].map(fold).filter((text) => text !== ''));
  const domain = fields.homepage === null ? null : getDomain(fields.homepage);
  const { products, texts, kinds } = catalogue.readNames();
  const found = new Set<number>();
  texts.forEach((text, entry) => {
    const isSame = kinds[entry] === 'domain' ? text === domain : names.has(text);
    if (isSame) found.add(products[entry]!);
  });
  return catalogue.repository
    .rows([...found].slice(0, 20))
    .filter(({ id }) => id !== except)
    .map(({ id, name }) => ({ id, name }));
}

function refuseSimilar(similar: readonly Similar[]): never {
  const [first] = similar;
  const more = similar.length > 1 ? ` and ${similar.length - 1} more` : '';
  throw new Refusal(
    'conflict',
    `The catalogue has “${displayText(first?.name ?? '')}”${more} under this name or address already.`,
    { similar },
  );
}

/**
 * A person's own products and integrations. What they change is in the catalogue that every other
 * call answers from, from the next call on.
 */
export function createCustomHandlers({
  workspace,
  catalogue,
  emit,
}: CustomOptions): CustomHandlers {
  const { custom } = workspace;
  const indexOf = (id: string): number | undefined => catalogue.columns.indexOf.get(id);

  function change<T>(work: () => T): T {
    const answer = workspace.write(() => {
      const result = work();
      custom.touch();
      return result;
    });
    emit('catalogue:changed', {});
    return answer;
  }

  function requireProduct(id: string): OwnProduct {
    const product = custom.product(id);
    if (product) return product;
    throw new Refusal(
      'not-found',
      isOwnProduct(id)
        ? 'This product of yours is there no more.'
        : 'This product belongs to the catalogue; only your own can be changed.',
      { id },
    );
  }

  function requireIntegration(id: string): OwnIntegration {
    const integration = custom.integration(id);
    if (!integration) {
      throw new Refusal('not-found', 'This integration of yours is there no more.', { id });
    }
    return integration;
  }

  function partOf(id: string): OwnRecords {
    const product = custom.product(id);
    return { products: product ? [product] : [], integrations: custom.integrationsOf(id) };
  }

  function requireCategories(ids: readonly string[]): void {
    const unknown = ids.find((id) => !catalogue.columns.categoryIds.includes(id));
    if (unknown === undefined) return;
    throw new Refusal('invalid-input', `There is no category “${unknown}”.`, { category: unknown });
  }

  return {
    'custom:list': ({ of }) => {
      const { products, integrations } = of === undefined ? custom.all() : partOf(of);
      const nameOf = (id: string): string | null => {
        const index = indexOf(id);
        return index === undefined ? null : catalogue.repository.row(index).name;
      };
      return {
        products,
        integrations: integrations.map((integration) => {
          const from = nameOf(integration.from);
          const to = nameOf(integration.to);
          return {
            ...integration,
            fromName: from ?? integration.from,
            toName: to ?? integration.to,
            isGone: from === null || to === null,
          };
        }),
      };
    },

    'custom:save-product': ({ id, product, evenIfSimilar }) =>
      change(() => {
        const before = id === undefined ? undefined : requireProduct(id);
        requireCategories(product.categories);
        // What was accepted as it is needs no second answer.
        const isAsBefore =
          before?.name === product.name &&
          before.homepage === product.homepage &&
          before.aliases.join('\n') === product.aliases.join('\n');
        if (!evenIfSimilar && !isAsBefore) {
          const similar = similarTo(catalogue, product, id);
          if (similar.length > 0) refuseSimilar(similar);
        }
        const saved: OwnProduct = {
          ...product,
          id: before?.id ?? ownId(product.name, (each) => custom.product(each) !== undefined),
          // What a person has put their hand to stays when the import is taken back.
          importId: null,
        };
        custom.put({ products: [saved] });
        return saved;
      }),

    'custom:delete-product': ({ id }) =>
      change(() => {
        const product = requireProduct(id);
        const integrations = custom.integrationsOf(id);
        custom.remove({ products: [id], integrations: integrations.map((each) => each.id) });
        return { products: [product], integrations };
      }),

    'custom:save-integration': ({ id, integration }) =>
      change(() => {
        const before = id === undefined ? undefined : requireIntegration(id);
        if (integration.from === integration.to) {
          throw new Refusal('invalid-input', 'A product cannot integrate with itself.');
        }
        for (const end of [integration.from, integration.to]) {
          const isKept = before?.from === end || before?.to === end;
          if (indexOf(end) === undefined && !custom.product(end) && !isKept) {
            throw new Refusal('not-found', `There is no product “${end}” in the catalogue.`);
          }
        }
        const saved: OwnIntegration = {
          ...integration,
          id: before?.id ?? randomUUID(),
          importId: null,
        };
        custom.put({ integrations: [saved] });
        return saved;
      }),

    'custom:delete-integration': ({ id }) =>
      change(() => {
        const integration = requireIntegration(id);
        custom.remove({ integrations: [id] });
        return { products: [], integrations: [integration] };
      }),

    'custom:restore': (records) =>
      change(() => {
        const foreign = records.products.find(({ id }) => !isOwnProduct(id));
        if (foreign) {
          throw new Refusal('invalid-input', 'Only products of your own can be put back.');
        }
        // A record that was made meanwhile must not be written over.
        const taken = records.products.find(({ id }) => custom.product(id));
        if (taken) {
          throw new Refusal(
            'conflict',
            `“${displayText(taken.name)}” cannot come back: you have a product of that id again. Delete or keep that one.`,
            { id: taken.id },
          );
        }
        custom.put(records);
        return {};
      }),
  };
}
