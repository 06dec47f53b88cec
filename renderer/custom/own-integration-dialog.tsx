import { X } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { integrationKinds, type Direction } from '../../shared/domain/catalogue.ts';
import { OwnIntegrationFields, type OwnIntegration } from '../../shared/custom/records.ts';
import { kindLabels } from '../../shared/diagram/theme.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { Combobox } from '../stack/combobox.tsx';
import { emptySearchText, useProductSearch } from '../stack/search-products.ts';
import { useProductRows } from '../stack/product-rows.ts';
import { showError } from '../state/toasts.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useOwn } from './own-state.ts';
import styles from './form.module.css';

interface OwnIntegrationDialogProps {
  /** The product whose panel it was opened from. */
  readonly productId: string;
  readonly productName: string;
  /** Null for a new one. */
  readonly integration: OwnIntegration | null;
}

/** Which way the data goes, as seen from the product that the dialog was opened for. */
const ways = ['out', 'in', 'both', 'none'] as const;
type Way = (typeof ways)[number];

function wayOf(integration: OwnIntegration | null, productId: string): Way {
  if (!integration || integration.direction === 'none') return 'none';
  if (integration.direction === 'both') return 'both';
  return integration.from === productId ? 'out' : 'in';
}

const directionOf: Readonly<Record<Way, Direction>> = {
  out: 'forward',
  in: 'forward',
  both: 'both',
  none: 'none',
};

interface OtherProductProps {
  /** The product that the other one is for, which is therefore not offered. */
  readonly productId: string;
  readonly onPick: (row: ProductRow) => void;
}

function OtherProduct({ productId, onPick }: OtherProductProps): ReactNode {
  const [text, setText] = useState('');
  const search = useProductSearch(text, 7);
  const rows = search.rows.filter(({ id }) => id !== productId);
  return (
    <div className={styles.group}>
      <span className={styles.label}>Integrates with</span>
      <Combobox
        label="The other product"
        placeholder="Find the other product"
        text={text}
        onText={setText}
        items={rows}
        keyOf={(row) => row.id}
        render={(row) => (
          <>
            <ProductIcon {...row} size={22} />
            <bdi>{row.name}</bdi>
          </>
        )}
        onPick={(row) => {
          if (row) onPick(row);
          else {
            void search.first().then((first) => {
              if (first && first.id !== productId) onPick(first);
            });
          }
        }}
        empty={emptySearchText(text, search)}
      />
    </div>
  );
}

/** The form of an integration that a person knows of. */
export function OwnIntegrationDialog(props: OwnIntegrationDialogProps): ReactNode {
  const { productId, productName, integration } = props;
  const { close } = useOwn.getState();
  const before = integration?.from === productId ? integration.to : (integration?.from ?? null);
  const [otherId, setOther] = useState<string | null>(before);
  const [kind, setKind] = useState(integration?.kind ?? 'native');
  const [way, setWay] = useState<Way>(wayOf(integration, productId));
  const [note, setNote] = useState(integration?.note ?? '');
  const [url, setUrl] = useState(integration?.url ?? '');
  const [isBusy, setBusy] = useState(false);
  const rows = useProductRows(otherId === null ? [] : [otherId]);
  const other = otherId === null ? null : rows[otherId];

  const isIncoming = way === 'in';
  const parsed = OwnIntegrationFields.safeParse({
    from: isIncoming ? (otherId ?? '') : productId,
    to: isIncoming ? productId : (otherId ?? ''),
    kind,
    direction: directionOf[way],
    note,
    url: url.trim() === '' ? null : url,
  });
  const urlProblem =
    !parsed.success && parsed.error.issues.some(({ path }) => path[0] === 'url')
      ? 'An address begins with https:// or http://.'
      : null;
  const words: Readonly<Record<Way, string>> = {
    out: `${productName.slice(0, 40)} sends data there`,
    in: `${productName.slice(0, 40)} gets data from there`,
    both: 'Data goes both ways',
    none: 'Not known which way data goes',
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!parsed.success || isBusy) return;
    setBusy(true);
    const result = await api.call('custom:save-integration', {
      ...(integration ? { id: integration.id } : {}),
      integration: parsed.data,
    });
    setBusy(false);
    if (result.ok) close();
    else showError(result.error);
  };

  return (
    <Dialog
      title={integration ? 'Change your integration' : 'Add an integration of your own'}
      isOpen
      onClose={close}
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <div className={styles.group}>
          <span className={styles.label}>Product</span>
          <div className={styles.picked}>
            <bdi>{productName.slice(0, 200)}</bdi>
          </div>
        </div>
        {otherId === null ? (
          <OtherProduct productId={productId} onPick={(row) => setOther(row.id)} />
        ) : (
          <div className={styles.group}>
            <span className={styles.label}>Integrates with</span>
            <div className={styles.picked}>
              {other ? <ProductIcon {...other} size={22} /> : null}
              <bdi>{other?.name ?? otherId}</bdi>
              <IconButton label="Choose another product" onPress={() => setOther(null)}>
                <X />
              </IconButton>
            </div>
          </div>
        )}
        <div className={styles.row}>
          <div className={styles.group}>
            <span className={styles.label}>Kind</span>
            <Select
              label="Kind of integration"
              value={kind}
              options={integrationKinds.map((id) => ({ id, label: kindLabels[id] }))}
              onChange={(id) => setKind(id as typeof kind)}
            />
          </div>
          <div className={styles.group}>
            <span className={styles.label}>Data</span>
            <Select
              label="Which way data goes"
              value={way}
              options={ways.map((id) => ({ id, label: words[id] }))}
              onChange={(id) => setWay(id as Way)}
            />
          </div>
        </div>
        <TextField label="How you know" value={note} onChange={setNote} maxLength={500} />
        <TextField
          label="Address that shows it"
          value={url}
          onChange={setUrl}
          placeholder="https://"
          error={urlProblem}
        />
        <DialogActions>
          <Button onPress={close}>Cancel</Button>
          <Button tone="primary" type="submit" isDisabled={!parsed.success || isBusy}>
            {integration ? 'Save' : 'Add integration'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
