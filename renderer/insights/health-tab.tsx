import { CircleCheck, SlidersHorizontal } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { counted } from '../product/words.ts';
import { Button } from '../ui/button.tsx';
import { day, FindingItem, RuleSource } from './finding-item.tsx';
import { withdrawAcceptance } from './finding-choices.ts';
import { RulesDialog } from './rules-dialog.tsx';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './health-tab.module.css';

type Health = Output<'insights:health'>;

function Accepted({ health }: { readonly health: Health }): ReactNode {
  const { accepted, idle, rules, products } = health;
  const byId = new Map(products.map((product) => [product.id, product]));
  if (accepted.length + idle.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Accepted">
      <h3>Accepted</h3>
      <ul className={styles.findings}>
        {accepted.map((finding) => (
          <FindingItem
            key={`${finding.ruleId} ${finding.subject}`}
            finding={finding}
            rule={rules.find(({ id }) => id === finding.ruleId)}
            products={byId}
            acceptance={finding.acceptance}
          />
        ))}
      </ul>
      {idle.map((acceptance) => (
        <p key={`${acceptance.ruleId} ${acceptance.subject}`} className={styles.idle}>
          <span>
            No longer found, accepted on {day(acceptance.acceptedAt)}: “{acceptance.title}” (
            {acceptance.reason})
          </span>
          <Button tone="quiet" onPress={() => void withdrawAcceptance(acceptance)}>
            Forget
          </Button>
        </p>
      ))}
    </section>
  );
}

function Quiet({ rules, accepted }: Pick<Health, 'rules' | 'accepted'>): ReactNode {
  const quiet = rules.filter(
    ({ id, findings, isOn }) =>
      isOn && findings === 0 && accepted.every(({ ruleId }) => ruleId !== id),
  );
  const off = rules.filter(({ isOn }) => !isOn);
  return (
    <>
      {quiet.length > 0 ? (
        <section className={`${styles.part} ${styles.quiet}`}>
          <h3>Nothing found</h3>
          <ul>
            {quiet.map(({ id, name, why, source }) => (
              <li key={id}>
                <CircleCheck aria-hidden="true" />
                <span>
                  <strong>{name}.</strong> {why} <RuleSource source={source} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {off.length > 0 ? (
        <p className={styles.off}>Switched off: {off.map(({ name }) => name).join(', ')}.</p>
      ) : null}
    </>
  );
}

/** What the rules find in the stack, the gravest first, and the rules that found nothing. */
export function HealthTab(): ReactNode {
  const asked = useInsight('insights:health', {});
  const [isSetting, setSetting] = useState(false);
  return (
    <TabPage
      title="Health checks"
      text="Rules over the documented facts of this stack. Each finding says what it rests on; none of them knows your contracts, your teams or undocumented integrations. That something is not documented is no proof that it is not there."
      actions={
        <Button isDisabled={!asked.value} onPress={() => setSetting(true)}>
          <SlidersHorizontal aria-hidden="true" /> Rules…
        </Button>
      }
    >
      <Answer asked={asked}>
        {(health) => {
          const { findings, accepted, rules, products } = health;
          const byId = new Map(products.map((product) => [product.id, product]));
          return (
            <>
              <p className={styles.sum} role="status">
                {counted(findings.length, 'finding', 'findings')} from{' '}
                {counted(rules.filter(({ isOn }) => isOn).length, 'rule', 'rules')}
                {accepted.length > 0 ? `, ${accepted.length} more accepted` : ''}
              </p>
              <ul className={styles.findings}>
                {findings.map((finding) => (
                  <FindingItem
                    key={`${finding.ruleId} ${finding.subject}`}
                    finding={finding}
                    rule={rules.find(({ id }) => id === finding.ruleId)}
                    products={byId}
                    outdated={finding.outdated}
                  />
                ))}
              </ul>
              <Accepted health={health} />
              <Quiet rules={rules} accepted={accepted} />
              {isSetting ? <RulesDialog rules={rules} onClose={() => setSetting(false)} /> : null}
            </>
          );
        }}
      </Answer>
    </TabPage>
  );
}
