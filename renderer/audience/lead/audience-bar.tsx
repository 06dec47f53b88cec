import {
  Flashlight,
  MonitorOff,
  MonitorUp,
  Pointer,
  Snowflake,
  Timer,
  Vote,
  X,
} from 'lucide-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { audiencePage } from '../../../shared/audience/messages.ts';
import { currentItem } from '../../../shared/workshop/agenda.ts';
import type { WorkshopView } from '../../../shared/workshop/view.ts';
import { shortcutLabel } from '../../app/shortcuts.ts';
import { useActionBindings } from '../../state/actions.ts';
import { useStacks } from '../../state/stacks.ts';
import { IconButton } from '../../ui/button.tsx';
import { useRunningWorkshop } from '../room/use-workshop.ts';
import { endAudience, tell, toggleFreeze } from './lead-channel.ts';
import { goStep, toggleBlank, toggleLaser, toggleSpotlight } from './lead-edits.ts';
import { LeadLaser } from './lead-laser.tsx';
import { useLead, type Shows } from './lead-state.ts';
import { StepControls } from './step-controls.tsx';
import { useShow, useSteps } from './use-show.ts';
import { useShownVote, type ShownVote } from './use-shown-vote.ts';
import styles from './audience-bar.module.css';

const choices: readonly (readonly [Shows, string])[] = [
  ['whole', 'Whole stack'],
  ['view', 'My view'],
  ['steps', 'Step by step'],
];

function Choice(): ReactNode {
  const shows = useLead((state) => state.shows);
  return (
    <div className={styles.choice} role="group" aria-label="What the audience sees">
      {choices.map(([id, label]) => (
        <button
          key={id}
          type="button"
          aria-pressed={shows === id}
          onClick={() => useLead.setState({ shows: id })}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** How it stands with the audience's window, in a word or two. */
function useWords(): string {
  const isThere = useLead((state) => state.audiences.size > 0);
  const isLate = useLead((state) => state.isLate);
  const isBlank = useLead((state) => state.isBlank);
  const isFrozen = useLead((state) => state.held !== null);
  if (!isThere) return isLate ? 'Not there' : 'Opening…';
  if (isBlank) return 'Blank';
  return isFrozen ? 'Frozen' : 'Live';
}

interface ToolsProps {
  readonly workshop: WorkshopView | null;
  readonly vote: ShownVote;
}

function Tools({ workshop, vote }: ToolsProps): ReactNode {
  const hasAgenda = useLead((state) => state.hasAgenda);
  const hasSpotlight = useLead((state) => state.hasSpotlight);
  const hasLaser = useLead((state) => state.hasLaser);
  const isBlank = useLead((state) => state.isBlank);
  const isFrozen = useLead((state) => state.held !== null);
  return (
    <div className={styles.tools}>
      {workshop && currentItem(workshop.agenda) ? (
        <IconButton
          label="Agenda and time"
          pressed={hasAgenda}
          onPress={() => useLead.setState({ hasAgenda: !hasAgenda })}
        >
          <Timer />
        </IconButton>
      ) : null}
      {vote.latest ? (
        <IconButton
          label={`Vote: ${vote.latest.question}`}
          pressed={vote.isShown}
          onPress={vote.toggle}
        >
          <Vote />
        </IconButton>
      ) : null}
      <IconButton
        label="Spotlight on the product under the pointer or selected"
        shortcut="S"
        pressed={hasSpotlight}
        onPress={toggleSpotlight}
      >
        <Flashlight />
      </IconButton>
      <IconButton label="Laser pointer" shortcut="K" pressed={hasLaser} onPress={toggleLaser}>
        <Pointer />
      </IconButton>
      <IconButton
        label="Freeze the picture"
        shortcut={shortcutLabel('Shift+B')}
        pressed={isFrozen}
        onPress={toggleFreeze}
      >
        <Snowflake />
      </IconButton>
      <IconButton label="Blank the screen" shortcut="B" pressed={isBlank} onPress={toggleBlank}>
        <MonitorOff />
      </IconButton>
      <IconButton label="Close the audience’s window" onPress={endAudience}>
        <X />
      </IconButton>
    </div>
  );
}

/** What the facilitator has at hand while the audience looks at a window of its own. */
export function AudienceBar(): ReactNode {
  const shows = useLead((state) => state.shows);
  const hasLaser = useLead((state) => state.hasLaser);
  const isLate = useLead((state) => state.isLate);
  const steps = useSteps();
  const stackId = useStacks((state) => state.current?.stack.id ?? null);
  const workshop = useRunningWorkshop(stackId);
  const vote = useShownVote(workshop);
  const show = useShow(steps, vote.isShown ? (vote.latest?.id ?? null) : null);
  const words = useWords();
  // Told when it says something else, not whenever it was put together anew.
  const key = JSON.stringify(show);
  useEffect(() => {
    if (show) tell(show);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  const bindings = useMemo(
    () => ({
      'audience.next': { run: () => goStep(1), isEnabled: shows === 'steps' },
      'audience.previous': { run: () => goStep(-1), isEnabled: shows === 'steps' },
      'audience.spotlight': { run: toggleSpotlight },
      'audience.laser': { run: toggleLaser },
      'audience.blank': { run: toggleBlank },
      'audience.freeze': { run: toggleFreeze },
      'audience.close': { run: endAudience },
    }),
    [shows],
  );
  useActionBindings(bindings);
  return (
    <aside className={styles.bar} aria-label="Audience" data-audience-bar>
      <p className={styles.state} data-state={words}>
        <MonitorUp aria-hidden="true" />
        <span className={styles.name}>Audience</span>
        <span className={styles.word} role="status">
          {words}
        </span>
      </p>
      {isLate ? (
        <p className={styles.late} role="alert">
          The window has not appeared; the browser may have blocked it.{' '}
          <a href={audiencePage} target="_blank" rel="noopener">
            Open it by hand
          </a>
        </p>
      ) : (
        <>
          <Choice />
          {shows === 'steps' ? <StepControls {...steps} /> : null}
        </>
      )}
      <span className={styles.space} />
      <Tools workshop={workshop} vote={vote} />
      {hasLaser ? <LeadLaser /> : null}
    </aside>
  );
}
