import { Pencil, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { WorkshopView } from '../../shared/workshop/view.ts';
import { momentText } from '../product/words.ts';
import { useCanvas } from '../stack/canvas-state.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { AgendaTab } from './agenda-tab.tsx';
import { BallotDialog } from './ballot-dialog.tsx';
import { BeginForm } from './begin-form.tsx';
import { MinutesTab } from './minutes-tab.tsx';
import { MissingTab } from './missing-tab.tsx';
import { NotesTab } from './notes-tab.tsx';
import { RewindTab } from './rewind.tsx';
import { Timer } from './timer.tsx';
import { VotesTab } from './votes-tab.tsx';
import { WorkshopDialog } from './workshop-dialog.tsx';
import {
  endWorkshop,
  leaveWorkshop,
  resumeWorkshop,
  useWorkshop,
  workshopTabs,
  type WorkshopTab,
} from './workshop-state.ts';
import styles from './workshop.module.css';

const tabWords: Readonly<Record<WorkshopTab, string>> = {
  agenda: 'Agenda',
  votes: 'Votes',
  notes: 'Notes',
  missing: 'Missing',
  rewind: 'Rewind',
  minutes: 'Minutes',
};

function Head({ current }: { readonly current: WorkshopView | null }): ReactNode {
  const [isEditing, setEditing] = useState(false);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h2>
          <bdi>{current?.name ?? 'Workshop'}</bdi>
        </h2>
        {current ? (
          <small>
            {momentText(current.startedAt)}
            {current.endedAt === null ? ', running' : ', ended'}
          </small>
        ) : null}
      </div>
      {current ? (
        <IconButton label="Name and people" onPress={() => setEditing(true)}>
          <Pencil />
        </IconButton>
      ) : null}
      {current && isEditing ? (
        <WorkshopDialog current={current} onClose={() => setEditing(false)} />
      ) : null}
      {current?.endedAt === null ? <Button onPress={() => void endWorkshop()}>End</Button> : null}
      {current && current.endedAt !== null ? (
        <>
          <Button onPress={() => void resumeWorkshop(current.id)}>Go on</Button>
          <Button onPress={leaveWorkshop}>All</Button>
        </>
      ) : null}
      <IconButton
        label="Close the workshop panel"
        shortcut="W"
        onPress={() => useWorkshop.setState({ isOpen: false })}
      >
        <X />
      </IconButton>
    </header>
  );
}

function TabContent({
  tab,
  current,
}: {
  readonly tab: WorkshopTab;
  readonly current: WorkshopView;
}) {
  const { id, startedAt } = current;
  switch (tab) {
    case 'agenda':
      return <AgendaTab />;
    case 'votes':
      return <VotesTab />;
    case 'notes':
      return <NotesTab />;
    case 'missing':
      return <MissingTab id={id} />;
    case 'rewind':
      return <RewindTab id={id} startedAt={startedAt} />;
    case 'minutes':
      return <MinutesTab id={id} />;
  }
}

/** Window width from which the drawer, the canvas and this panel fit beside one another, in pixels. */
const ROOMY = 1500;

/** Leaves the canvas its room. */
function makeRoom(): void {
  if (window.innerWidth < ROOMY) useCanvas.setState({ side: null });
}

/** Facilitation beside the canvas: the timer in large type, and a tab for each tool. */
export function WorkshopPanel({ stackId }: { readonly stackId: string }): ReactNode {
  const current = useWorkshop((state) => state.current);
  const tab = useWorkshop((state) => state.tab);
  const ballotFor = useWorkshop((state) => state.ballotFor);
  useEffect(makeRoom, []);
  return (
    <aside className={styles.panel} aria-label="Workshop">
      <Head current={current} />
      {current === null ? (
        <BeginForm key={stackId} stackId={stackId} />
      ) : (
        <>
          {current.endedAt === null ? <Timer /> : null}
          <Tabs
            key={current.id}
            className={styles.tabs ?? ''}
            selectedKey={tab}
            onSelectionChange={(key) => {
              const next = workshopTabs.find((each) => each === key);
              if (next) useWorkshop.setState({ tab: next });
            }}
          >
            <TabList className={styles.tabList ?? ''} aria-label="Tools of the workshop">
              {workshopTabs.map((each) => (
                <Tab key={each} id={each} className={styles.tab ?? ''}>
                  {tabWords[each]}
                </Tab>
              ))}
            </TabList>
            {workshopTabs.map((each) => (
              <TabPanel key={each} id={each} className={styles.tabPanel ?? ''}>
                <TabContent tab={each} current={current} />
              </TabPanel>
            ))}
          </Tabs>
        </>
      )}
      {ballotFor === null ? null : <BallotDialog key={ballotFor} />}
    </aside>
  );
}
