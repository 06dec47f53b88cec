import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FoundProduct, NamedInventory } from '../../shared/finder/combine.ts';
import table from '../library/table.module.css';
import { usePresentIds } from '../product/add-to-stack.ts';
import { count } from '../product/words.ts';
import { IconButton } from '../ui/button.tsx';
import { CategoryTag } from '../ui/category-tag.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { EvidenceLine } from './evidence-line.tsx';
import { useFinder } from './finder-state.ts';
import styles from './finder.module.css';

interface FoundTableProps {
  readonly found: readonly FoundProduct[];
  readonly lists: readonly NamedInventory[];
}

function FoundRow({ entry, lists }: FoundTableProps & { readonly entry: FoundProduct }): ReactNode {
  const row = useFinder((state) => state.products.get(entry.product));
  const isPresent = usePresentIds().has(entry.product);
  if (!row) return null;
  return (
    <tr>
      <td className={styles.product}>
        <div>
          <ProductIcon {...row} size={28} />
          <span>
            <bdi>{row.name}</bdi>
            {isPresent ? <span className={styles.present}>On the stack</span> : null}
          </span>
        </div>
      </td>
      <td>
        <CategoryTag categoryId={row.categoryId} groupId={row.groupId} />
      </td>
      <td className={styles.evidenceCell}>
        {entry.findings.slice(0, 3).map((finding) => (
          <EvidenceLine key={finding.key} finding={finding} />
        ))}
        {entry.findings.length > 3 ? (
          <p className={styles.more}>and {count(entry.findings.length - 3)} more</p>
        ) : null}
      </td>
      {lists.length > 1 ? (
        <td className={table.number} title={entry.seenBy.map((at) => lists[at]?.name).join(', ')}>
          {entry.seenBy.length} of {lists.length}
        </td>
      ) : null}
      <td className={table.number}>{count(entry.count)}</td>
      <td className={table.actions}>
        <IconButton
          label="Leave out"
          onPress={() => useFinder.getState().dismiss(entry.findings.map(({ key }) => key))}
        >
          <X />
        </IconButton>
      </td>
    </tr>
  );
}

/** The products that the lists show, those on the most lists first. */
export function FoundTable({ found, lists }: FoundTableProps): ReactNode {
  return (
    <table className={`${table.table} ${styles.table}`}>
      <thead>
        <tr>
          <th>Product</th>
          <th>Category</th>
          <th>Why</th>
          {lists.length > 1 ? <th className={table.number}>On lists</th> : null}
          <th className={table.number}>Seen</th>
          <th>
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {found.map((entry) => (
          <FoundRow key={entry.product} entry={entry} found={found} lists={lists} />
        ))}
      </tbody>
    </table>
  );
}
