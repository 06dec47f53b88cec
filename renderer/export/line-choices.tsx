import type { ReactNode } from 'react';
import type { EdgeFilter } from '../../shared/diagram/edge-filter.ts';
import { kindLabels } from '../../shared/diagram/theme.ts';
import { integrationKinds } from '../../shared/domain/catalogue.ts';
import { connectionStateLabels, dataKindLabels } from '../../shared/stack/state-words.ts';
import { connectionStates, dataKinds } from '../../shared/stack/vocabulary.ts';
import { Check } from './check.tsx';
import { changeShow, useExport } from './export-state.ts';
import styles from './export-dialog.module.css';

interface LinesProps {
  readonly title: string;
  readonly filters: readonly (readonly [filter: EdgeFilter, label: string])[];
}

function Lines({ title, filters }: LinesProps): ReactNode {
  const hidden = useExport((state) => state.options.show.hidden);
  const toggle = (filter: EdgeFilter, isOn: boolean): void => {
    const others = hidden.filter((each) => each !== filter);
    changeShow({ hidden: isOn ? others : [...others, filter] });
  };
  return (
    <details>
      <summary>{title}</summary>
      <div className={styles.checks}>
        {filters.map(([filter, label]) => (
          <Check
            key={filter}
            label={label}
            isOn={!hidden.includes(filter)}
            onChange={(isOn) => toggle(filter, isOn)}
          />
        ))}
      </div>
    </details>
  );
}

const known = integrationKinds.map((kind) => [kind, kindLabels[kind]] as const);
const own = [
  ...connectionStates.map((state) => [state, connectionStateLabels[state]] as const),
  ...dataKinds.map(
    (kind) => [`data:${kind}`, `With ${dataKindLabels[kind].toLowerCase()}`] as const,
  ),
];

/** Which lines a diagram leaves out, as the legend of the canvas hides them. */
export function LineChoices(): ReactNode {
  const hasOwn = useExport((state) => state.options.show.own);
  return (
    <>
      <Lines title="Known integrations" filters={known} />
      {hasOwn ? <Lines title="Your connections" filters={own} /> : null}
    </>
  );
}
