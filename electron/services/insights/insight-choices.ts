import type { EmitEvent, Handlers } from '../../../shared/contract/contract.ts';
import { healthRules } from '../../../shared/insights/health-rules.ts';
import type { RuleFinding } from '../../../shared/insights/health.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

export interface ChoiceOptions {
  readonly workspace: Pick<Workspace, 'insightChoices' | 'write'>;
  readonly emit: EmitEvent;
  /** The findings of a stack as it is now. @throws Refusal 'not-found' */
  readonly findings: (stackId: string) => readonly RuleFinding[];
}

/** What a person decides about findings: to live with them, or not to be told. */
export function createInsightChoices({
  workspace,
  emit,
  findings,
}: ChoiceOptions): Pick<
  Handlers,
  'insights:accept' | 'insights:withdraw' | 'insights:set-rule' | 'insights:set-needs'
> {
  const { insightChoices: choices } = workspace;
  return {
    'insights:accept': ({ stackId, ruleId, subject, basis, reason }) => {
      const finding = findings(stackId).find(
        (each) => each.ruleId === ruleId && each.subject === subject,
      );
      if (finding?.basis !== basis) {
        throw new Refusal(
          'conflict',
          'The stack has changed, and this finding with it. Look at it again before you accept it.',
        );
      }
      const acceptance = {
        ...{ ruleId, subject, basis, reason },
        title: finding.title,
        acceptedAt: new Date().toISOString(),
      };
      workspace.write(() => choices.accept(stackId, acceptance));
      emit('insights:changed', { stackId });
      return acceptance;
    },
    'insights:withdraw': ({ stackId, ruleId, subject }) => {
      const withdrawn = workspace.write(() => choices.withdraw(stackId, ruleId, subject));
      if (withdrawn) emit('insights:changed', { stackId });
      return { withdrawn };
    },
    'insights:set-needs': ({ stackId, categories }) => {
      // Nothing is kept for a stack that is not there.
      findings(stackId);
      workspace.write(() =>
        choices.setNeeds(stackId, categories && [...new Set(categories)].sort()),
      );
      emit('insights:changed', { stackId });
      return {};
    },
    'insights:set-rule': ({ ruleId, isOn, thresholds }) => {
      const rule = healthRules.find(({ id }) => id === ruleId);
      if (!rule) throw new Refusal('not-found', `There is no rule “${ruleId}”.`);
      for (const [id, value] of Object.entries(thresholds)) {
        const threshold = rule.thresholds.find((each) => each.id === id);
        if (!threshold) {
          throw new Refusal('invalid-input', `The rule “${rule.name}” has no threshold “${id}”.`);
        }
        if (value === null) continue;
        const { unit, least, most, label } = threshold;
        if (value < least || value > most || (unit === 'count' && !Number.isInteger(value))) {
          const shown = (limit: number): string =>
            unit === 'share' ? `${Math.round(limit * 100)}%` : String(limit);
          throw new Refusal(
            'invalid-input',
            `“${label}” is a ${unit === 'share' ? 'share' : 'whole number'} from ${shown(least)} to ${shown(most)}.`,
          );
        }
      }
      workspace.write(() => {
        const before = choices.rules()[ruleId];
        const merged = { ...before?.thresholds, ...thresholds };
        choices.setRule(ruleId, {
          isOn: isOn ?? before?.isOn ?? true,
          thresholds: Object.fromEntries(
            Object.entries(merged).filter((entry): entry is [string, number] => entry[1] !== null),
          ),
        });
      });
      emit('insights:changed', { stackId: null });
      return {};
    },
  };
}
