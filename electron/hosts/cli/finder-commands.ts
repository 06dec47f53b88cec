import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  combineInventories,
  distinctSightings,
  type CombinedInventory,
  type Finding,
  type NamedInventory,
} from '../../../shared/finder/combine.ts';
import { MAX_INVENTORY_BYTES, readInventoryFile } from '../../../shared/finder/read-inventory.ts';
import { unseenAssumptions, unseenInWords } from '../../../shared/finder/unseen-words.ts';
import { Refusal } from '../../../shared/result.ts';
import { readInputFile } from './files.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printAnswer, table } from './print.ts';
import { withCatalogue } from './session.ts';

async function readInventories(files: readonly string[]): Promise<NamedInventory[]> {
  const inventories: NamedInventory[] = [];
  for (const file of files) {
    const bytes = await readInputFile(
      file,
      MAX_INVENTORY_BYTES,
      `${file} is larger than 100 MB; record a shorter visit or save a part.`,
    );
    const read = readInventoryFile(bytes);
    if (!read.ok) throw new Refusal(read.error.code, `${file}: ${read.error.message}`);
    inventories.push({ ...read.value, name: basename(file) });
  }
  return inventories;
}

/** The findings as JSON: lists by name instead of by place, no keys of ours. */
function plainFinding(
  { traces, kind, value, certainty, product, alternatives, reason, count }: Finding,
  lists: readonly NamedInventory[],
) {
  return {
    kind,
    value,
    certainty,
    product,
    alternatives,
    reason,
    count,
    seen: traces.map(({ inventory, count, evidence }) => ({
      list: lists[inventory]?.name ?? '',
      count,
      evidence,
    })),
  };
}

function plainAnswer(
  { found, doubtful, unknown, unseen }: CombinedInventory,
  lists: readonly NamedInventory[],
  nameOf: ReadonlyMap<string, string>,
) {
  const plain = (finding: Finding) => plainFinding(finding, lists);
  return {
    lists: lists.map(({ name, kind, sightings }) => ({ name, kind, sightings: sightings.length })),
    found: found.map(({ product, seenBy, count, findings }) => ({
      product,
      name: nameOf.get(product) ?? product,
      seenBy: seenBy.map((at) => lists[at]?.name ?? ''),
      count,
      findings: findings.map(plain),
    })),
    doubtful: doubtful.map(plain),
    unknown: unknown.map(plain),
    unseen: unseen
      ? { ...unseen, inWords: unseenInWords(unseen), assumptions: unseenAssumptions }
      : null,
  };
}

function humanAnswer(answer: ReturnType<typeof plainAnswer>, nameOf: ReadonlyMap<string, string>) {
  const parts: string[] = [];
  if (answer.found.length > 0) {
    parts.push(
      table(
        ['found', 'id', 'seen', 'in', 'because'],
        answer.found.map(({ name, product, count, seenBy, findings }) => [
          name,
          product,
          count,
          seenBy.join(', '),
          `${findings[0]?.value ?? ''}: ${findings[0]?.reason ?? ''}`,
        ]),
      ),
    );
  } else parts.push('No product was found for sure.');
  if (answer.doubtful.length > 0) {
    parts.push(
      table(
        ['doubtful', 'may be', 'id', 'because'],
        answer.doubtful.map(({ value, product, reason }) => [
          value,
          nameOf.get(product ?? '') ?? '',
          product,
          reason,
        ]),
      ),
    );
  }
  if (answer.unknown.length > 0) {
    parts.push(
      table(
        ['unknown', 'seen', 'because'],
        answer.unknown.map(({ value, count, reason }) => [value, count, reason]),
      ),
    );
  }
  if (answer.lists.length > 1) parts.push(unseenInWords(answer.unseen));
  return parts.join('\n\n');
}

/** `find`: the products in the lists that a person has at hand. */
export function addFinderCommands(program: Command): void {
  withCommonOptions(program.command('find <file...>'))
    .description(
      'find products in HAR files, saved pages, tag-manager containers and lists of names',
    )
    .action(async (files: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const lists = await readInventories(files);
      const sightings = distinctSightings(lists);
      const { matches, products } = await withCatalogue(options, ({ call }) =>
        call('finder:match', { sightings }),
      );
      const byKey = new Map(
        sightings.flatMap(({ key }, at) => (matches[at] ? [[key, matches[at]]] : [])),
      );
      const nameOf = new Map(products.map(({ id, name }) => [id, name]));
      const answer = plainAnswer(combineInventories(lists, byKey), lists, nameOf);
      printAnswer(options.json === true, answer, () => humanAnswer(answer, nameOf));
    });
}
