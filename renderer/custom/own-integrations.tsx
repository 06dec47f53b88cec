import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { kindLabels } from '../../shared/diagram/theme.ts';
import type { Product } from '../../shared/domain/product.ts';
import { Button, IconButton } from '../ui/button.tsx';
import {
  addOwnIntegration,
  deleteOwnIntegration,
  editOwnIntegration,
  useOwn,
} from './own-state.ts';
import styles from './own-integrations.module.css';

/** A person's own integrations of a product, to change and to add to. */
export function OwnIntegrations({ product }: { readonly product: Product }): ReactNode {
  const list = useOwn((state) => state.list);
  useEffect(() => void useOwn.getState().load(), [list]);
  const own = (list?.integrations ?? []).filter(
    ({ from, to }) => from === product.id || to === product.id,
  );
  return (
    <div className={styles.own}>
      {own.length > 0 ? (
        <ul aria-label="Integrations of your own">
          {own.map((integration) => {
            const { id, kind, isGone, note, from, fromName, toName, importId, ...rest } =
              integration;
            const name = from === product.id ? toName : fromName;
            return (
              <li key={id}>
                <span className={styles.what}>
                  <bdi>{name.slice(0, 100)}</bdi>
                  <span className={styles.kind}>
                    {kindLabels[kind]}, yours{isGone ? ', no longer in the catalogue' : ''}
                    {note === '' ? '' : `: ${note}`}
                  </span>
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
      ) : null}
      <Button tone="quiet" onPress={() => addOwnIntegration(product.id, product.name)}>
        Add an integration…
      </Button>
    </div>
  );
}
