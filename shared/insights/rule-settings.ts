import type { HealthRule } from './health.ts';

/** What a person has set for a rule; anything that is left out is as the rule has it. */
export interface RuleSetting {
  readonly isOn: boolean;
  /** By the id of the threshold. */
  readonly thresholds: Readonly<Record<string, number>>;
}
/** By the id of the rule. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** The value of a threshold by its id. @throws RangeError for one that the rule does not have */
export type Limits = (id: string) => number;

type Ruled = Pick<HealthRule, 'id' | 'thresholds'>;

export function isRuleOn({ id }: Pick<Ruled, 'id'>, settings: RuleSettings): boolean {
  return settings[id]?.isOn ?? true;
}

/** What is set, kept within what makes sense; the rule's own standard where nothing is. */
export function limitsOf(rule: Ruled, settings: RuleSettings): Limits {
  return (id) => {
    const threshold = rule.thresholds.find((each) => each.id === id);
    if (!threshold) throw new RangeError(`rule ${rule.id} has no threshold ${id}`);
    const set = settings[rule.id]?.thresholds[id] ?? threshold.standard;
    return Math.min(threshold.most, Math.max(threshold.least, set));
  };
}
