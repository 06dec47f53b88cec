import { useEffect, useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { api } from '../api.ts';
import { Page } from '../library/page.tsx';
import { count } from '../product/words.ts';
import { useCatalogueVersion } from '../state/catalogue-changes.ts';
import { showError } from '../state/toasts.ts';
import { ConnectedTable } from './connected-table.tsx';
import { DensityMap } from './density-map.tsx';
import { GrowthChart } from './growth-chart.tsx';
import { SinceSection } from './since-section.tsx';

/** The landscape in numbers: how it grew, who is connected most, and which categories meet. */
export function NumbersSection(): ReactNode {
  const version = useCatalogueVersion((state) => state.version);
  const [numbers, setNumbers] = useState<Output<'landscape:numbers'> | null>(null);
  useEffect(() => {
    void api.call('landscape:numbers', {}).then((result) => {
      if (result.ok) setNumbers(result.value);
      else showError(result.error);
    });
  }, [version]);
  return (
    <Page
      title="Landscape in numbers"
      text={
        numbers
          ? `${count(numbers.pairs)} pairs of products are known to integrate; of ${count(numbers.alone)} products no integration is documented, which is no proof that they have none.`
          : ''
      }
    >
      <GrowthChart />
      {numbers ? (
        <>
          <ConnectedTable connected={numbers.connected} />
          <DensityMap numbers={numbers} />
        </>
      ) : (
        <p role="status">Counting…</p>
      )}
      <SinceSection />
    </Page>
  );
}
