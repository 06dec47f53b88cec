import type { FileContent, Output } from '../../../shared/contract/contract.ts';
import { safeFileName } from '../../../shared/exchange/file-name.ts';
import type { Brief, BriefFormat } from '../../../shared/insights/brief.ts';
import { composeBrief } from '../../../shared/insights/compose-brief.ts';
import { briefToMarkdown } from '../../../shared/insights/write-brief.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
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

/** A page about a stack, made of what all the other insights answer. */
export function briefInsights(
  catalogue: Catalogue,
  stack: Stack,
  { view, health, needs }: BriefParts,
): Brief {
  const { columns, repository, meta } = catalogue;
  const groups = new Map<string, string>(repository.taxonomy().map(({ id, name }) => [id, name]));
  return composeBrief({
    stackName: stack.name,
    health,
    matrix: matrixInsights(catalogue, view),
    hubs: hubInsights(catalogue, view),
    replacing: replaceInsights(catalogue, view),
    exit: exitInsights(catalogue, view, undefined),
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
