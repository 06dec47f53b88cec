import { ClipboardCopy, Download, FileText } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  lineText,
  type Brief,
  type BriefFormat,
  type BriefLine,
  type EvidencePage,
} from '../../shared/insights/brief.ts';
import { briefToMarkdown, itemsText } from '../../shared/insights/write-brief.ts';
import { api } from '../api.ts';
import { saveFile } from '../state/files.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';
import { copyText } from './copy-text.ts';
import { useInsights } from './insights-state.ts';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './brief-tab.module.css';

const pageWords: Readonly<Record<EvidencePage, string>> = {
  health: 'Health',
  coverage: 'Coverage',
  matrix: 'Who connects',
  hubs: 'Hubs',
  truth: 'Source of truth',
  replace: 'Replaceability',
  exit: 'Exit drill',
  smallest: 'Smallest stack',
};

const evidenceId = (number: number): string => `brief-evidence-${number}`;

function showEvidence(number: number): void {
  const item = document.getElementById(evidenceId(number));
  const page = item?.closest('main');
  if (!item || !page) return;
  // Scrolls the page alone: bringing the item into view would move the window's frame as well.
  const above = item.getBoundingClientRect().top - page.getBoundingClientRect().top;
  page.scrollBy({ top: above - page.clientHeight / 3 });
  item.focus({ preventScroll: true });
}

function Line({ line }: { readonly line: BriefLine }): ReactNode {
  return line.map(({ text, evidence }, at) =>
    evidence === null ? (
      text
    ) : (
      <button
        // The pieces of a line have nothing else to tell them apart.
        key={at}
        type="button"
        className={styles.figure}
        onClick={() => showEvidence(evidence)}
      >
        {text}
        <sup>
          <span className="visually-hidden">, evidence </span>
          {evidence}
        </sup>
      </button>
    ),
  );
}

function Evidence({ evidence }: Pick<Brief, 'evidence'>): ReactNode {
  if (evidence.length === 0) return null;
  return (
    <section className={styles.evidence} aria-label="Evidence">
      <h2>Evidence</h2>
      <ol>
        {evidence.map(({ page, title, ...rest }, at) => (
          // Two findings may read alike; their numbers do not.
          <li key={at} id={evidenceId(at + 1)} tabIndex={-1}>
            <strong>{title}</strong> {itemsText(rest)}{' '}
            <button
              type="button"
              className={styles.figure}
              onClick={() => useInsights.getState().show(page)}
            >
              {pageWords[page]}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Paper({ brief }: { readonly brief: Brief }): ReactNode {
  return (
    <article className={styles.paper}>
      <h1>
        <bdi>{brief.title}</bdi>
      </h1>
      <p>
        <Line line={brief.intro} />
      </p>
      {brief.sections.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li key={lineText(line)}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Evidence evidence={brief.evidence} />
    </article>
  );
}

/** One page about the stack, to take away. */
export function BriefTab(): ReactNode {
  const asked = useInsight('insights:brief', {});
  const stackId = useStacks((state) => state.current?.stack.id);
  const [isSaving, setSaving] = useState(false);
  const brief = asked.value;
  const save = async (format: BriefFormat): Promise<void> => {
    if (stackId === undefined) return;
    setSaving(true);
    const result = await api.call('insights:export-brief', { stackId, format });
    if (result.ok) await saveFile(result.value);
    else showError(result.error);
    setSaving(false);
  };
  return (
    <TabPage
      title="Brief"
      text="One page made of the findings alone. Each figure leads to what it rests on, below and on the page that shows it."
      actions={
        <>
          <Button
            isDisabled={!brief}
            onPress={() => brief && copyText(briefToMarkdown(brief), 'the brief as Markdown')}
          >
            <ClipboardCopy aria-hidden="true" /> Copy
          </Button>
          <Button isDisabled={!brief || isSaving} onPress={() => void save('markdown')}>
            <FileText aria-hidden="true" /> Save as Markdown
          </Button>
          <Button tone="primary" isDisabled={!brief || isSaving} onPress={() => void save('pdf')}>
            <Download aria-hidden="true" /> Save as PDF
          </Button>
        </>
      }
    >
      <Answer asked={asked}>{(value) => <Paper brief={value} />}</Answer>
    </TabPage>
  );
}
