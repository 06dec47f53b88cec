import type { Database } from 'better-sqlite3';
import type { Acceptance } from '../../../shared/insights/acceptance.ts';
import type { RuleSetting, RuleSettings } from '../../../shared/insights/rule-settings.ts';

type SettingRow = { id: string; isOn: 0 | 1; thresholds: string };

/** What a person has decided about insights: findings accepted, rules set, needs of a stack. */
export function createInsightChoiceRepository(db: Database) {
  const columns = 'rule_id AS ruleId, subject, basis, title, reason, accepted_at AS acceptedAt';
  const accepted = db.prepare<[string], Acceptance>(
    `SELECT ${columns} FROM accepted_finding WHERE stack_id = ? ORDER BY accepted_at, rule_id, subject`,
  );
  const accept = db.prepare<[Acceptance & { stackId: string }]>(
    `INSERT INTO accepted_finding (stack_id, rule_id, subject, basis, title, reason, accepted_at)
     VALUES (@stackId, @ruleId, @subject, @basis, @title, @reason, @acceptedAt)
     ON CONFLICT (stack_id, rule_id, subject) DO UPDATE SET
       basis = excluded.basis, title = excluded.title, reason = excluded.reason,
       accepted_at = excluded.accepted_at`,
  );
  const withdraw = db.prepare<[string, string, string]>(
    'DELETE FROM accepted_finding WHERE stack_id = ? AND rule_id = ? AND subject = ?',
  );
  const settings = db.prepare<[], SettingRow>(
    'SELECT rule_id AS id, is_on AS isOn, thresholds FROM rule_setting',
  );
  const putSetting = db.prepare<[SettingRow]>(
    `INSERT INTO rule_setting (rule_id, is_on, thresholds) VALUES (@id, @isOn, @thresholds)
     ON CONFLICT (rule_id) DO UPDATE SET is_on = excluded.is_on, thresholds = excluded.thresholds`,
  );
  const dropSetting = db.prepare<[string]>('DELETE FROM rule_setting WHERE rule_id = ?');
  const needs = db
    .prepare<[string], string>('SELECT categories FROM stack_need WHERE stack_id = ?')
    .pluck();
  const putNeeds = db.prepare<[string, string]>(
    `INSERT INTO stack_need (stack_id, categories) VALUES (?, ?)
     ON CONFLICT (stack_id) DO UPDATE SET categories = excluded.categories`,
  );
  const dropNeeds = db.prepare<[string]>('DELETE FROM stack_need WHERE stack_id = ?');
  return {
    /** In the order in which they were accepted. */
    accepted: (stackId: string): Acceptance[] => accepted.all(stackId),
    accept: (stackId: string, acceptance: Acceptance): void =>
      void accept.run({ stackId, ...acceptance }),
    /** @returns whether there was one */
    withdraw: (stackId: string, ruleId: string, subject: string): boolean =>
      withdraw.run(stackId, ruleId, subject).changes > 0,
    rules: (): RuleSettings =>
      Object.fromEntries(
        settings.all().map(({ id, isOn, thresholds }): [string, RuleSetting] => [
          id,
          {
            isOn: isOn === 1,
            thresholds: JSON.parse(thresholds) as Record<string, number>,
          },
        ]),
      ),
    setRule(id: string, { isOn, thresholds }: RuleSetting): void {
      // A rule that is as it came needs no row, and follows what a later release makes its standard.
      if (isOn && Object.keys(thresholds).length === 0) dropSetting.run(id);
      else putSetting.run({ id, isOn: isOn ? 1 : 0, thresholds: JSON.stringify(thresholds) });
    },
    /** Categories that the stack has to cover; null where nobody has said. */
    needs(stackId: string): string[] | null {
      const stored = needs.get(stackId);
      return stored === undefined ? null : (JSON.parse(stored) as string[]);
    },
    setNeeds(stackId: string, categories: readonly string[] | null): void {
      if (categories === null) dropNeeds.run(stackId);
      else putNeeds.run(stackId, JSON.stringify(categories));
    },
  };
}
export type InsightChoiceRepository = ReturnType<typeof createInsightChoiceRepository>;
