import { Pencil, Plus, Share2, Trash2, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { isOwnProduct } from '../../shared/custom/own-source.ts';
import type { Product } from '../../shared/domain/product.ts';
import { deleteOwnProduct, editOwnProduct } from '../custom/own-state.ts';
import { exploreCategory } from '../explore/explore-state.ts';
import { ProductOnStack } from '../stack/product-on-stack.tsx';
import { useApp } from '../state/app-state.ts';
import { useSourcesById } from '../state/sources.ts';
import { useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExternalLink } from '../ui/external-link.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { addToStack, removeFromStack, usePresentIds } from './add-to-stack.ts';
import { ProductAlternatives } from './product-alternatives.tsx';
import { ProductFacts } from './product-facts.tsx';
import { ProductIntegrations } from './product-integrations.tsx';
import { ProductPersonal } from './product-personal.tsx';
import { ProductSources } from './product-sources.tsx';
import { useProduct, type ProductDetails } from './use-product.ts';
import { addressText, noHomepageReason } from './words.ts';
import styles from './product-panel.module.css';

/** Names of thousands of characters are cut on screen; the rest is no use to anybody. */
const NAME_LENGTH = 300;
const ALIAS_LENGTH = 120;
const SHOWN_ALIASES = 12;

const close = (): void => useView.getState().openProduct(null);

/** Escape closes the panel, unless something nearer has its own use for the key. */
function useEscape(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const { target } = event;
      const isField = target instanceof Element && target.matches('input, textarea');
      if (isField && !panel.current?.contains(target) && (target as HTMLInputElement).value !== '')
        return;
      event.preventDefault();
      close();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [panel]);
}

/** The keyboard goes back to where it was when the panel was opened. */
function useReturnFocus(panel: RefObject<HTMLElement | null>): void {
  // A layout effect: later the panel has left the page, and the focus with it.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = panel.current;
    return () => {
      const hadFocus = element?.contains(document.activeElement);
      if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [panel]);
}

function StackButton({ product }: { readonly product: Product }): ReactNode {
  const isPresent = usePresentIds().has(product.id);
  if (isPresent) {
    return (
      <Button onPress={() => void removeFromStack(product.id)}>
        <Trash2 />
        Remove from stack
      </Button>
    );
  }
  return (
    <Button tone="primary" onPress={() => void addToStack([product])}>
      <Plus />
      Add to stack
    </Button>
  );
}

function Categories({ product }: { readonly product: Product }): ReactNode {
  const categories = useApp((state) => state.categories);
  return (
    <ul className={styles.categories} aria-label="Categories">
      {product.categories.map((id) => {
        const category = categories.get(id);
        const groupId = category?.groupId ?? product.groupId;
        return (
          <li key={id}>
            <button
              type="button"
              title="List this category in Explore"
              style={{
                color: `var(--group-${groupId}-text)`,
                background: `var(--group-${groupId}-soft)`,
              }}
              onClick={() => exploreCategory(id)}
            >
              {category?.name ?? id}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Aliases({ product }: { readonly product: Product }): ReactNode {
  const { aliases } = product;
  if (aliases.length === 0) return null;
  const left = aliases.length - SHOWN_ALIASES;
  return (
    <p className={styles.aliases}>
      Also known as{' '}
      {aliases.slice(0, SHOWN_ALIASES).map(({ alias, kind }, index) => (
        <span key={`${kind} ${alias}`}>
          {index > 0 ? ', ' : ''}
          <bdi>{alias.slice(0, ALIAS_LENGTH)}</bdi>
          {kind === 'former' ? <span className={styles.former}> (former name)</span> : null}
        </span>
      ))}
      {left > 0 ? ` and ${left} more` : ''}
    </p>
  );
}

/** What can be done with a product that the person added. */
function OwnActions({ product }: { readonly product: Product }): ReactNode {
  const remove = async (): Promise<void> => {
    if (await deleteOwnProduct(product.id, product.name)) close();
  };
  return (
    <div className={styles.actions}>
      <Button onPress={() => void editOwnProduct(product.id)}>
        <Pencil />
        Change…
      </Button>
      <Button onPress={() => void remove()}>
        <Trash2 />
        Delete
      </Button>
    </div>
  );
}

function Details({ product, integrations, alternatives }: ProductDetails): ReactNode {
  const showGraphOf = useView((state) => state.showGraphOf);
  return (
    <>
      <div className={styles.intro}>
        {product.status === 'discontinued' ? (
          <p className={styles.gone}>
            <strong>Discontinued</strong>
            {product.statusNote ? <bdi>: {product.statusNote}</bdi> : null}
          </p>
        ) : null}
        {product.kind === 'extension' ? (
          <p className={styles.note}>An extension, which runs inside another product.</p>
        ) : null}
        {product.description === null ? null : (
          <bdi className={styles.description}>{product.description}</bdi>
        )}
        <Categories product={product} />
        <Aliases product={product} />
        <div className={styles.actions}>
          <StackButton product={product} />
          <Button onPress={() => showGraphOf(product.id)}>
            <Share2 />
            Show in graph
          </Button>
        </div>
        {isOwnProduct(product.id) ? <OwnActions product={product} /> : null}
      </div>
      <ProductOnStack productId={product.id} />
      <ProductPersonal productId={product.id} />
      <ProductFacts product={product} />
      <ProductIntegrations product={product} integrations={integrations} />
      <ProductAlternatives productId={product.id} alternatives={alternatives} />
      <ProductSources product={product} />
    </>
  );
}

function NoHomepage({ product }: { readonly product: Product }): ReactNode {
  const sources = useSourcesById();
  const ids = isOwnProduct(product.id)
    ? []
    : [...new Set(product.sourceRows.map((row) => row.source))];
  const reason = noHomepageReason(ids.map((id) => sources.get(id)?.title ?? id));
  return (
    <span className={styles.note}>
      No homepage is known{reason === '' ? '' : <bdi>: {reason}</bdi>}
    </span>
  );
}

function Head({ product }: { readonly product: Product | undefined }): ReactNode {
  return (
    <header className={styles.head}>
      {product ? <ProductIcon {...product} size={40} /> : null}
      <div className={styles.title}>
        <h2>
          <bdi>{product?.name.slice(0, NAME_LENGTH)}</bdi>
        </h2>
        {product && product.homepage !== null ? (
          <ExternalLink href={product.homepage}>
            {product.domain ?? addressText(product.homepage)}
          </ExternalLink>
        ) : product ? (
          <NoHomepage product={product} />
        ) : null}
      </div>
      <IconButton label="Close" shortcut="Esc" onPress={close}>
        <X />
      </IconButton>
    </header>
  );
}

function OpenPanel({ id }: { readonly id: string }): ReactNode {
  const { details, failure } = useProduct(id);
  const panel = useRef<HTMLElement | null>(null);
  useEscape(panel);
  useReturnFocus(panel);
  const name = details?.product.name.slice(0, NAME_LENGTH);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      data-product-panel
      tabIndex={-1}
      aria-label={name ?? 'Product'}
    >
      <Head product={details?.product} />
      {failure === null ? null : <EmptyState title="Nothing to show" text={failure} />}
      {details ? (
        // A new product starts at the top, with nothing unfolded.
        <div key={details.product.id} className={styles.body}>
          <Details {...details} />
        </div>
      ) : null}
    </aside>
  );
}

/** Everything known about the product that is open, beside whichever screen it was opened from. */
export function ProductPanel(): ReactNode {
  const id = useView((state) => state.productId);
  return id === null ? null : <OpenPanel id={id} />;
}
