import { CircleHelp } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { ReactNode } from 'react';
import { queryFields } from '../../shared/search/query-language.ts';
import styles from './query-help.module.css';

interface QueryHelpProps {
  /** Puts an example into the search. */
  readonly onInsert: (example: string) => void;
}

/** What the search box understands besides words, each with an example to click. */
export function QueryHelp({ onInsert }: QueryHelpProps): ReactNode {
  return (
    <DialogTrigger>
      <Button
        className={styles.button ?? ''}
        aria-label="What the search understands"
        // The field around it would take the press for its own button.
        slot={null}
      >
        <CircleHelp aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={8}>
        <Dialog className={styles.dialog ?? ''}>
          {({ close }) => (
            <>
              <Heading slot="title">Narrow the search</Heading>
              <p>
                Type terms beside the words, or click one. A comma means “or”, a minus in front
                means “not”: <code>-kind:extension</code>. Names with spaces go in quotes.
              </p>
              <ul>
                {queryFields.map(({ name, means, example }) => (
                  <li key={name}>
                    <button
                      type="button"
                      onClick={() => {
                        close();
                        onInsert(example);
                      }}
                    >
                      <code>{example}</code>
                      <span>{means}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
