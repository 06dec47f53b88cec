import { useState, type ReactNode } from 'react';
import { addOwnProduct } from '../custom/own-state.ts';
import { counted } from '../product/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { usePasteList, type OpenLine } from './paste-list-state.ts';
import { addProductIds, addRows } from './stack-edits.ts';
import styles from './paste-list-dialog.module.css';

const LEAVE = '';

interface LineProps {
  readonly line: OpenLine;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onOwn: () => void;
}

function Line({ line, chosen, onChoose, onOwn }: LineProps): ReactNode {
  return (
    <li className={styles.line}>
      <bdi className={styles.text}>{line.text}</bdi>
      {line.candidates.length > 0 ? (
        <select
          className={styles.choice}
          aria-label={`What ${line.text} means`}
          value={chosen}
          onChange={(event) => onChoose(event.target.value)}
        >
          {line.candidates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={LEAVE}>Leave it out</option>
        </select>
      ) : (
        <Button onPress={onOwn}>Add as a product of your own…</Button>
      )}
    </li>
  );
}

/** Asks what the doubtful lines of a pasted list mean. */
export function PasteListDialog({ lines }: { readonly lines: readonly OpenLine[] }): ReactNode {
  const added = usePasteList((state) => state.added);
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const close = (): void => usePasteList.setState({ open: null });
  const choiceOf = (line: OpenLine): string =>
    choices[line.text] ?? line.candidates[0]?.id ?? LEAVE;
  const chosen = lines.flatMap((line) =>
    line.candidates.filter(({ id }) => id === choiceOf(line)).slice(0, 1),
  );
  const own = (line: OpenLine): void => {
    const rest = lines.filter((each) => each !== line);
    usePasteList.setState({ open: rest.length > 0 ? rest : null });
    addOwnProduct(line.text, (product) => void addProductIds([product.id]));
  };
  return (
    <Dialog title="What do these lines mean?" isOpen onClose={close}>
      <p>
        {added > 0 ? `${counted(added, 'line was', 'lines were')} clear and added. ` : ''}
        {counted(lines.length, 'line is', 'lines are')} not certain:
      </p>
      <ul className={styles.list}>
        {lines.map((line) => (
          <Line
            key={line.text}
            line={line}
            chosen={choiceOf(line)}
            onChoose={(id) => setChoices({ ...choices, [line.text]: id })}
            onOwn={() => own(line)}
          />
        ))}
      </ul>
      <DialogActions>
        <Button onPress={close}>Leave them out</Button>
        <Button
          tone="primary"
          isDisabled={chosen.length === 0}
          onPress={() => {
            close();
            void addRows([...new Map(chosen.map((row) => [row.id, row])).values()]);
          }}
        >
          Add {counted(chosen.length, 'product', 'products')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
