import { Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { counted } from '../product/words.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { BriefTab } from './brief-tab.tsx';
import { CoverageTab } from './coverage-tab.tsx';
import { HealthTab } from './health-tab.tsx';
import { HubsTab } from './hubs-tab.tsx';
import { useInsights, type InsightTab } from './insights-state.ts';
import { MatrixTab } from './matrix-tab.tsx';
import { PathsTab } from './paths-tab.tsx';
import { ReplaceTab } from './replace-tab.tsx';
import styles from './insights-screen.module.css';

interface Entry {
  readonly id: InsightTab;
  readonly label: string;
  readonly content: () => ReactNode;
}

const entries: readonly Entry[] = [
  { id: 'health', label: 'Health', content: HealthTab },
  { id: 'matrix', label: 'Connections', content: MatrixTab },
  { id: 'hubs', label: 'Hubs', content: HubsTab },
  { id: 'replace', label: 'Replaceability', content: ReplaceTab },
  { id: 'coverage', label: 'Coverage', content: CoverageTab },
  { id: 'paths', label: 'Paths', content: PathsTab },
  { id: 'brief', label: 'Brief', content: BriefTab },
];

/** What can be computed from the stack. */
export function InsightsScreen(): ReactNode {
  const { tab, show } = useInsights();
  const stack = useStacks((state) => state.current?.stack ?? null);
  const count = Object.keys(stack?.nodes ?? {}).length;
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
  return (
    <main className={styles.main} aria-label="Insights">
      <Tabs
        className={styles.screen ?? ''}
        selectedKey={entries.some(({ id }) => id === tab) ? tab : 'health'}
        onSelectionChange={(key) => show(key as InsightTab)}
      >
        <header className={styles.bar}>
          <div className={styles.titles}>
            <h1>
              <bdi>{stack.name}</bdi>
            </h1>
            <p>{counted(count, 'product', 'products')}</p>
          </div>
          <TabList className={styles.tabs ?? ''} aria-label="Insights">
            {entries.map(({ id, label }) => (
              <Tab key={id} id={id} className={styles.tab ?? ''}>
                {label}
              </Tab>
            ))}
          </TabList>
        </header>
        {entries.map(({ id, content: Content }) => (
          <TabPanel key={id} id={id} className={styles.panel ?? ''}>
            <Content />
          </TabPanel>
        ))}
      </Tabs>
    </main>
  );
}
