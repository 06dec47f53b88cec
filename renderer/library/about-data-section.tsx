import type { ReactNode } from 'react';
import { kindLabels } from '../../shared/diagram/theme.ts';
import { integrationKinds } from '../../shared/domain/catalogue.ts';
import { kindMeanings } from '../product/words.ts';
import { Page } from './page.tsx';
import styles from './about-data-section.module.css';

/** How the catalogue knows what it says, and what it cannot say. */
export function AboutDataSection(): ReactNode {
  return (
    <Page
      title="About the data"
      text="What stands behind a product and an integration, and where the catalogue ends."
    >
      <div className={styles.text}>
        <h2>Products</h2>
        <p>
          A product is put together from rows of public sources: lists of connectors, documentation
          and registries. Rows become one product when name and address say that they speak of the
          same thing. The product panel lists every row and the reason why it belongs there.
        </p>
        <p>
          Categories follow one taxonomy for all sources. A product has one primary category and any
          number of further ones. Descriptions are our own; none is copied from a vendor.
        </p>

        <h2>Integrations</h2>
        <p>
          An integration is in the catalogue when a public document states it. Every one carries at
          least one address where you can read that for yourself. Direction is given where the
          document states which way data flows.
        </p>
        <dl className={styles.kinds}>
          {integrationKinds.map((kind) => (
            <div key={kind}>
              <dt>{kindLabels[kind]}</dt>
              <dd>{kindMeanings[kind]}</dd>
            </div>
          ))}
        </dl>

        <h2>What it cannot say</h2>
        <ul className={styles.limits}>
          <li>
            That no integration is documented here does not mean that there is none. Vendors’ own
            directories are mostly not open, and private or custom integrations appear nowhere.
          </li>
          <li>
            A documented integration may need a paid plan, a partner or a certain edition. The
            catalogue does not know.
          </li>
          <li>
            Products that run a connector platform, such as an iPaaS or a CDP, publish long lists
            and so look better connected than products that publish none.
          </li>
          <li>
            Facts are as old as their source. Each source shows the date and revision it was read
            at.
          </li>
          <li>Pricing says which models a source names, never what you would pay.</li>
        </ul>
      </div>
    </Page>
  );
}
