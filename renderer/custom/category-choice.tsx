import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp } from '../state/app-state.ts';
import { Select } from '../ui/select.tsx';
import styles from './form.module.css';

interface CategoryChoiceProps {
  /** Primary first. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

const MOST = 6;
/** No category has this id; it is what the list shows while nothing is being chosen. */
const NONE = '';

/** The categories of a product: the first is the one that it is made for. */
export function CategoryChoice({ chosen, onChange }: CategoryChoiceProps): ReactNode {
  const taxonomy = useApp((state) => state.taxonomy);
  const categories = useApp((state) => state.categories);
  const sections = taxonomy.map((group) => ({
    title: group.name,
    options: group.categories
      .filter(({ id }) => !chosen.includes(id))
      .map(({ id, name }) => ({ id, label: name })),
  }));
  return (
    <fieldset className={styles.group}>
      <legend>Categories, the main one first</legend>
      {chosen.length > 0 ? (
        <div className={styles.chips}>
          {chosen.map((id, index) => {
            const name = categories.get(id)?.name ?? id;
            return (
              <span key={id} className={styles.chip}>
                {name}
                {index === 0 ? <span className={styles.primary}>(main)</span> : null}
                <button
                  type="button"
                  aria-label={`Remove ${name}`}
                  onClick={() => onChange(chosen.filter((each) => each !== id))}
                >
                  <X aria-hidden="true" />
                </button>
              </span>
            );
          })}
        </div>
      ) : null}
      {chosen.length < MOST ? (
        <Select
          label="Add a category"
          value={NONE}
          options={[
            { id: NONE, label: chosen.length === 0 ? 'Choose a category' : 'Add a category' },
          ]}
          sections={sections}
          onChange={(id) => {
            if (id !== NONE) onChange([...chosen, id]);
          }}
        />
      ) : null}
    </fieldset>
  );
}
