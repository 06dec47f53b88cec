import type { CallContext, FileContent, Output } from '../../../shared/contract/contract.ts';
import { safeFileName } from '../../../shared/exchange/file-name.ts';
import type { Brief, BriefFormat } from '../../../shared/insights/brief.ts';
import { composeBrief } from '../../../shared/insights/compose-brief.ts';
import { briefToMarkdown } from '../../../shared/insights/write-brief.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { takeTurn } from '../take-turn.ts';
import { writeBriefPdf } from './brief-pdf.ts';
import { coverageInsights } from './coverage-insights.ts';
import { hubInsights, matrixInsights } from './hub-insights.ts';
import { replaceInsights } from './replace-insights.ts';
import { smallestInsights } from './smallest-insights.ts';
import type { StackView } from './stack-view.ts';
import { exitInsights, truthInsights } from './truth-insights.ts';

interface BriefParts {
  readonly view: StackView;
  readonly health: Output<'insights:health'>;
  readonly needs: readonly string[] | null;
}

/**
 * A page about a stack, made of what all the other insights answer; of a stack of a thousand products
 * that takes over a second, so others have their turn between the parts.
 * @throws Refusal 'cancelled'
 */
export async function briefInsights(
  catalogue: Catalogue,
  stack: Stack,
  { view, health, needs }: BriefParts,
  context: CallContext,
): Promise<Brief> {
  const { columns, repository, meta } = catalogue;
  const groups = new Map<string, string>(repository.taxonomy().map(({ id, name }) => [id, name]));
  await takeTurn(context, 'Comparing pairs', 0.1);
  const matrix = matrixInsights(catalogue, view);
  await takeTurn(context, 'Looking for hubs', 0.5);
  const hubs = hubInsights(catalogue, view);
  await takeTurn(context, 'Looking for alternatives', 0.65);
  const replacing = replaceInsights(catalogue, view);
  await takeTurn(context, 'Drilling exits', 0.85);
  const exit = exitInsights(catalogue, view, undefined);
  await takeTurn(context, 'Writing', 0.95);
  return composeBrief({
    stackName: stack.name,
    ...{ health, matrix, hubs, replacing, exit },
    truth: truthInsights(view),
    smallest: smallestInsights(catalogue, view, needs, 'count'),
    coverage: coverageInsights(catalogue, view),
    categoryName: (id) => columns.categoryNames[columns.categoryIds.indexOf(id)] ?? id,
    groupName: (id) => groups.get(id) ?? id,
    factsDate: meta.get('facts_date') ?? '',
  });
}

/** The brief as a file to take away. */
export async function briefFile(brief: Brief, format: BriefFormat): Promise<FileContent> {
  const name = `${brief.title} brief`;
  const bytes =
    format === 'pdf'
      ? await writeBriefPdf(brief, new Date())
      : new TextEncoder().encode(briefToMarkdown(brief));
  return {
    fileName: safeFileName(name, format === 'pdf' ? 'pdf' : 'md'),
    mimeType: format === 'pdf' ? 'application/pdf' : 'text/markdown',
    base64: Buffer.from(bytes).toString('base64'),
  };
}
