import { FileSearch, LoaderCircle, Upload } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useFinder } from './finder-state.ts';
import styles from './finder.module.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes files by drop or by a dialog; a strip once there is something to show below it. */
export function DropZone({ isSmall }: { readonly isSmall: boolean }): ReactNode {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const reading = useFinder((state) => state.reading);
  const { add, cancel } = useFinder.getState();
  return (
    <div
      className={`${styles.zone} ${isSmall ? styles.small : ''} ${isOver ? styles.over : ''}`}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        void add([...event.dataTransfer.files]);
      }}
    >
      {isSmall ? null : <FileSearch className={styles.zoneIcon} aria-hidden="true" />}
      <p role="status">
        {reading.length > 0 ? (
          <>
            <LoaderCircle className={styles.spinner} aria-hidden="true" /> Reading{' '}
            <bdi>{reading[0]?.slice(0, 80)}</bdi>…
          </>
        ) : isSmall ? (
          'Drop another list here to see what the first one misses.'
        ) : (
          'Drop a HAR file, a saved web page, a tag-manager container export, a single-sign-on application list or a spend ledger (CSV).'
        )}
      </p>
      {reading.length > 0 ? (
        <Button onPress={cancel}>Cancel</Button>
      ) : (
        <Button tone={isSmall ? 'plain' : 'primary'} onPress={() => input.current?.click()}>
          <Upload />
          Choose files…
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to look for products in"
        accept=".har,.json,.html,.htm,.csv,.tsv,.txt"
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          // The same file may be chosen again after a change.
          event.target.value = '';
        }}
      />
    </div>
  );
}
