import { Trash2, X } from 'lucide-react';
import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { kindLabels, themes } from '../../shared/diagram/theme.ts';
import type { Direction } from '../../shared/domain/catalogue.ts';
import type { Integration } from '../../shared/domain/product.ts';
import type { Connection, Stack, StackNode } from '../../shared/stack/stack.ts';
import { api } from '../api.ts';
import { confidenceSentence } from '../product/confidence-words.ts';
import { addressText, kindMeanings } from '../product/words.ts';
import { shortcutLabel } from '../app/shortcuts.ts';
import { useStacks } from '../state/stacks.ts';
import { useTheme } from '../state/theme.ts';
import { useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ExternalLink } from '../ui/external-link.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { Select } from '../ui/select.tsx';
import { useCanvas, type EdgeRef } from './canvas-state.ts';
import { flowSentence, integrationSentence } from './edge-words.ts';
import { LineSample } from './legend.tsx';
import { useProductRows } from './product-rows.ts';
import { useSourceTitles } from './source-titles.ts';
import { removeSelection } from './stack-edits.ts';
import styles from './edge-panel.module.css';

type End = Pick<StackNode, 'productId' | 'name' | 'groupId'>;

function EndButton({ end }: { readonly end: End }): ReactNode {
  const rows = useProductRows([end.productId]);
  return (
    <button
      type="button"
      className={styles.end}
      style={{ '--group': `var(--group-${end.groupId})` } as CSSProperties}
      onClick={() => useView.getState().openProduct(end.productId)}
    >
      <ProductIcon
        name={end.name}
        groupId={end.groupId}
        icon={rows[end.productId]?.icon ?? null}
        size={26}
      />
      <bdi>{end.name}</bdi>
    </button>
  );
}

function nodeOf(stack: Stack, productId: string): End {
  const node = Object.values(stack.nodes).find((each) => each.productId === productId);
  return node ?? { productId, name: productId, groupId: 'business' };
}

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly integrations: readonly Integration[] };

function useIntegrations(id: string, other: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void api.call('catalogue:integrations', { id, with: other }, { signal }).then((result) => {
      if (signal.aborted) return;
      setLoaded(
        result.ok
          ? { state: 'ready', integrations: result.value }
          : { state: 'failed', message: result.error.message },
      );
    });
    return () => controller.abort();
  }, [id, other]);
  return loaded;
}

function IntegrationEntry({ integration }: { readonly integration: Integration }): ReactNode {
  const theme = themes[useTheme()];
  const titles = useSourceTitles();
  const { kind, evidence } = integration;
  return (
    <li className={styles.integration}>
      <h3>
        <LineSample style={theme.kinds[kind]} />
        {kindLabels[kind]}
      </h3>
      <p>{integrationSentence(integration)}</p>
      <p className={styles.meaning}>{kindMeanings[kind]}</p>
      <p>{confidenceSentence(integration)}</p>
      <p className={styles.evidenceHead}>
        {evidence.length === 1 ? 'Stated by' : `Stated in ${evidence.length} places`}
      </p>
      <ul className={styles.evidence}>
        {evidence.map(({ source, url }) => (
          <li key={`${source} ${url}`}>
            <span>{titles[source] ?? source}</span>
            <ExternalLink href={url}>{addressText(url)}</ExternalLink>
          </li>
        ))}
      </ul>
    </li>
  );
}

function KnownEdge({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const loaded = useIntegrations(from, to);
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') return <p role="alert">{loaded.message}</p>;
  return (
    <>
      <ul className={styles.integrations}>
        {loaded.integrations.map((integration) => (
          <IntegrationEntry
            key={`${integration.from.id} ${integration.to.id} ${integration.kind}`}
            integration={integration}
          />
        ))}
      </ul>
      <p className={styles.note}>
        These are the integrations that open sources document. That none is drawn between two other
        products is no proof that there is none.
      </p>
    </>
  );
}

interface UserEdgeProps {
  readonly connection: Connection;
  readonly from: string;
  readonly to: string;
}

/** Ways of a connection as they can be chosen; back is forward with the ends exchanged. */
type Way = Direction | 'back';

function UserEdge({ connection, from, to }: UserEdgeProps): ReactNode {
  const { id, label, direction } = connection;
  const [draft, setDraft] = useState(label);
  const [shown, setShown] = useState(label);
  // An undo, or another window, has changed the label under the field.
  if (shown !== label) {
    setShown(label);
    setDraft(label);
  }
  const { apply } = useStacks.getState();
  // Enter and the blur that follows it are one change, though the first is not stored yet.
  const sent = useRef(label);
  useEffect(() => {
    sent.current = label;
  }, [label]);
  const saveLabel = async (): Promise<void> => {
    const next = draft.trim();
    if (next === sent.current) return;
    sent.current = next;
    const command = { type: 'edit-connection', connectionId: id, label: next } as const;
    if (!(await apply(command))) sent.current = label;
  };
  const onLabelKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') void saveLabel();
    if (event.key !== 'Escape') return;
    // One level: what was typed goes back, the panel stays.
    flushSync(() => setDraft(label));
    event.currentTarget.blur();
    event.preventDefault();
  };
  const saveWay = (way: Way): void => {
    void apply({
      type: 'edit-connection',
      connectionId: id,
      direction: way === 'back' ? 'forward' : way,
      ...(way === 'back' ? { reverse: true } : {}),
    });
  };
  return (
    <>
      <p>You drew this connection. {flowSentence(from, to, direction)}</p>
      <label className={styles.field}>
        Label
        <input
          value={draft}
          maxLength={200}
          placeholder="Leads, orders, audiences…"
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => void saveLabel()}
          onKeyDown={onLabelKey}
        />
      </label>
      <div className={styles.field}>
        Direction
        <Select
          label="Direction"
          value={direction}
          options={[
            { id: 'forward', label: `${from} → ${to}` },
            { id: 'back', label: `${to} → ${from}` },
            { id: 'both', label: 'Both ways' },
            { id: 'none', label: 'No direction' },
          ]}
          onChange={(way) => saveWay(way as Way)}
        />
      </div>
      <Button tone="danger" onPress={() => void removeConnection()}>
        <Trash2 aria-hidden="true" /> Remove connection <kbd>{shortcutLabel('Delete')}</kbd>
      </Button>
    </>
  );
}

async function removeConnection(): Promise<void> {
  useCanvas.getState().select([]);
  await removeSelection();
}

interface EdgePanelProps {
  readonly edge: EdgeRef;
  readonly stack: Stack;
}

/** What is known of one edge: its integrations with their evidence, or a person's own connection. */
export function EdgePanel({ edge, stack }: EdgePanelProps): ReactNode {
  const close = (): void => useCanvas.getState().openEdge(null);
  const connection = edge.type === 'user' ? stack.connections[edge.connectionId] : undefined;
  const isGone = edge.type === 'user' && !connection;
  // The connection was removed, by an undo for instance: there is nothing left to show.
  useEffect(() => {
    if (isGone) useCanvas.getState().openEdge(null);
  }, [isGone]);
  if (isGone) return null;

  const [from, to]: readonly [End | undefined, End | undefined] =
    edge.type === 'known'
      ? [nodeOf(stack, edge.from), nodeOf(stack, edge.to)]
      : [stack.nodes[connection?.fromNodeId ?? ''], stack.nodes[connection?.toNodeId ?? '']];
  if (!from || !to) return null;
  return (
    <aside
      className={styles.panel}
      aria-label={`Connection of ${displayText(from.name)} and ${displayText(to.name)}`}
    >
      <header className={styles.head}>
        <h2>{edge.type === 'known' ? 'Known integrations' : 'Your connection'}</h2>
        <IconButton label="Close" shortcut="Esc" onPress={close}>
          <X />
        </IconButton>
      </header>
      <div className={styles.ends}>
        <EndButton end={from} />
        <EndButton end={to} />
      </div>
      <div className={styles.body}>
        {edge.type === 'known' ? (
          <KnownEdge from={edge.from} to={edge.to} />
        ) : connection ? (
          <UserEdge
            connection={connection}
            from={displayText(from.name)}
            to={displayText(to.name)}
          />
        ) : null}
      </div>
    </aside>
  );
}
