import type { ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { roleOf } from '../../shared/insights/data-roles.ts';
import { useStacks } from '../state/stacks.ts';
import { Select } from '../ui/select.tsx';
import { ProductChip } from './product-chip.tsx';
import styles from './truth-tab.module.css';

type Truth = Output<'insights:truth'>;

const agreements = [
  { id: 'unknown', label: 'Not entered' },
  { id: 'yes', label: 'Signed' },
  { id: 'no', label: 'None' },
] as const;
type Agreement = (typeof agreements)[number]['id'];

const agreementOf = (value: boolean | null): Agreement =>
  value === null ? 'unknown' : value ? 'yes' : 'no';

/** Keeps what was chosen with the product on the stack; undo takes it back there. */
function setAgreement(productId: string, chosen: Agreement): void {
  const { current, apply } = useStacks.getState();
  const nodeIds = Object.values(current?.stack.nodes ?? {})
    .filter((node) => node.productId === productId)
    .map(({ id }) => id);
  if (nodeIds.length === 0) return;
  const hasProcessorAgreement = chosen === 'unknown' ? null : chosen === 'yes';
  void apply({ type: 'edit-nodes', nodeIds, change: { hasProcessorAgreement } });
}

/** Where personal data are, and whether an agreement on processing them is signed. */
export function PersonalData({
  holders,
  products,
}: Pick<Truth, 'holders' | 'products'>): ReactNode {
  if (holders.length === 0) return null;
  const count = (wanted: boolean | null): number =>
    holders.filter(({ hasAgreement }) => hasAgreement === wanted).length;
  return (
    <section className={styles.personal} aria-label="Personal data">
      <h3>Personal data</h3>
      <p className={styles.muted}>
        A processor of personal data needs a signed agreement (GDPR, Article 28). Of{' '}
        {holders.length} that hold personal data by the above: {count(true)} signed, {count(false)}{' '}
        without, {count(null)} not entered.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Holds</th>
            <th scope="col">Agreement</th>
          </tr>
        </thead>
        <tbody>
          {holders.map(({ place, kinds, hasAgreement }) => {
            const product = products[place];
            if (!product) return null;
            return (
              <tr key={product.id} className={hasAgreement === false ? styles.lacking : ''}>
                <td>
                  <ProductChip product={product} />
                </td>
                <td>{kinds.map((kind) => roleOf[kind].label).join(', ')}</td>
                <td>
                  <Select
                    label={`Agreement with the processor: ${product.name}`}
                    value={agreementOf(hasAgreement)}
                    options={agreements}
                    onChange={(chosen) => setAgreement(product.id, chosen as Agreement)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
