import type { Output } from '../../shared/contract/contract.ts';
import { counted } from '../product/words.ts';

export type Changes = Output<'versions:compare'>;

/** Changes of one sort, as lines. */
export interface ChangeGroup {
  readonly title: string;
  readonly sign: string;
  readonly lines: readonly string[];
}

/** What changed, in words; groups without any are left out. */
export function changeGroups(changes: Changes): ChangeGroup[] {
  const name = (id: string): string => changes.names[id] ?? id;
  const link = ({ a, b, isOwn }: Changes['gained'][number]): string =>
    `${name(a)} – ${name(b)}${isOwn ? ' (drawn)' : ''}`;
  const fieldNames = { state: 'State', owner: 'Owner', cost: 'Yearly cost' } as const;
  const groups: ChangeGroup[] = [
    { title: 'Added', sign: '+', lines: changes.added.map((product) => product.name) },
    { title: 'Removed', sign: '−', lines: changes.removed.map((product) => product.name) },
    {
      title: 'Replaced',
      sign: '⇄',
      lines: changes.replaced.map(({ before, after }) => `${before.name} → ${after.name}`),
    },
    { title: 'Connections gained', sign: '+', lines: changes.gained.map(link) },
    { title: 'Connections lost', sign: '−', lines: changes.lost.map(link) },
    {
      title: 'Moved to another lane',
      sign: '→',
      lines: changes.moved.map(
        ({ product, before, after }) => `${product.name}: ${before} → ${after}`,
      ),
    },
    {
      title: 'Changed',
      sign: '•',
      lines: changes.changed.map(
        ({ product, what, before, after }) =>
          `${product.name}: ${fieldNames[what].toLowerCase()} ${before} → ${after}`,
      ),
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** The costs of the two, where any are entered. */
export function costWords({ cost }: Changes): string | null {
  const { before, after } = cost;
  if (before.known + after.known === 0) return null;
  const text = ({ sum, known, products }: typeof before): string =>
    `${sum.toLocaleString('en')} a year (entered for ${known} of ${counted(products, 'product', 'products')})`;
  return `Cost: ${text(before)} → ${text(after)}`;
}

/** The comparison as Markdown, to be copied. */
export function changesText(changes: Changes): string {
  const cost = costWords(changes);
  return [
    `# ${changes.from} → ${changes.to}`,
    ...(cost === null ? [] : [cost]),
    ...changeGroups(changes).map(
      ({ title, lines }) =>
        `## ${title} (${lines.length})\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
    ),
    'Connections are those that the catalogue documents or that were drawn; what is not documented may exist all the same.',
  ].join('\n\n');
}
