import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useExploreView } from './explore-state.ts';
import styles from './disclosure.module.css';

interface DisclosureProps {
  readonly id: string;
  readonly title: string;
  /** Shown while it is folded: what is chosen inside. */
  readonly chosen?: number;
  readonly children: ReactNode;
}

/** A section of the filters that folds; which ones are open is kept while other screens are shown. */
export function Disclosure({ id, title, chosen = 0, children }: DisclosureProps): ReactNode {
  const isOpen = useExploreView((state) => state.open.has(id));
  const toggle = useExploreView((state) => state.toggleOpen);
  const bodyId = useId();
  return (
    <section className={styles.section}>
      <h2>
        <button
          type="button"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => toggle(id)}
        >
          <ChevronRight aria-hidden="true" />
          {title}
          {chosen > 0 ? <span className={styles.chosen}>{chosen}</span> : null}
        </button>
      </h2>
      <div id={bodyId} hidden={!isOpen} className={styles.body}>
        {isOpen ? children : null}
      </div>
    </section>
  );
}
