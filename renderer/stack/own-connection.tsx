import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { themes } from '../../shared/diagram/theme.ts';
import type { Direction } from '../../shared/domain/catalogue.ts';
import type { Connection } from '../../shared/stack/stack.ts';
import { connectionStateLabels, dataKindLabels } from '../../shared/stack/state-words.ts';
import {
  connectionStates,
  dataKinds,
  type ConnectionState,
} from '../../shared/stack/vocabulary.ts';
import { shortcutLabel } from '../app/shortcuts.ts';
import { useStacks } from '../state/stacks.ts';
import { useTheme } from '../state/theme.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Select } from '../ui/select.tsx';
import { useCanvas } from './canvas-state.ts';
import { CommittedInput } from './committed-input.tsx';
import { flowSentence } from './edge-words.ts';
import { LineSample } from './legend.tsx';
import { removeSelection } from './stack-edits.ts';
import styles from './edge-panel.module.css';

/** Ways of a connection as they can be chosen; back is forward with the ends exchanged. */
type Way = Direction | 'back';

async function removeConnection(): Promise<void> {
  useCanvas.getState().select([]);
  await removeSelection();
}

interface OwnConnectionProps {
  readonly connection: Connection;
  readonly from: string;
  readonly to: string;
}

/** A connection of the person's own: its label, state, direction and what goes through it. */
export function OwnConnection({ connection, from, to }: OwnConnectionProps): ReactNode {
  const { id: connectionId, label, direction, state } = connection;
  const theme = themes[useTheme()];
  const { apply } = useStacks.getState();
  const edit = (change: object): Promise<boolean> =>
    apply({ type: 'edit-connection', connectionId, ...change });
  return (
    <>
      <p>You drew this connection. {flowSentence(from, to, direction)}</p>
      <label className={styles.field}>
        Label
        <CommittedInput
          label="Label"
          value={label}
          maxLength={200}
          placeholder="Leads, orders, audiences…"
          onCommit={(next) => edit({ label: next })}
        />
      </label>
      <div className={styles.field}>
        <span className={styles.sampled}>
          State <LineSample style={theme.connections[state]} />
        </span>
        <Select
          label="State"
          value={state}
          options={connectionStates.map((each) => ({
            id: each,
            label: connectionStateLabels[each],
          }))}
          onChange={(next) => void edit({ state: next as ConnectionState })}
        />
      </div>
      <div className={styles.field}>
        Direction
        <Select
          label="Direction"
          value={direction}
          options={[
            { id: 'forward', label: `${from} → ${to}` },
            { id: 'back', label: `${to} → ${from}` },
            { id: 'both', label: 'Both ways' },
            { id: 'none', label: 'No direction' },
          ]}
          onChange={(way) =>
            void edit({
              direction: (way as Way) === 'back' ? 'forward' : way,
              ...((way as Way) === 'back' ? { reverse: true } : {}),
            })
          }
        />
      </div>
      <fieldset className={styles.kinds}>
        <legend>What goes through it</legend>
        {dataKinds.map((kind) => (
          <CheckBox
            key={kind}
            isSelected={connection.dataKinds.includes(kind)}
            onChange={(isOn) =>
              void edit({
                dataKinds: dataKinds.filter((each) =>
                  each === kind ? isOn : connection.dataKinds.includes(each),
                ),
              })
            }
          >
            {dataKindLabels[kind]}
          </CheckBox>
        ))}
      </fieldset>
      <Button tone="danger" onPress={() => void removeConnection()}>
        <Trash2 aria-hidden="true" /> Remove connection <kbd>{shortcutLabel('Delete')}</kbd>
      </Button>
    </>
  );
}
