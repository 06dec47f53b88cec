import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { Severity } from '../../shared/insights/health.ts';
import { counted } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { Button } from '../ui/button.tsx';
import { ExternalLink } from '../ui/external-link.tsx';
import { useInsights } from './insights-state.ts';
import { ProductChips } from './product-chip.tsx';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './health-tab.module.css';

type Health = Output<'insights:health'>;
type Rule = Health['rules'][number];

const marks: Readonly<Record<Severity, ReactNode>> = {
  problem: <CircleAlert aria-hidden="true" />,
  caution: <TriangleAlert aria-hidden="true" />,
  note: <Info aria-hidden="true" />,
};
const severityWords: Readonly<Record<Severity, string>> = {
  problem: 'Problem',
  caution: 'Caution',
  note: 'Note',
};

function RuleSource({ source }: Pick<Rule, 'source'>): ReactNode {
  if (source.url === null) return source.title;
  return <ExternalLink href={source.url}>{source.title}</ExternalLink>;
}

interface FindingItemProps {
  readonly finding: Health['findings'][number];
  readonly rule: Rule | undefined;
  readonly products: ReadonlyMap<string, Health['products'][number]>;
}

function FindingItem({ finding, rule, products }: FindingItemProps): ReactNode {
  const { severity, title, detail, categories } = finding;
  const names = useApp((state) => state.categories);
  return (
    <li className={`${styles.finding} ${styles[severity]}`}>
      <span className={styles.mark}>{marks[severity]}</span>
      <div className={styles.words}>
        <h3>
          <span className="visually-hidden">{severityWords[severity]}: </span>
          {title}
        </h3>
        <p>{detail}</p>
        {finding.products.length > 0 ? (
          <ProductChips products={finding.products.map((id) => products.get(id))} />
        ) : null}
        {categories.length > 0 ? (
          <p className={styles.fix}>
            <Button tone="quiet" onPress={() => useInsights.getState().show('coverage')}>
              See what would fit: {categories.map((id) => names.get(id)?.name ?? id).join(' · ')}
            </Button>
          </p>
        ) : null}
        {rule ? (
          <details className={styles.why}>
            <summary>Why this is checked</summary>
            <p>
              {rule.why} Source: <RuleSource source={rule.source} />
            </p>
          </details>
        ) : null}
      </div>
    </li>
  );
}

/** What the rules find in the stack, the gravest first, and the rules that found nothing. */
export function HealthTab(): ReactNode {
  const asked = useInsight('insights:health', {});
  return (
    <TabPage
      title="Health checks"
      text="Rules over the documented facts of this stack. Each finding says what it rests on; none of them knows your contracts, your teams or undocumented integrations."
    >
      <Answer asked={asked}>
        {({ findings, rules, products }) => {
          const byId = new Map(products.map((product) => [product.id, product]));
          const quiet = rules.filter((rule) => rule.findings === 0);
          return (
            <>
              <p className={styles.sum} role="status">
                {counted(findings.length, 'finding', 'findings')} from{' '}
                {counted(rules.length, 'rule', 'rules')}
              </p>
              <ul className={styles.findings}>
                {findings.map((finding) => (
                  <FindingItem
                    key={`${finding.ruleId} ${finding.title}`}
                    finding={finding}
                    rule={rules.find(({ id }) => id === finding.ruleId)}
                    products={byId}
                  />
                ))}
              </ul>
              {quiet.length > 0 ? (
                <section className={styles.quiet}>
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
            </>
          );
        }}
      </Answer>
    </TabPage>
  );
}
