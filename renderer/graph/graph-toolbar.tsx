import { ArrowLeft, CircleDotDashed, Route, Search, Shuffle } from 'lucide-react';
import type { ReactNode } from 'react';
import { count } from '../product/words.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import type { GraphHandle } from './cytoscape-view.tsx';
import { GraphExport } from './graph-export.tsx';
import { limits, STACK, useGraph } from './graph-state.ts';
import type { Shown } from './use-shown.ts';
import styles from './graph-screen.module.css';

function LimitSelect(): ReactNode {
  const limit = useGraph((state) => state.limit);
  const total = useGraph((state) => state.total);
  return (
    <Select
      label="At a time"
      prefix="At a time:"
      value={String(limit)}
      options={limits.map((each) => ({
        id: String(each),
        label: String(each),
        ...(each >= total && total > 0 ? { hint: 'all' } : {}),
      }))}
      onChange={(id) => void useGraph.getState().setLimit(Number(id))}
    />
  );
}

interface ToolbarProps {
  readonly title: string;
  readonly subtitle: string;
  readonly isStack: boolean;
  readonly handle: GraphHandle | null;
  readonly shown: Shown['data'];
  readonly onPick: () => void;
  readonly onPath: () => void;
}

/** Adds what is one hop around the stack, or takes it away again. */
function AroundButton({ shown }: { readonly shown: Shown['data'] }): ReactNode {
  const more = useGraph((state) => state.expanded.get(STACK));
  const hasGuests = useGraph((state) => state.products.size > 0);
  const ids = shown.nodes.map(({ id }) => id);
  const own = Object.values(useStacks((state) => state.current?.stack.nodes ?? {}));
  return (
    <>
      {more === 0 ? null : (
        <Button
          onPress={() => {
            const centres = own.map(({ productId }) => productId);
            void useGraph.getState().expand(STACK, ids, centres);
          }}
        >
          <CircleDotDashed aria-hidden="true" />
          {more === undefined ? 'Around the stack' : `${count(more)} more`}
        </Button>
      )}
      {hasGuests ? (
        <Button onPress={() => void useGraph.getState().open(STACK)}>Stack only</Button>
      ) : null}
    </>
  );
}

export function GraphToolbar(props: ToolbarProps): ReactNode {
  const { title, subtitle, isStack, handle, shown, onPick, onPath } = props;
  return (
    <header className={styles.bar}>
      {isStack ? null : (
        <Button tone="quiet" onPress={() => useView.getState().showGraphOf(null)}>
          <ArrowLeft aria-hidden="true" /> Back to stack graph
        </Button>
      )}
      <div className={styles.titles}>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p>{subtitle}</p>
      </div>
      <span className={styles.space} />
      <LimitSelect />
      {isStack && shown.nodes.length > 0 ? <AroundButton shown={shown} /> : null}
      <Button isDisabled={!handle} onPress={onPath}>
        <Route aria-hidden="true" /> Path…
      </Button>
      <IconButton label="Lay out again" isDisabled={!handle} onPress={() => handle?.layOutAgain()}>
        <Shuffle />
      </IconButton>
      <GraphExport title={title} shown={shown} handle={handle} />
      <Button tone="primary" onPress={onPick}>
        <Search aria-hidden="true" /> Graph of… <kbd>/</kbd>
      </Button>
    </header>
  );
}
