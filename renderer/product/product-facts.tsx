import type { ReactNode } from 'react';
import type { Product } from '../../shared/domain/product.ts';
import { useSourcesById } from '../state/sources.ts';
import { ExternalLink } from '../ui/external-link.tsx';
import { collectFacts, type Fact } from './collect-facts.ts';
import { Section } from './section.tsx';
import { addressText, isWebAddress } from './words.ts';
import styles from './product-facts.module.css';

function Value({ fact }: { readonly fact: Fact }): ReactNode {
  return fact.values.map((value) =>
    isWebAddress(value) ? (
      <span key={value} className={styles.address}>
        <ExternalLink href={value}>{addressText(value)}</ExternalLink>
      </span>
    ) : (
      <span key={value} className={styles.value}>
        <bdi>{value}</bdi>
      </span>
    ),
  );
}

/** What sources state about a product, in words; what none states is left out. */
export function ProductFacts({ product }: { readonly product: Product }): ReactNode {
  const sources = useSourcesById();
  const facts = collectFacts(product);
  if (facts.length === 0) {
    return (
      <Section title="Facts">
        <p className={styles.none}>Our sources state no further facts.</p>
      </Section>
    );
  }
  return (
    <Section title="Facts">
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div
            key={fact.label}
            title={
              fact.sources.length > 0
                ? `Stated by ${fact.sources.map((id) => sources.get(id)?.title ?? id).join(', ')}`
                : undefined
            }
          >
            <dt>{fact.label}</dt>
            <dd>
              <Value fact={fact} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
