import { SearchX } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { ProductRow } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { addOwnProduct } from '../custom/own-state.ts';
import { counted } from '../product/words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { emptyFilter, isFiltering } from './filter-state.ts';
import { useExploreList } from './explore-state.ts';
import type { ListQuery } from './product-list-store.ts';
import { wayOuts, type WayOut } from './way-outs.ts';
import styles from './nothing-found.module.css';

interface Suggestion extends WayOut {
  readonly total: number;
  readonly rows: readonly ProductRow[];
}

const SHOWN = 4;

/** The first change of the query that would list something. */
function useSuggestion(query: ListQuery): Suggestion | null {
  const [suggestion, setSuggestion] = useState<Suggestion | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    void (async () => {
      setSuggestion(null);
      for (const wayOut of wayOuts(query)) {
        const page = await api.call(
          'catalogue:query',
          { ...wayOut.query, limit: SHOWN },
          { signal: controller.signal },
        );
        if (controller.signal.aborted || !page.ok) return;
        const { total, rows } = page.value;
        if (total > 0) return setSuggestion({ ...wayOut, total, rows });
      }
    })();
    return () => controller.abort();
  }, [query]);
  return suggestion;
}

interface NothingFoundProps {
  readonly query: ListQuery;
  readonly onOpen: (product: ProductRow) => void;
}

/** Instead of an empty list: what would list something. */
export function NothingFound({ query, onOpen }: NothingFoundProps): ReactNode {
  const suggestion = useSuggestion(query);
  const { change } = useExploreList.getState();
  const isFiltered = isFiltering(query.filter);
  const text = query.text.trim().slice(0, 80);
  const title = text === '' ? 'No product passes these filters' : 'No product matches';
  return (
    <div className={styles.nothing}>
      <EmptyState
        icon={<SearchX />}
        title={title}
        text={
          suggestion
            ? `${suggestion.words} ${counted(suggestion.total, 'product is', 'products are')} found:`
            : 'Try another word, a part of the name, or a domain.'
        }
      >
        {suggestion?.rows.map((product) => (
          <button
            key={product.id}
            type="button"
            className={styles.product}
            onClick={() => onOpen(product)}
          >
            <ProductIcon {...product} size={22} />
            <bdi>{product.name}</bdi>
          </button>
        ))}
      </EmptyState>
      <div className={styles.actions}>
        {suggestion ? (
          <Button tone="primary" onPress={() => change(suggestion.query)}>
            {suggestion.action}
          </Button>
        ) : null}
        {text === '' ? null : (
          <Button onPress={() => addOwnProduct(text)}>Add it as a product of your own…</Button>
        )}
        {isFiltered ? (
          <Button onPress={() => change({ filter: emptyFilter })}>Clear the filters</Button>
        ) : null}
        {text === '' ? null : (
          <Button onPress={() => change({ text: '' })}>Clear the search</Button>
        )}
      </div>
    </div>
  );
}
