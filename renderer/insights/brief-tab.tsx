import { ClipboardCopy, Download } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { safeFileName } from '../../shared/exchange/file-name.ts';
import {
  briefToMarkdown,
  composeBrief,
  type BriefFacts,
} from '../../shared/insights/compose-brief.ts';
import { useApp } from '../state/app-state.ts';
import { saveText } from '../state/files.ts';
import { useStacks } from '../state/stacks.ts';
import { Button } from '../ui/button.tsx';
import { copyText } from './copy-text.ts';
import { TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './brief-tab.module.css';

/** The answers of all other tabs, once all of them are there. */
function useBriefFacts(): { readonly facts: BriefFacts | null; readonly failure: string | null } {
  const health = useInsight('insights:health', {});
  const matrix = useInsight('insights:matrix', {});
  const hubs = useInsight('insights:hubs', {});
  const replacing = useInsight('insights:replaceability', {});
  const coverage = useInsight('insights:coverage', {});
  const stackName = useStacks((state) => state.current?.stack.name ?? '');
  const categories = useApp((state) => state.categories);
  const taxonomy = useApp((state) => state.taxonomy);
  const factsDate = useApp((state) => state.info?.catalogue.factsDate ?? '');
  const failure = [health, matrix, hubs, replacing, coverage].find((each) => each.failure)?.failure;
  if (!health.value || !matrix.value || !hubs.value || !replacing.value || !coverage.value) {
    return { facts: null, failure: failure ?? null };
  }
  return {
    failure: null,
    facts: {
      stackName,
      health: health.value,
      matrix: matrix.value,
      hubs: hubs.value,
      replacing: replacing.value,
      coverage: coverage.value,
      categoryName: (id) => categories.get(id)?.name ?? id,
      groupName: (id) => taxonomy.find((group) => group.id === id)?.name ?? id,
      factsDate,
    },
  };
}

/** One page about the stack, to take away. */
export function BriefTab(): ReactNode {
  const { facts, failure } = useBriefFacts();
  const brief = useMemo(() => (facts ? composeBrief(facts) : null), [facts]);
  if (failure !== null) return <p role="alert">{failure}</p>;
  if (!brief) return <p role="status">Computing…</p>;
  const save = (): void =>
    void saveText(
      safeFileName(`${brief.title} brief`, 'md'),
      'text/markdown',
      briefToMarkdown(brief),
    );
  return (
    <TabPage
      title="Brief"
      text="One page made of the findings alone. Every number is one that the other tabs show with its evidence."
      actions={
        <>
          <Button onPress={() => copyText(briefToMarkdown(brief), 'the brief as Markdown')}>
            <ClipboardCopy aria-hidden="true" /> Copy
          </Button>
          <Button tone="primary" onPress={save}>
            <Download aria-hidden="true" /> Save as Markdown
          </Button>
        </>
      }
    >
      <article className={styles.paper}>
        <h1>
          <bdi>{brief.title}</bdi>
        </h1>
        <p>{brief.intro}</p>
        {brief.sections.map(({ title, lines }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </article>
    </TabPage>
  );
}
