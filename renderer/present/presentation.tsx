import { ChevronLeft, ChevronRight, Flashlight, MonitorOff, Pointer, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { displayText } from '../../shared/diagram/measure-text.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { useStacks } from '../state/stacks.ts';
import { IconButton } from '../ui/button.tsx';
import { leaveFullScreen, stopPresenting } from './full-screen.ts';
import { Laser } from './laser.tsx';
import { Spotlight, Veil } from './spotlight.tsx';
import { indexOfPlace, presentSteps, stepWords, withRoom, type PresentPlace } from './steps.ts';
import { useCurrentDrawing } from './use-current-drawing.ts';
import { useIdle } from './use-idle.ts';
import { usePresentKeys } from './use-present-keys.ts';
import { useZoom } from './use-zoom.ts';
import styles from './presentation.module.css';

/** The browser may end full screen by itself, with a key of its own. */
function useFullScreenEnd(onEnd: () => void): void {
  useEffect(() => {
    const onChange = (): void => {
      if (!document.fullscreenElement) onEnd();
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [onEnd]);
}

/** Everything that is on the screen while a stack is shown to a room. */
function Show({ stack }: { readonly stack: Stack }): ReactNode {
  const links = useStacks((state) => state.links);
  const { drawing, failure } = useCurrentDrawing(stack.id);
  const steps = useMemo(() => presentSteps(stack), [stack]);
  const [place, setPlace] = useState<PresentPlace>({ id: '', index: 0 });
  const [hasSpotlight, setSpotlight] = useState(false);
  const [hasLaser, setLaser] = useState(false);
  const [isBlank, setBlank] = useState(false);
  const [lit, setLit] = useState<string | null>(null);
  const stageRef = useRef<HTMLDivElement | null>(null);
  const isIdle = useIdle();
  const index = indexOfPlace(steps, place);
  const step = steps[index];
  const target = step?.box ? withRoom(step.box) : (drawing?.bounds ?? null);
  useZoom(stageRef, drawing === null ? null : target);

  const keys = useMemo(() => {
    const go = (to: number): void => {
      const next = Math.max(0, Math.min(to, steps.length - 1));
      setPlace({ id: steps[next]?.id ?? '', index: next });
      setLit(null);
    };
    const toggleSpotlight = (): void => {
      setSpotlight(!hasSpotlight);
      setLit(null);
      // The product that had the keyboard goes with it.
      stageRef.current?.focus();
    };
    return {
      next: () => go(index + 1),
      previous: () => go(index - 1),
      first: () => go(0),
      last: () => go(steps.length - 1),
      toggleSpotlight,
      toggleLaser: () => setLaser(!hasLaser),
      toggleBlank: () => setBlank(!isBlank),
      escape: () => {
        if (isBlank) setBlank(false);
        else if (hasLaser) setLaser(false);
        else if (hasSpotlight) toggleSpotlight();
        else stopPresenting();
      },
    };
  }, [steps, index, hasSpotlight, hasLaser, isBlank]);
  usePresentKeys(keys);
  useFullScreenEnd(keys.escape);
  // A step keeps its place by its id, also when others come before it.
  if (step && (place.id !== step.id || place.index !== index)) setPlace({ id: step.id, index });
  useEffect(() => stageRef.current?.focus(), []);
  if (!step) return null;

  return (
    <>
      <div
        ref={stageRef}
        className={`${styles.stage} ${hasLaser ? styles.withLaser : ''}`}
        tabIndex={-1}
      >
        {failure === null ? null : (
          <p className={styles.failure} role="alert">
            {failure}
          </p>
        )}
        {drawing === null ? null : (
          <>
            <svg className={styles.picture} aria-hidden="true">
              <image {...drawing.bounds} href={drawing.url} />
            </svg>
            {/* By itself, so that the picture below is not drawn anew for every light. */}
            <svg className={styles.lights} role="group" aria-label={`Diagram: ${step.title}`}>
              {step.box !== null && lit === null ? <Veil holes={[step.box]} /> : null}
              {hasSpotlight ? (
                <Spotlight
                  stack={stack}
                  links={links}
                  nodes={step.nodes}
                  lit={lit}
                  onLight={setLit}
                />
              ) : null}
            </svg>
          </>
        )}
      </div>
      <footer className={styles.foot}>
        <h1 className={styles.title}>
          <bdi>{step.title}</bdi>
        </h1>
        <div className={`${styles.controls} ${isIdle ? styles.idle : ''}`}>
          <IconButton
            label="Spotlight"
            shortcut="S"
            pressed={hasSpotlight}
            onPress={keys.toggleSpotlight}
          >
            <Flashlight />
          </IconButton>
          <IconButton
            label="Laser pointer"
            shortcut="K"
            pressed={hasLaser}
            onPress={keys.toggleLaser}
          >
            <Pointer />
          </IconButton>
          <IconButton
            label="Blank the screen"
            shortcut="B"
            pressed={isBlank}
            onPress={keys.toggleBlank}
          >
            <MonitorOff />
          </IconButton>
          <IconButton
            label="Previous"
            shortcut="←"
            isDisabled={index === 0}
            onPress={keys.previous}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton
            label="Next"
            shortcut="→"
            isDisabled={index === steps.length - 1}
            onPress={keys.next}
          >
            <ChevronRight />
          </IconButton>
          <IconButton label="End the presentation" shortcut="Esc" onPress={stopPresenting}>
            <X />
          </IconButton>
        </div>
        <p className={styles.counter} aria-hidden="true">
          {index + 1} / {steps.length}
        </p>
      </footer>
      <p className="visually-hidden" role="status">
        {stepWords(step, index, steps.length)}
        {hasSpotlight ? ' Spotlight on: Tab goes from product to product.' : ''}
        {hasLaser ? ' Laser pointer on.' : ''}
        {isBlank ? ' The screen is blank.' : ''}
      </p>
      {hasLaser ? <Laser /> : null}
      {isBlank ? (
        <div className={styles.blank} data-blank onClick={keys.toggleBlank} aria-hidden="true" />
      ) : null}
    </>
  );
}

/** The current stack, shown to a room: nothing but the picture, step by step. */
export function Presentation(): ReactNode {
  const stack = useStacks((state) => state.current?.stack ?? null);
  const hasStack = stack !== null;
  useEffect(() => leaveFullScreen, []);
  useEffect(() => {
    if (!hasStack) stopPresenting();
  }, [hasStack]);
  if (!stack) return null;
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isKeyboardDismissDisabled>
      <Modal className={styles.modal ?? ''}>
        <Dialog
          className={styles.dialog ?? ''}
          aria-label={`Presentation of ${displayText(stack.name)}`}
          data-presentation
        >
          <Show key={stack.id} stack={stack} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
