import { Eye, EyeOff, X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PersonalChange, PersonalMark } from '../../shared/domain/personal.ts';
import { useExploreList } from '../explore/explore-state.ts';
import { useMark, usePersonal } from '../state/personal.ts';
import { Button } from '../ui/button.tsx';
import { Section } from './section.tsx';
import styles from './product-personal.module.css';

/** Long enough not to save at every letter, short enough to lose none to a power cut. */
const SAVE_AFTER_MS = 800;

const save = usePersonal.getState().set;

/** A change of tags or of what is hidden may change what is listed. */
async function setAndList(change: PersonalChange): Promise<void> {
  if (await save(change)) useExploreList.getState().retry();
}

function Tags({ mark }: { readonly mark: PersonalMark }): ReactNode {
  const [text, setText] = useState('');
  const marks = usePersonal((state) => state.marks);
  const known = [...new Set([...(marks?.values() ?? [])].flatMap(({ tags }) => tags))]
    .filter((tag) => !mark.tags.includes(tag))
    .sort((a, b) => a.localeCompare(b));
  const add = (): void => {
    const tag = text.trim();
    setText('');
    if (tag !== '') void setAndList({ id: mark.id, tags: [...mark.tags, tag] });
  };
  return (
    <div className={styles.tags}>
      {mark.tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className={styles.tag}
          aria-label={`Remove the tag ${tag}`}
          onClick={() =>
            void setAndList({ id: mark.id, tags: mark.tags.filter((each) => each !== tag) })
          }
        >
          <bdi>{tag}</bdi>
          <X aria-hidden="true" />
        </button>
      ))}
      <input
        aria-label="Add a tag"
        placeholder="Add a tag"
        list="personal-tags"
        maxLength={40}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key !== 'Enter' && event.key !== ',') return;
          event.preventDefault();
          add();
        }}
      />
      <datalist id="personal-tags">
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  );
}

function Note({ mark }: { readonly mark: PersonalMark }): ReactNode {
  const [text, setText] = useState(mark.note);
  const written = useRef(text);
  const kept = useRef(mark.note);
  useEffect(() => {
    written.current = text;
    if (text === kept.current) return;
    const timer = window.setTimeout(() => {
      kept.current = text;
      void save({ id: mark.id, note: text });
    }, SAVE_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [text, mark.id]);
  // What was written in the last moment before the panel closes is kept too.
  useEffect(
    () => () => {
      if (written.current !== kept.current) void save({ id: mark.id, note: written.current });
    },
    [mark.id],
  );
  return (
    <textarea
      aria-label="Note"
      className={styles.note}
      placeholder="A note of your own: contract, owner, what to look at…"
      rows={Math.min(10, Math.max(2, text.split('\n').length))}
      maxLength={10_000}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

/** What a person adds to a product: tags, a note, and whether lists show it. Kept on this machine. */
export function ProductPersonal({ productId }: { readonly productId: string }): ReactNode {
  const mark = useMark(productId);
  useEffect(() => void usePersonal.getState().load(), []);
  if (!mark) return null;
  return (
    <Section title="My notes and tags">
      <Tags mark={mark} />
      <Note mark={mark} />
      <div className={styles.hide}>
        {mark.hidden ? <p>Hidden: lists and searches leave it out.</p> : null}
        <Button
          tone="quiet"
          onPress={() => void setAndList({ id: productId, hidden: !mark.hidden })}
        >
          {mark.hidden ? <Eye /> : <EyeOff />}
          {mark.hidden ? 'Show in lists again' : 'Hide from lists'}
        </Button>
      </div>
    </Section>
  );
}
