import { Plus, X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { combineInventories, type NamedInventory } from '../../shared/finder/combine.ts';
import type { InventoryKind } from '../../shared/finder/sightings.ts';
import { unseenAssumptions, unseenInWords } from '../../shared/finder/unseen-words.ts';
import { Page } from '../library/page.tsx';
import { addToStack, usePresentIds } from '../product/add-to-stack.ts';
import { counted } from '../product/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { DropZone } from './drop-zone.tsx';
import { useFinder } from './finder-state.ts';
import styles from './finder.module.css';
import { FoundTable } from './found-table.tsx';
import { ReviewList } from './review-list.tsx';

const kindWords: Readonly<Record<InventoryKind, string>> = {
  har: 'HAR file',
  page: 'Saved page',
  'tag-container': 'Tag container',
  table: 'List',
};

function ListChip({ list }: { readonly list: NamedInventory }): ReactNode {
  return (
    <li className={styles.chip}>
      <span>
        <bdi title={list.name}>{list.name}</bdi>
        <small>
          {kindWords[list.kind]},{' '}
          {counted(list.sightings.length, 'host or name', 'hosts and names')}
        </small>
      </span>
      <IconButton
        label={`Remove ${list.name.slice(0, 60)}`}
        onPress={() => useFinder.getState().removeList(list)}
      >
        <X />
      </IconButton>
    </li>
  );
}

/** Finds the products in the files that a person has at hand; they are read here and go nowhere. */
export function FinderSection(): ReactNode {
  const { lists, matches, decisions, products } = useFinder();
  const present = usePresentIds();
  const { found, doubtful, unknown, dismissed, unseen } = useMemo(
    () => combineInventories(lists, matches, decisions),
    [lists, matches, decisions],
  );
  const missing = found.flatMap(({ product }) =>
    present.has(product) ? [] : (products.get(product) ?? []),
  );
  const hasLists = lists.length > 0;
  return (
    <Page
      title="Stack finder"
      text="Which products are in use? Files are read on this machine, and nothing leaves it."
      actions={
        hasLists ? (
          <Button
            tone="primary"
            isDisabled={missing.length === 0}
            onPress={() => void addToStack(missing)}
          >
            <Plus />
            Add {missing.length} to stack
          </Button>
        ) : null
      }
    >
      {hasLists ? (
        <ul className={styles.chips} aria-label="Lists">
          {lists.map((list, at) => (
            <ListChip key={`${at} ${list.name}`} list={list} />
          ))}
        </ul>
      ) : null}
      <DropZone isSmall={hasLists} />
      {hasLists ? (
        <>
          <aside className={styles.unseen} aria-label="Tools that no list has seen">
            <p>{unseenInWords(unseen)}</p>
            {unseen ? (
              <details>
                <summary>What this assumes</summary>
                <ul>
                  {unseenAssumptions.map((assumption) => (
                    <li key={assumption}>{assumption}</li>
                  ))}
                </ul>
              </details>
            ) : null}
          </aside>
          <section className={styles.section} aria-label="Found">
            <h2>
              Found <span>{found.length}</span>
            </h2>
            {found.length > 0 ? (
              <FoundTable found={found} lists={lists} />
            ) : (
              <p>No product was found for sure. Look at what is doubtful or unknown below.</p>
            )}
          </section>
          <ReviewList
            title="Doubtful"
            text="Accept what is right, or choose another product."
            findings={doubtful}
          />
          <ReviewList
            title="Unknown"
            text="Hosts and names that the catalogue does not know. Choose a product if you know better."
            findings={unknown}
          />
          {dismissed.length > 0 ? (
            <p className={styles.dismissed}>
              {counted(dismissed.length, 'host or name was', 'hosts and names were')} put aside.{' '}
              <Button
                tone="quiet"
                onPress={() => useFinder.getState().reconsider(dismissed.map(({ key }) => key))}
              >
                Bring back
              </Button>
            </p>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}
