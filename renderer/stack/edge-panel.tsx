import { X } from 'lucide-react';
import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { kindLabels, themes } from '../../shared/diagram/theme.ts';
import type { Integration } from '../../shared/domain/product.ts';
import type { Stack, StackNode } from '../../shared/stack/stack.ts';
import { api } from '../api.ts';
import { confidenceSentence } from '../product/confidence-words.ts';
import { addressText, kindMeanings } from '../product/words.ts';
import { useCatalogueVersion } from '../state/catalogue-changes.ts';
import { useTheme } from '../state/theme.ts';
import { useView } from '../state/view.ts';
import { IconButton } from '../ui/button.tsx';
import { ExternalLink } from '../ui/external-link.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { useCanvas, type EdgeRef } from './canvas-state.ts';
import { integrationSentence } from './edge-words.ts';
import { LineSample } from './legend.tsx';
import { OwnConnection } from './own-connection.tsx';
import { PossibleEdge } from './possible-edge.tsx';
import { useProductRows } from './product-rows.ts';
import { useSourceTitles } from './source-titles.ts';
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
  const version = useCatalogueVersion((state) => state.version);
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
  }, [id, other, version]);
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
            {url === '' ? null : <ExternalLink href={url}>{addressText(url)}</ExternalLink>}
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
        These are the integrations that open sources document, and those that you added. That none
        is drawn between two other products is no proof that there is none.
      </p>
    </>
  );
}

interface EdgePanelProps {
  readonly edge: EdgeRef;
  readonly stack: Stack;
}

const titles: Readonly<Record<EdgeRef['type'], string>> = {
  known: 'Known integrations',
  possible: 'Possible connection',
  user: 'Your connection',
};

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
    edge.type !== 'user'
      ? [nodeOf(stack, edge.from), nodeOf(stack, edge.to)]
      : [stack.nodes[connection?.fromNodeId ?? ''], stack.nodes[connection?.toNodeId ?? '']];
  if (!from || !to) return null;
  return (
    <aside
      className={styles.panel}
      data-edge-panel
      tabIndex={-1}
      aria-label={`Connection of ${displayText(from.name)} and ${displayText(to.name)}`}
    >
      <header className={styles.head}>
        <h2>{titles[edge.type]}</h2>
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
        ) : edge.type === 'possible' ? (
          <PossibleEdge edge={edge} stack={stack} />
        ) : connection ? (
          <OwnConnection
            connection={connection}
            from={displayText(from.name)}
            to={displayText(to.name)}
          />
        ) : null}
      </div>
    </aside>
  );
}
