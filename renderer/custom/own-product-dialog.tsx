import { useState, type FormEvent, type ReactNode } from 'react';
import { pricingModels, type PricingModel } from '../../shared/domain/catalogue.ts';
import { OwnProductFields, type OwnProduct } from '../../shared/custom/records.ts';
import { pricingWords } from '../product/words.ts';
import { showError } from '../state/toasts.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CategoryChoice } from './category-choice.tsx';
import { saveOwnProduct, similarOf, useOwn, type SimilarProduct } from './own-state.ts';
import styles from './form.module.css';

/** The models that say how one pays; levels of price are for the catalogue's own sources. */
const offered: readonly PricingModel[] = pricingModels.filter(
  (model) => !['low', 'mid', 'high'].includes(model),
);

/** "acme.com" as people type it becomes an address. */
function asAddress(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return null;
  return /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`;
}

interface OwnProductDialogProps {
  /** Null for a new one. */
  readonly product: OwnProduct | null;
  readonly name: string;
}

interface SimilarNoteProps {
  readonly similar: readonly SimilarProduct[];
}

function SimilarNote({ similar }: SimilarNoteProps): ReactNode {
  return (
    <div className={styles.similar} role="alert">
      The catalogue has this name or address already. Is it one of these?
      <ul>
        {similar.map(({ id, name }) => (
          <li key={id}>
            <Button
              onPress={() => {
                useOwn.getState().close();
                useView.getState().openProduct(id);
              }}
            >
              <bdi>{name.slice(0, 60)}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The form of a product of one's own. */
export function OwnProductDialog({ product, name: typed }: OwnProductDialogProps): ReactNode {
  const { close } = useOwn.getState();
  const [name, setName] = useState(typed);
  const [homepage, setHomepage] = useState(product?.homepage ?? '');
  const [vendor, setVendor] = useState(product?.vendor ?? '');
  const [aliases, setAliases] = useState(product?.aliases.join(', ') ?? '');
  const [description, setDescription] = useState(product?.description ?? '');
  const [categories, setCategories] = useState<readonly string[]>(product?.categories ?? []);
  const [pricing, setPricing] = useState<readonly PricingModel[]>(product?.pricing ?? []);
  const [isOss, setOss] = useState(product?.oss ?? false);
  const [similar, setSimilar] = useState<readonly SimilarProduct[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [wasTried, setTried] = useState(false);

  const parsed = OwnProductFields.safeParse({
    name,
    homepage: asAddress(homepage),
    vendor,
    categories,
    kind: product?.kind ?? 'product',
    status: product?.status ?? 'active',
    pricing,
    description,
    oss: isOss ? true : (product?.oss ?? null) === false ? false : null,
    saas: product?.saas ?? null,
    aliases: aliases
      .split(/[,;\n]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
  });
  const problem = (field: string): string | null => {
    if (!wasTried || parsed.success) return null;
    const issue = parsed.error.issues.find(({ path }) => path[0] === field);
    if (!issue) return null;
    return field === 'name' ? 'A name has 1 to 200 characters.' : issue.message;
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!parsed.success || isBusy) return;
    setBusy(true);
    const result = await saveOwnProduct({
      ...(product ? { id: product.id } : {}),
      product: parsed.data,
      // Asked once; whoever saves again has seen the others.
      evenIfSimilar: similar.length > 0,
    });
    setBusy(false);
    if (result.ok) {
      const { onSaved } = useOwn.getState();
      close();
      if (onSaved) onSaved(result.value);
      else useView.getState().openProduct(result.value.id);
      return;
    }
    const found = similarOf(result.error);
    if (found.length > 0) setSimilar(found);
    else showError(result.error);
  };

  return (
    <Dialog
      title={product ? 'Change your product' : 'Add a product of your own'}
      isOpen
      onClose={close}
    >
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label="Name"
          value={name}
          onChange={(next) => {
            setName(next);
            setSimilar([]);
          }}
          autoFocus
          isRequired
          error={problem('name')}
        />
        {similar.length > 0 ? <SimilarNote similar={similar} /> : null}
        <CategoryChoice chosen={categories} onChange={setCategories} />
        {problem('categories') ? (
          <p className={styles.error} role="alert">
            {problem('categories')}
          </p>
        ) : null}
        <div className={styles.row}>
          <TextField
            label="Homepage"
            value={homepage}
            onChange={(next) => {
              setHomepage(next);
              setSimilar([]);
            }}
            placeholder="https://"
            error={problem('homepage')}
          />
          <TextField label="Vendor" value={vendor} onChange={setVendor} error={problem('vendor')} />
        </div>
        <TextField
          label="Other names, separated by commas"
          value={aliases}
          onChange={setAliases}
          error={problem('aliases')}
        />
        <label className={styles.group}>
          <span className={styles.label}>What it does, in a sentence</span>
          <textarea
            className={styles.area}
            value={description}
            maxLength={500}
            rows={2}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
        <fieldset className={styles.group}>
          <legend>Pricing</legend>
          <div className={styles.chips}>
            {offered.map((model) => (
              <label key={model} className={styles.check}>
                <input
                  type="checkbox"
                  checked={pricing.includes(model)}
                  onChange={(event) =>
                    setPricing(
                      event.target.checked
                        ? [...pricing, model]
                        : pricing.filter((each) => each !== model),
                    )
                  }
                />
                {pricingWords[model]}
              </label>
            ))}
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={isOss}
                onChange={(event) => setOss(event.target.checked)}
              />
              Open source
            </label>
          </div>
        </fieldset>
        <DialogActions>
          <Button onPress={close}>Cancel</Button>
          <Button tone="primary" type="submit" isDisabled={isBusy}>
            {similar.length > 0 ? 'Add it all the same' : product ? 'Save' : 'Add product'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
