import { Lightbulb } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { counted } from '../product/words.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { BriefTab } from './brief-tab.tsx';
import { CoverageTab } from './coverage-tab.tsx';
import { ExitTab } from './exit-tab.tsx';
import { FlowTab } from './flow-tab.tsx';
import { HealthTab } from './health-tab.tsx';
import { HubsTab } from './hubs-tab.tsx';
import { useInsights, type InsightTab } from './insights-state.ts';
import { MatrixTab } from './matrix-tab.tsx';
import { PathsTab } from './paths-tab.tsx';
import { ReplaceTab } from './replace-tab.tsx';
import { SmallestTab } from './smallest-tab.tsx';
import { TruthTab } from './truth-tab.tsx';
import styles from './insights-screen.module.css';

interface Entry {
  readonly id: InsightTab;
  readonly label: string;
  readonly content: () => ReactNode;
}

interface Group {
  /** The question that its entries answer. */
  readonly title: string;
  readonly entries: readonly Entry[];
}

const groups: readonly Group[] = [
  {
    title: 'State',
    entries: [
      { id: 'health', label: 'Health', content: HealthTab },
      { id: 'coverage', label: 'Coverage', content: CoverageTab },
      { id: 'brief', label: 'Brief', content: BriefTab },
    ],
  },
  {
    title: 'Connections',
    entries: [
      { id: 'matrix', label: 'Who connects', content: MatrixTab },
      { id: 'paths', label: 'Paths', content: PathsTab },
      { id: 'hubs', label: 'Hubs', content: HubsTab },
    ],
  },
  {
    title: 'Data',
    entries: [
      { id: 'flows', label: 'Data flow', content: FlowTab },
      { id: 'truth', label: 'Source of truth', content: TruthTab },
    ],
  },
  {
    title: 'Change',
    entries: [
      { id: 'replace', label: 'Replaceability', content: ReplaceTab },
      { id: 'exit', label: 'Exit drill', content: ExitTab },
      { id: 'smallest', label: 'Smallest stack', content: SmallestTab },
    ],
  },
];
const entries = groups.flatMap((group) => group.entries);

function Navigation({ shown }: { readonly shown: InsightTab }): ReactNode {
  return (
    <nav className={styles.nav} aria-label="Insights">
      {groups.map(({ title, entries: own }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {own.map(({ id, label }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={id === shown ? 'page' : undefined}
                  onClick={() => useInsights.getState().show(id)}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** What can be computed from the stack. */
export function InsightsScreen(): ReactNode {
  const tab = useInsights((state) => state.tab);
  const stack = useStacks((state) => state.current?.stack ?? null);
  const panel = useRef<HTMLDivElement>(null);
  const count = Object.keys(stack?.nodes ?? {}).length;
  const shown = entries.find(({ id }) => id === tab) ?? entries[0]!;
  // Another page begins at its top, whatever the one before was scrolled to.
  useEffect(() => void panel.current?.scrollTo(0, 0), [shown]);
  if (!stack || count === 0) {
    return (
      <main className={styles.main} aria-label="Insights">
        <h1 className="visually-hidden">Insights</h1>
        <EmptyState
          icon={<Lightbulb />}
          title={stack ? 'This stack has no products yet' : 'There is no stack yet'}
          text="Insights are computed from the products of a stack: who connects to whom, what is missing, what is doubled, what hangs on one product."
        >
          <Button tone="primary" onPress={() => useView.getState().go('stack')}>
            {stack ? 'Add products to the stack' : 'Create a stack'}
          </Button>
        </EmptyState>
      </main>
    );
  }
  const Content = shown.content;
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>
        <h1>
          <bdi>{stack.name}</bdi>
        </h1>
        <p>{counted(count, 'product', 'products')}</p>
      </header>
      <div className={styles.body}>
        <Navigation shown={shown.id} />
        <main
          ref={panel}
          className={styles.panel}
          aria-label={`Insights: ${shown.label}`}
          tabIndex={0}
        >
          <Content />
        </main>
      </div>
    </div>
  );
}
