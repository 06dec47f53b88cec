import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Acceptance } from '../../shared/insights/acceptance.ts';
import type { Finding, InsightProduct, Rule } from '../../shared/insights/contract.ts';
import type { Fix, Severity } from '../../shared/insights/health.ts';
import { exploreCategory } from '../explore/explore-state.ts';
import { useApp } from '../state/app-state.ts';
import { Button } from '../ui/button.tsx';
import { ExternalLink } from '../ui/external-link.tsx';
import { AcceptDialog } from './accept-dialog.tsx';
import { withdrawAcceptance } from './finding-choices.ts';
import { ProductChips } from './product-chip.tsx';
import { showOnCanvas } from './show-in.ts';
import styles from './health-tab.module.css';

const marks: Readonly<Record<Severity, ReactNode>> = {
  problem: <CircleAlert aria-hidden="true" />,
  caution: <TriangleAlert aria-hidden="true" />,
  note: <Info aria-hidden="true" />,
};
const severityWords: Readonly<Record<Severity, string>> = {
  problem: 'Problem',
  caution: 'Caution',
  note: 'Note',
};
/** What one does on the canvas about a finding. */
const fixWords: Readonly<Record<Fix, string>> = {
  look: 'Show on the canvas',
  connect: 'Connect on the canvas',
  owner: 'Set owners on the canvas',
  state: 'Set states on the canvas',
  swap: 'Replace on the canvas',
  rename: 'Show on the canvas',
};

export const day = (time: string): string => time.slice(0, 10);

export function RuleSource({ source }: Pick<Rule, 'source'>): ReactNode {
  if (source.url === null) return source.title;
  return <ExternalLink href={source.url}>{source.title}</ExternalLink>;
}

function WaysOut({ finding }: { readonly finding: Finding }): ReactNode {
  const names = useApp((state) => state.categories);
  const { products, categories, fix } = finding;
  return (
    <>
      {products.length > 0 ? (
        <Button onPress={() => showOnCanvas(products)}>{fixWords[fix]}</Button>
      ) : null}
      {categories.map((id) => (
        <Button key={id} onPress={() => exploreCategory(id)}>
          Explore {names.get(id)?.name ?? id}
        </Button>
      ))}
    </>
  );
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly rule: Rule | undefined;
  readonly products: ReadonlyMap<string, InsightProduct>;
  /** The acceptance that holds for it. */
  readonly acceptance?: Acceptance;
  /** One that no longer does, as the finding has changed. */
  readonly outdated?: Acceptance | null;
}

/** One finding: what was found, what it rests on, what can be done about it. */
export function FindingItem(props: FindingItemProps): ReactNode {
  const { finding, rule, products, acceptance, outdated = null } = props;
  const [isAccepting, setAccepting] = useState(false);
  const { severity, title, detail } = finding;
  return (
    <li className={`${styles.finding} ${acceptance ? styles.accepted : styles[severity]}`}>
      <span className={styles.mark}>{marks[severity]}</span>
      <div className={styles.words}>
        <h3>
          <span className="visually-hidden">{severityWords[severity]}: </span>
          {title}
        </h3>
        {acceptance ? (
          <p className={styles.reason}>
            Accepted on {day(acceptance.acceptedAt)}: {acceptance.reason}
          </p>
        ) : (
          <p>{detail}</p>
        )}
        {outdated ? (
          <p className={styles.reason}>
            Accepted on {day(outdated.acceptedAt)} as “{outdated.title}” ({outdated.reason}). What
            it rests on has changed since.
          </p>
        ) : null}
        {finding.products.length > 0 ? (
          <ProductChips products={finding.products.map((id) => products.get(id))} />
        ) : null}
        <div className={styles.actions}>
          {acceptance ? (
            <Button onPress={() => void withdrawAcceptance(acceptance)}>Take back</Button>
          ) : (
            <>
              <WaysOut finding={finding} />
              <Button tone="quiet" onPress={() => setAccepting(true)}>
                Accept…
              </Button>
            </>
          )}
        </div>
        {rule && !acceptance ? (
          <details className={styles.why}>
            <summary>Why this is checked</summary>
            <p>
              {rule.why} Source: <RuleSource source={rule.source} />
            </p>
          </details>
        ) : null}
      </div>
      {isAccepting ? (
        <AcceptDialog
          finding={finding}
          earlier={outdated?.reason ?? ''}
          onClose={() => setAccepting(false)}
        />
      ) : null}
    </li>
  );
}
