import { Check, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Finding } from '../../shared/finder/combine.ts';
import { count } from '../product/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { EvidenceLine } from './evidence-line.tsx';
import { useFinder } from './finder-state.ts';
import styles from './finder.module.css';
import { ProductChoice } from './product-choice.tsx';

const SHOWN_AT_ONCE = 50;

function Proposal({ finding }: { readonly finding: Finding }): ReactNode {
  const row = useFinder((state) =>
    finding.product === null ? undefined : state.products.get(finding.product),
  );
  if (!row) return null;
  return (
    <>
      <span className={styles.proposal}>
        <ProductIcon {...row} size={22} />
        <bdi>{row.name}</bdi>
      </span>
      <IconButton
        label={`Accept: it is ${row.name.slice(0, 60)}`}
        onPress={() => useFinder.getState().accept(finding.key, row.id)}
      >
        <Check />
      </IconButton>
    </>
  );
}

interface ReviewListProps {
  readonly title: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Findings that wait for a person's word: accept, choose another product, or put aside. */
export function ReviewList({ title, text, findings }: ReviewListProps): ReactNode {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const [choosing, setChoosing] = useState<Finding | null>(null);
  if (findings.length === 0) return null;
  return (
    <section className={styles.section} aria-label={title}>
      <h2>
        {title} <span>{count(findings.length)}</span>
      </h2>
      <p>{text}</p>
      <ul className={styles.review}>
        {findings.slice(0, shown).map((finding) => (
          <li key={finding.key}>
            <EvidenceLine finding={finding} />
            <Proposal finding={finding} />
            <Button tone="quiet" onPress={() => setChoosing(finding)}>
              Choose…
            </Button>
            <IconButton
              label="Put aside"
              onPress={() => useFinder.getState().dismiss([finding.key])}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
      {findings.length > shown ? (
        <Button onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
          Show {count(Math.min(SHOWN_AT_ONCE, findings.length - shown))} more
        </Button>
      ) : null}
      {choosing ? <ProductChoice finding={choosing} onClose={() => setChoosing(null)} /> : null}
    </section>
  );
}
