import { Option, type Command } from 'commander';
import {
  directions,
  integrationKinds,
  type Direction,
  type IntegrationKind,
} from '../../../shared/domain/catalogue.ts';
import { OwnIntegrationFields, OwnProductFields } from '../../../shared/custom/records.ts';
import { Refusal } from '../../../shared/result.ts';
import { requireSlug, withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer, table } from './print.ts';
import { withWorkspace } from './session.ts';

interface AddOptions extends CommonOptions {
  readonly category: string[];
  readonly homepage?: string;
  readonly vendor?: string;
  readonly description?: string;
  readonly alias?: string[];
  readonly evenIfSimilar?: boolean;
}

interface ConnectOptions extends CommonOptions {
  readonly kind: IntegrationKind;
  readonly direction: Direction;
  readonly note?: string;
  readonly url?: string;
}

interface Issues {
  readonly issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[];
}

/** The first thing that does not fit, as a sentence. */
function refuse({ issues }: Issues): never {
  const [first] = issues;
  const field = String(first?.path[0] ?? 'input');
  throw new Refusal('invalid-input', `That ${field} does not fit: ${first?.message ?? ''}`);
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

/** Adds to a refusal which products there are, and how to add one all the same. */
function nameSimilar(error: unknown): never {
  const similar = error instanceof Refusal ? error.details?.['similar'] : undefined;
  if (!(error instanceof Refusal) || !Array.isArray(similar)) throw error;
  const ids = (similar as readonly { readonly id: string }[]).map(({ id }) => id).join(', ');
  throw new Refusal(
    error.code,
    `${error.message} See: ${ids}. To add yours all the same: --even-if-similar`,
  );
}

/** `custom list`, `add`, `remove` and `connect`: products and integrations of one's own. */
export function addCustomCommands(program: Command): void {
  const custom = program
    .command('custom')
    .description('products and integrations of your own, beside those of the catalogue');

  withCommonOptions(custom.command('list'))
    .description('list what you have added')
    .action(async (_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const list = await withWorkspace(options, ({ call }) => call('custom:list', {}));
      printAnswer(options.json === true, list, () => {
        const { products, integrations } = list;
        if (products.length + integrations.length === 0) {
          return 'You have added nothing yet. Add a product: custom add NAME --category ID';
        }
        const parts = [];
        if (products.length > 0) {
          const rows = products.map((each) => [
            ...[each.id, each.name, each.categories.join(', '), each.homepage],
          ]);
          parts.push(table(['id', 'name', 'categories', 'homepage'], rows));
        }
        if (integrations.length > 0) {
          const rows = integrations.map((each) => [
            ...[each.id, each.fromName, each.toName, each.kind, each.isGone ? 'gone' : ''],
          ]);
          parts.push(table(['id', 'from', 'to', 'kind', ''], rows));
        }
        return parts.join('\n\n');
      });
    });

  withCommonOptions(custom.command('add <name>'))
    .description('add a product')
    .requiredOption('--category <id...>', 'categories, the main one first')
    .option('--homepage <address>', 'https://…')
    .option('--vendor <name>', 'who makes it')
    .option('--description <text>', 'what it does, in a sentence')
    .option('--alias <name...>', 'other names')
    .option('--even-if-similar', 'add it although the catalogue has its name or address')
    .action(async (name: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const product = OwnProductFields.safeParse({
        name,
        categories: options.category,
        homepage: options.homepage ?? null,
        vendor: options.vendor ?? null,
        description: options.description ?? null,
        aliases: options.alias ?? [],
      });
      if (!product.success) refuse(product.error);
      const evenIfSimilar = options.evenIfSimilar === true;
      const saved = await withWorkspace(options, ({ call }) =>
        call('custom:save-product', { product: product.data, evenIfSimilar }),
      ).catch(nameSimilar);
      printAnswer(
        options.json === true,
        saved,
        () => `Added ${printable(saved.name)} (${saved.id}).`,
      );
    });

  withCommonOptions(custom.command('remove <id>'))
    .description('delete a product of your own with its integrations, or one integration')
    .action(async (id: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const deleted = await withWorkspace(options, async ({ call }) => {
        const { integrations } = await call('custom:list', {});
        return integrations.some((each) => each.id === id)
          ? call('custom:delete-integration', { id })
          : call('custom:delete-product', { id: requireSlug('product', id) });
      });
      const { products, integrations } = deleted;
      printAnswer(
        options.json === true,
        deleted,
        () =>
          `Deleted ${counted(products.length, 'product')} and ${counted(integrations.length, 'integration')}.`,
      );
    });

  withCommonOptions(custom.command('connect <from> <to>'))
    .description('add an integration between two products, by id')
    .addOption(new Option('--kind <kind>').choices(integrationKinds).default('native'))
    .addOption(new Option('--direction <direction>').choices(directions).default('none'))
    .option('--note <text>', 'how you know')
    .option('--url <address>', 'where it is documented')
    .action(async (from: string, to: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<ConnectOptions>();
      const integration = OwnIntegrationFields.safeParse({
        from: requireSlug('product', from),
        to: requireSlug('product', to),
        kind: options.kind,
        direction: options.direction,
        note: options.note ?? '',
        url: options.url ?? null,
      });
      if (!integration.success) refuse(integration.error);
      const saved = await withWorkspace(options, ({ call }) =>
        call('custom:save-integration', { integration: integration.data }),
      );
      printAnswer(options.json === true, saved, () => `Connected ${from} and ${to} (${saved.id}).`);
    });
}
