import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { kindLabels } from '../../shared/diagram/theme.ts';
import type { Integration, Product } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { useCatalogueVersion } from '../state/catalogue-changes.ts';
import { showError } from '../state/toasts.ts';
import { Button, IconButton } from '../ui/button.tsx';
import {
  addOwnIntegration,
  deleteOwnIntegration,
  editOwnIntegration,
  type OwnLink,
} from './own-state.ts';
import { besideTheSources } from './beside-the-sources.ts';
import styles from './own-integrations.module.css';

const none: readonly OwnLink[] = [];

/** The person's own integrations of a product, as they are now. */
function useOwnLinks(productId: string): readonly OwnLink[] {
  const version = useCatalogueVersion((state) => state.version);
  const [read, setRead] = useState({ of: productId, links: none });
  useEffect(() => {
    const controller = new AbortController();
    const options = { signal: controller.signal };
    void api.call('custom:list', { of: productId }, options).then((result) => {
      if (controller.signal.aborted) return;
      if (result.ok) setRead({ of: productId, links: result.value.integrations });
      else showError(result.error);
    });
    return () => controller.abort();
  }, [productId, version]);
  return read.of === productId ? read.links : none;
}

interface OwnIntegrationsProps {
  readonly product: Product;
  /** All that are shown of the product, its own ones among them. */
  readonly integrations: readonly Integration[];
}

/** A person's own integrations of a product, to change and to add to. */
export function OwnIntegrations({ product, integrations }: OwnIntegrationsProps): ReactNode {
  const own = useOwnLinks(product.id);
  return (
    <div className={styles.own}>
      {own.length > 0 ? (
        <>
          <h4>Yours</h4>
          <ul aria-label="Integrations of your own">
            {own.map((integration) => {
              const { id, kind, isGone, note, from, fromName, toName, importId, ...rest } =
                integration;
              const name = from === product.id ? toName : fromName;
              const beside = besideTheSources(integration, product.id, integrations);
              return (
                <li key={id}>
                  <span className={styles.what}>
                    <bdi>{name.slice(0, 100)}</bdi>
                    <span className={styles.kind}>
                      {kindLabels[kind]}, yours{isGone ? ', no longer in the catalogue' : ''}
                      {note === '' ? '' : `: ${note}`}
                    </span>
                    {isGone ? null : (
                      <span className={styles.kind} data-conflict={beside.isConflict || undefined}>
                        {beside.sentence}
                      </span>
                    )}
                  </span>
                  <IconButton
                    label={`Change the integration with ${name.slice(0, 100)}`}
                    onPress={() =>
                      editOwnIntegration(
                        { id, kind, note, from, importId, ...rest },
                        product.id,
                        product.name,
                      )
                    }
                  >
                    <Pencil />
                  </IconButton>
                  <IconButton
                    label={`Delete the integration with ${name.slice(0, 100)}`}
                    onPress={() => void deleteOwnIntegration(id)}
                  >
                    <Trash2 />
                  </IconButton>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      <Button tone="quiet" onPress={() => addOwnIntegration(product.id, product.name)}>
        Add an integration…
      </Button>
    </div>
  );
}
