import { useState, type ReactNode } from 'react';
import type { Rule } from '../../shared/insights/contract.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { setRule } from './finding-choices.ts';
import { RuleSource } from './finding-item.tsx';
import styles from './rules-dialog.module.css';

type Threshold = Rule['thresholds'][number];

/** Shares are shown as per cent. */
const shown = ({ unit }: Threshold, value: number): number =>
  unit === 'share' ? Math.round(value * 1000) / 10 : value;

function ThresholdField({
  ruleId,
  threshold,
}: {
  readonly ruleId: string;
  readonly threshold: Threshold;
}): ReactNode {
  const { id, label, unit, value, standard, least, most, source } = threshold;
  const [text, setText] = useState<string | null>(null);
  const set = (next: number | null): void =>
    void setRule({ ruleId, thresholds: { [id]: next } }).then(() => setText(null));
  const commit = (): void => {
    if (text === null) return;
    const number = Number(text.replace(',', '.'));
    if (text.trim() === '' || Number.isNaN(number)) return setText(null);
    set(unit === 'share' ? number / 100 : number);
  };
  return (
    <div className={styles.threshold}>
      <label>
        {label}
        <span className={styles.value}>
          <input
            type="number"
            min={shown(threshold, least)}
            max={shown(threshold, most)}
            step={1}
            value={text ?? shown(threshold, value)}
            onChange={(event) => setText(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit();
            }}
          />
          {unit === 'share' ? '%' : ''}
        </span>
      </label>
      <p>
        Standard: {shown(threshold, standard)}
        {unit === 'share' ? '%' : ''}. {source}{' '}
        {value === standard ? null : (
          <Button tone="quiet" onPress={() => set(null)}>
            Back to standard
          </Button>
        )}
      </p>
    </div>
  );
}

interface RulesDialogProps {
  readonly rules: readonly Rule[];
  readonly onClose: () => void;
}

/** Which rules speak, and from where on. Every change is kept at once, for all stacks. */
export function RulesDialog({ rules, onClose }: RulesDialogProps): ReactNode {
  return (
    <Dialog title="Rules" size="large" isOpen onClose={onClose}>
      <p className={styles.text}>
        What is set here holds for all stacks and is kept at once. A rule that is off finds nothing.
      </p>
      <ul className={styles.rules}>
        {rules.map(({ id, name, why, source, isOn, thresholds }) => (
          <li key={id}>
            <CheckBox
              isSelected={isOn}
              onChange={(next) => void setRule({ ruleId: id, isOn: next })}
            >
              <strong>{name}</strong>
            </CheckBox>
            <div className={styles.about}>
              <p>
                {why} Source: <RuleSource source={source} />
              </p>
              {isOn
                ? thresholds.map((threshold) => (
                    <ThresholdField key={threshold.id} ruleId={id} threshold={threshold} />
                  ))
                : null}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
