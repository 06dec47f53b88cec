import type { Command } from 'commander';
import type { CallInput, Output } from '../../../shared/contract/contract.ts';
import type { Ways } from '../../../shared/insights/contract.ts';
import { bands } from '../../../shared/insights/replaceability.ts';
import { Refusal } from '../../../shared/result.ts';
import { orSuggest } from './did-you-mean.ts';
import { requireSlug, withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, table } from './print.ts';
import { withCatalogue, withWorkspace } from './session.ts';
import { findStack } from './find-stack.ts';

const arrows = { forward: '→', back: '←', both: '↔', none: '–' } as const;
const noProof = 'That none is documented is no proof that there is none.';

function wayLine({ products, hops }: Ways['paths'][number]): string {
  return products
    .map(({ name, isInStack }, at) => {
      const hop = hops[at - 1];
      const how = hop ? [...hop.kinds, ...(hop.isDrawn ? ['drawn'] : [])].join(', ') : '';
      const arrow = hop ? ` ${arrows[hop.direction]} [${how}] ` : '';
      return `${arrow}${printable(name)}${isInStack ? '*' : ''}`;
    })
    .join('');
}

function humanPaths(answer: Output<'insights:paths'>, hasStack: boolean): string {
  const { extra, steps, paths, others } = answer;
  if (paths.length === 0) return `No way between the two is documented. ${noProof}`;
  const head = `${steps} ${steps === 1 ? 'step' : 'steps'}, ${extra} ${extra === 1 ? 'product' : 'products'} between them${hasStack ? ' to add' : ''}`;
  const parts = [[head, ...paths.map((path) => `  ${wayLine(path)}`)].join('\n')];
  for (const other of others) {
    const title =
      other.reason === 'fewer-steps'
        ? 'In fewer steps'
        : `Without ${other.without.map(({ name }) => printable(name)).join(', ')}`;
    parts.push(
      [
        `${title}: ${other.steps} steps, ${other.extra} between them`,
        ...other.paths.map((path) => `  ${wayLine(path)}`),
      ].join('\n'),
    );
  }
  if (hasStack) parts.push('* on the stack');
  return parts.join('\n\n');
}

interface PathOptions extends CommonOptions {
  readonly stack?: string;
  readonly directed?: boolean;
}

/** `path`: how two products can be connected. */
export function addPathCommand(program: Command): void {
  withCommonOptions(program.command('path <from> <to>'))
    .description('find ways between two products with the fewest products to add')
    .option('--stack <stack>', 'products of this stack cost nothing; its own connections count')
    .option('--directed', 'only along the stated direction of data')
    .action(async (from: string, to: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<PathOptions>();
      const ask = (stackId: string | null): CallInput<'insights:paths'> => ({
        stackId,
        from: requireSlug('product', from),
        to: requireSlug('product', to),
        directed: options.directed === true,
      });
      const answer = await withWorkspace(options, async (session) => {
        const stack = options.stack === undefined ? null : await findStack(session, options.stack);
        return orSuggest(session, from, ({ call }) =>
          call('insights:paths', ask(stack?.id ?? null)),
        );
      });
      printAnswer(options.json === true, answer, () =>
        humanPaths(answer, options.stack !== undefined),
      );
    });
}

type Replacing = Output<'insights:replaceability'>;

/** @throws Refusal 'not-found' for a product that is not on the stack */
function describeOnStack({ products, list }: Replacing, id: string) {
  const each = list.find(({ product }) => products[product]?.id === id);
  if (!each) {
    throw new Refusal(
      'not-found',
      `“${id}” is not on this stack. Without --stack its alternatives are shown all the same.`,
    );
  }
  const names = (places: readonly number[]) =>
    places.map((place) => ({ id: products[place]!.id, name: products[place]!.name }));
  return {
    product: names([each.product])[0],
    index: each.index,
    band: each.band,
    connections: names(each.connections),
    candidates: each.candidates,
    alternatives: each.rivals.map(({ product, isInStack, kept, lost, gained, bridgeable }) => ({
      id: product.id,
      name: product.name,
      isInStack,
      kept: names(kept),
      lost: names(lost),
      gained: names(gained),
      bridgeable: names(bridgeable),
    })),
  };
}

function humanOnStack(answer: ReturnType<typeof describeOnStack>): string {
  const label = bands.find(({ id }) => id === answer.band)?.label ?? answer.band;
  const head = `${printable(answer.product?.name ?? '')}: ${answer.index} of 100 (${label.toLowerCase()}), connections on the stack: ${answer.connections.length}`;
  if (answer.alternatives.length === 0) return `${head}\nThe catalogue has no alternative.`;
  const list = table(
    ['id', 'name', 'keeps', 'loses', 'bridgeable', 'adds'],
    answer.alternatives.map((each) => [
      each.id,
      each.name,
      each.kept.length,
      each.lost.length,
      each.bridgeable.length,
      each.gained.length,
    ]),
  );
  return [head, list, `Only what is documented is counted. ${noProof}`].join('\n\n');
}

/** `product alternatives`: what could take the place of a product, anywhere or on a stack. */
export function addAlternativesCommand(product: Command): void {
  withCommonOptions(product.command('alternatives <id>'))
    .description('what could take the place of a product, and what a stack would keep with it')
    .option('--stack <stack>', 'by the connections on this stack that each would keep')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { stack?: string }>();
      const slug = requireSlug('product', id);
      if (options.stack !== undefined) {
        const stackName = options.stack;
        const answer = await withWorkspace(options, async (session) => {
          const stack = await findStack(session, stackName);
          const replacing = await session.call('insights:replaceability', { stackId: stack.id });
          return describeOnStack(replacing, slug);
        });
        return printAnswer(options.json === true, answer, () => humanOnStack(answer));
      }
      const list = await withCatalogue(options, (session) =>
        orSuggest(session, id, ({ call }) => call('catalogue:alternatives', { id: slug })),
      );
      const answer = list.map(({ product: other, ...rest }) => ({
        id: other.id,
        name: other.name,
        category: other.categoryId,
        ...rest,
      }));
      printAnswer(options.json === true, answer, () =>
        answer.length === 0
          ? 'The catalogue has no alternative.'
          : table(
              ['id', 'name', 'category', 'shared integrations', 'with'],
              answer.map((each) => [
                each.id,
                each.name,
                each.category,
                each.sharedIntegrations,
                each.sharedWith.join(', '),
              ]),
            ),
      );
    });
}
