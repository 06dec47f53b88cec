import { ClipboardCopy, Image } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { ExportOptions, papers, type Paper } from '../../shared/exchange/export-options.ts';
import {
  exportFormats,
  formatFamilies,
  formats,
  type ExportFormat,
  type FormatChoice,
} from '../../shared/exchange/formats.ts';
import { lookLabels, lookNames, type LookName } from '../../shared/diagram/looks.ts';
import { useDialogs } from '../state/dialogs.ts';
import { toBase64 } from '../state/files.ts';
import { useStacks } from '../state/stacks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import {
  cancelExport,
  changeOptions,
  changeShow,
  copyPicture,
  copyText,
  drawPreview,
  exportNow,
  recallOptions,
  setDated,
  useExport,
} from './export-state.ts';
import { Check } from './check.tsx';
import { LineChoices } from './line-choices.tsx';
import styles from './export-dialog.module.css';

const paperLabels: Readonly<Record<Paper, string>> = {
  fit: 'As large as the diagram',
  a4: 'A4',
  a3: 'A3',
  letter: 'Letter',
  poster: 'Poster (A1)',
};

const close = (): void => {
  cancelExport();
  useDialogs.getState().show(null);
};

/** Text formats go to the clipboard as they are. */
const isText = (format: ExportFormat): boolean =>
  /^(text|application\/(json|xml|graphml|gexf))|svg/.test(formats[format].mimeType);

function FormatList(): ReactNode {
  const format = useExport((state) => state.options.format);
  return (
    <div className={styles.formats} role="radiogroup" aria-label="Format">
      {formatFamilies.map((family) => (
        <fieldset key={family} className={styles.family}>
          <legend>{family}</legend>
          {exportFormats
            .filter((id) => formats[id].family === family)
            .map((id) => (
              <label key={id} className={styles.format}>
                <input
                  type="radio"
                  name="format"
                  checked={format === id}
                  onChange={() => changeOptions({ format: id })}
                />
                <span>
                  {formats[id].label}
                  <small>{formats[id].use}</small>
                </span>
              </label>
            ))}
        </fieldset>
      ))}
    </div>
  );
}

function Logo(): ReactNode {
  const logo = useExport((state) => state.options.logo);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const uri = `data:${file.type};base64,${await toBase64(file)}`;
    const parsed = ExportOptions.shape.logo.safeParse(uri);
    setProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? 'A logo is a picture.'));
    if (parsed.success) changeOptions({ logo: parsed.data });
  };
  return (
    <div className={styles.logo}>
      {logo === null ? (
        <label className={styles.file}>
          Logo of the organisation
          <input
            type="file"
            accept="image/png,image/jpeg"
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        </label>
      ) : (
        <>
          <img src={logo} alt="Logo of the organisation" />
          <Button onPress={() => changeOptions({ logo: null })}>Remove the logo</Button>
        </>
      )}
      {problem === null ? null : <p className={styles.problem}>{problem}</p>}
    </div>
  );
}

function Choices(): ReactNode {
  const { options } = useExport();
  const { format, look, scale, transparent, paper, frames, single, show, author, date } = options;
  const has = (choice: FormatChoice): boolean => formats[format].choices.includes(choice);
  return (
    <div className={styles.choices}>
      <div className={styles.selects}>
        {has('look') ? (
          <Select
            label="Look"
            prefix="Look"
            value={look}
            options={lookNames.map((id) => ({ id, label: lookLabels[id] }))}
            onChange={(id) => changeOptions({ look: id as LookName })}
          />
        ) : null}
        {has('scale') ? (
          <Select
            label="Size"
            prefix="Size"
            value={String(scale)}
            options={['1', '2', '3', '4'].map((id) => ({ id, label: `${id}×` }))}
            onChange={(id) => changeOptions({ scale: Number(id) })}
          />
        ) : null}
        {has('paper') ? (
          <Select
            label="Paper"
            prefix="Paper"
            value={paper}
            options={papers.map((id) => ({ id, label: paperLabels[id] }))}
            onChange={(id) => changeOptions({ paper: id as Paper })}
          />
        ) : null}
      </div>
      <div className={styles.checks}>
        {has('transparent') ? (
          <Check
            label="Transparent background"
            isOn={transparent}
            onChange={(isOn) => changeOptions({ transparent: isOn })}
          />
        ) : null}
        {has('frames') ? (
          <Check
            label="A page for each frame"
            isOn={frames}
            onChange={(isOn) => changeOptions({ frames: isOn })}
          />
        ) : null}
        {has('single') ? (
          <Check
            label="One slide only"
            isOn={single}
            onChange={(isOn) => changeOptions({ single: isOn })}
          />
        ) : null}
      </div>
      {has('show') ? (
        <fieldset className={styles.family}>
          <legend>Show</legend>
          <div className={styles.checks}>
            <Check
              label="Your connections"
              isOn={show.own}
              onChange={(own) => changeShow({ own })}
            />
            <Check
              label="States"
              isOn={show.states}
              onChange={(states) => changeShow({ states })}
            />
            <Check
              label="Owners"
              isOn={show.owners}
              onChange={(owners) => changeShow({ owners })}
            />
            <Check
              label="Notes and frames"
              isOn={show.notes}
              onChange={(notes) => changeShow({ notes })}
            />
            <Check
              label="Legend"
              isOn={show.legend}
              onChange={(legend) => changeShow({ legend })}
            />
          </div>
          <LineChoices />
        </fieldset>
      ) : null}
      {has('look') ? (
        <fieldset className={styles.family}>
          <legend>Title</legend>
          <TextField
            label="Author"
            value={author}
            maxLength={100}
            onChange={(next) => changeOptions({ author: next })}
          />
          <Check label="Date of today" isOn={date !== ''} onChange={setDated} />
          <Logo />
        </fieldset>
      ) : null}
    </div>
  );
}

/** A pause this long in the choosing, and the preview is drawn again. */
const SETTLED_MS = 250;

function Preview({ stackId }: { readonly stackId: string }): ReactNode {
  const options = useExport((state) => state.options);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const timer = window.setTimeout(() => {
      void drawPreview(stackId, options, controller.signal).then((next) => {
        if (next === null) return;
        if (controller.signal.aborted) URL.revokeObjectURL(next);
        else setUrl(next);
      });
    }, SETTLED_MS);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [stackId, options]);
  useEffect(() => {
    return () => {
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [url]);
  return (
    <div className={`${styles.preview} ${options.transparent ? styles.transparent : ''}`}>
      {url === null ? <p>Drawing…</p> : <img src={url} alt="The diagram as it will be" />}
    </div>
  );
}

/** Everything that a stack can leave as, with what is lost on the way said beforehand. */
export function ExportDialog(): ReactNode {
  const stackId = useStacks((state) => state.current?.stack.id ?? null);
  const { options, busy, failure } = useExport();
  useEffect(recallOptions, []);
  if (stackId === null) return null;
  const { label, loses } = formats[options.format];
  return (
    <Dialog title="Export" size="large" isOpen onClose={close}>
      <div className={styles.body}>
        <FormatList />
        <div className={styles.main}>
          <Preview stackId={stackId} />
          <p className={styles.loses}>
            {loses ?? 'Opened again here, everything comes back exactly.'}
          </p>
          <Choices />
        </div>
      </div>
      {failure === null ? null : (
        <p className={styles.problem} role="alert">
          {failure}
        </p>
      )}
      <DialogActions>
        {busy === null ? null : (
          <span className={styles.busy} role="status">
            {busy}…
          </span>
        )}
        <Button onPress={() => void copyPicture(stackId)} isPending={busy !== null}>
          <Image /> Copy as picture
        </Button>
        {isText(options.format) ? (
          <Button onPress={() => void copyText(stackId)} isPending={busy !== null}>
            <ClipboardCopy /> Copy as {label}
          </Button>
        ) : null}
        <Button onPress={busy === null ? close : cancelExport}>Cancel</Button>
        <Button
          tone="primary"
          isPending={busy !== null}
          onPress={() =>
            void exportNow(stackId).then((isDone) => {
              if (isDone) close();
            })
          }
        >
          Export {label}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
