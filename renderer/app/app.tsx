import { useEffect, type ReactNode } from 'react';
import { AudienceLead } from '../audience/lead/audience-lead.tsx';
import { ExploreScreen } from '../explore/explore-screen.tsx';
import { GraphScreen } from '../graph/graph-screen.tsx';
import { InsightsScreen } from '../insights/insights-screen.tsx';
import { LibraryScreen } from '../library/library-screen.tsx';
import { ProductPanel } from '../product/product-panel.tsx';
import { StackScreen } from '../stack/stack-screen.tsx';
import { OwnDialogs } from '../custom/own-dialogs.tsx';
import { useApp } from '../state/app-state.ts';
import { useCatalogueChanges } from '../state/catalogue-changes.ts';
import { followStacks, useStacks } from '../state/stacks.ts';
import { useThemeOnDocument } from '../state/theme.ts';
import { useView, type Screen } from '../state/view.ts';
import { followWorkshops } from '../workshop/workshop-state.ts';
import { TimeAnnouncer } from '../workshop/timer.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { Dialogs } from './dialogs.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useGlobalActions } from './global-actions.ts';
import { NavRail } from './nav-rail.tsx';
import { Notices } from './notices.tsx';
import { useShortcuts } from './shortcuts.ts';
import styles from './app.module.css';

const screenOf: Record<Screen, () => ReactNode> = {
  explore: ExploreScreen,
  stack: StackScreen,
  graph: GraphScreen,
  insights: InsightsScreen,
  library: LibraryScreen,
};

export function App(): ReactNode {
  const screen = useView((state) => state.screen);
  const isReady = useApp((state) => state.info !== null);
  const failure = useApp((state) => state.failure);
  useThemeOnDocument();
  useShortcuts();
  useGlobalActions();
  useCatalogueChanges();

  useEffect(() => {
    void useApp
      .getState()
      .load()
      .then(() => useStacks.getState().load());
    const stops = [followStacks(), followWorkshops()];
    return () => stops.forEach((stop) => stop());
  }, []);

  if (failure !== null) return <EmptyState title="Stackscape could not start" text={failure} />;
  if (!isReady) return <div className={styles.starting} role="status" aria-label="Starting" />;
  const CurrentScreen = screenOf[screen];
  return (
    <div className={styles.app}>
      <NavRail />
      <div className={styles.main}>
        <Notices />
        <ErrorBoundary key={screen}>
          <CurrentScreen />
        </ErrorBoundary>
        <AudienceLead />
      </div>
      <ProductPanel />
      <Dialogs />
      <OwnDialogs />
      <TimeAnnouncer />
      <Toasts />
    </div>
  );
}
