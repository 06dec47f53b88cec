import { ClipboardCopy, Download } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { MinutesBlock, MinutesFormat } from '../../shared/workshop/minutes.ts';
import { api } from '../api.ts';
import { copyText } from '../insights/copy-text.ts';
import { saveFile } from '../state/files.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';
import { useWorkshop } from './workshop-state.ts';
import bodyStyles from './workshop.module.css';
import styles from './minutes.module.css';

type Written = Output<'workshops:minutes'>;

/** Changes that come fast, as while dragging, are written down together. */
const REST_MS = 250;

function useMinutes(id: string): Written | null {
  const [written, setWritten] = useState<Written | null>(null);
  const revision = useStacks((state) => state.current?.revision ?? 0);
  const step = useWorkshop((state) => state.current?.revision ?? 0);
  const isFirst = written === null;
  useEffect(() => {
    const controller = new AbortController();
    const ask = (): void =>
      void api.call('workshops:minutes', { id }, { signal: controller.signal }).then((result) => {
        if (controller.signal.aborted) return;
        if (result.ok) setWritten(result.value);
        else showError(result.error);
      });
    const timer = window.setTimeout(ask, isFirst ? 0 : REST_MS);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [id, revision, step, isFirst]);
  return written;
}

async function exportAs(id: string, format: MinutesFormat): Promise<void> {
  const result = await api.call('workshops:export-minutes', { id, format });
  if (result.ok) await saveFile(result.value);
  else showError(result.error);
}

function Block({ block }: { readonly block: MinutesBlock }): ReactNode {
  switch (block.type) {
    case 'text':
      return (
        <p>
          <bdi>{block.text}</bdi>
        </p>
      );
    case 'heading':
      return (
        <h4>
          <bdi>{block.text}</bdi>
        </h4>
      );
    case 'list':
      return (
        <ul>
          {block.lines.map((line, at) => (
            <li key={at}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div className={styles.scroll}>
          <table>
            <thead>
              <tr>
                {block.head.map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={column}>
                      <bdi>{cell}</bdi>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

/** The minutes as they stand, written by themselves. */
export function MinutesTab({ id }: { readonly id: string }): ReactNode {
  const written = useMinutes(id);
  if (!written)
    return (
      <p className={bodyStyles.body} role="status">
        Writing…
      </p>
    );
  const { minutes, markdown } = written;
  return (
    <div className={bodyStyles.body}>
      <div className={bodyStyles.line}>
        <Button onPress={() => copyText(markdown, 'the minutes')}>
          <ClipboardCopy aria-hidden="true" /> Copy
        </Button>
        <Button onPress={() => void exportAs(id, 'markdown')}>
          <Download aria-hidden="true" /> Markdown
        </Button>
        <Button onPress={() => void exportAs(id, 'html')}>
          <Download aria-hidden="true" /> HTML
        </Button>
      </div>
      <article className={styles.minutes} aria-label="Minutes">
        <h2>
          <bdi>{minutes.title}</bdi>
        </h2>
        <p>
          <bdi>{minutes.intro}</bdi>
        </p>
        {minutes.sections.map(({ title, blocks }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            {blocks.map((block, at) => (
              <Block key={at} block={block} />
            ))}
          </section>
        ))}
      </article>
    </div>
  );
}
