import { ArrowLeft, ArrowLeftRight, ArrowRight, ChevronRight, Minus, Puzzle } from 'lucide-react';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { kindLabels } from '../../shared/diagram/theme.ts';
import type { Integration, Product } from '../../shared/domain/product.ts';
import { OwnIntegrations } from '../custom/own-integrations.tsx';
import { SearchBox } from '../explore/search-box.tsx';
import { useProductRows } from '../stack/product-rows.ts';
import { useSourcesById } from '../state/sources.ts';
import { useView } from '../state/view.ts';
import { ExternalLink } from '../ui/external-link.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { confidenceSentence, confidenceWords } from './confidence-words.ts';
import { groupIntegrations, type KindGroup, type Neighbour } from './group-integrations.ts';
import { Section } from './section.tsx';
import { addressText, count, flowWords, kindMeanings, type Flow } from './words.ts';
import styles from './product-integrations.module.css';

const SHOWN_AT_FIRST = 6;
const SHOWN_MORE = 100;
/** From here on a search is quicker than the eye. */
const SEARCH_FROM = 12;

const flowIcons: Readonly<Record<Flow, ReactNode>> = {
  out: <ArrowRight />,
  in: <ArrowLeft />,
  both: <ArrowLeftRight />,
  unknown: <Minus />,
  extends: <Puzzle />,
  extended: <Puzzle />,
};

function EvidenceList({ integration }: { readonly integration: Integration }): ReactNode {
  const sources = useSourcesById();
  return (
    <ul className={styles.evidence}>
      {integration.evidence.map(({ source, url }) => (
        <li key={`${source} ${url}`}>
          <bdi className={styles.source}>{sources.get(source)?.title ?? source}</bdi>
          {url === '' ? null : <ExternalLink href={url}>{addressText(url)}</ExternalLink>}
        </li>
      ))}
    </ul>
  );
}

function NeighbourItem({ neighbour }: { readonly neighbour: Neighbour }): ReactNode {
  const { other, flow, integration } = neighbour;
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const row = useProductRows([])[other.id];
  const proofs = integration.evidence.length;
  return (
    <li>
      <div className={styles.neighbour}>
        <ProductIcon
          name={other.name}
          groupId={row?.groupId ?? 'business'}
          icon={row?.icon ?? null}
          size={22}
        />
        <button
          type="button"
          className={styles.name}
          onClick={() => useView.getState().openProduct(other.id)}
        >
          <bdi>{other.name}</bdi>
        </button>
        <span className={styles.flow} title={flowWords[flow]}>
          {flowIcons[flow]}
          <span className="visually-hidden">{flowWords[flow]}</span>
        </span>
        <button
          type="button"
          className={styles.proofs}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          aria-label={`${proofs} ${proofs === 1 ? 'piece' : 'pieces'} of evidence: ${other.name.slice(0, 100)}`}
          title={`${confidenceWords[integration.confidence]}: show the evidence`}
          onClick={() => setOpen(!isOpen)}
        >
          {count(proofs)}
          <ChevronRight aria-hidden="true" />
        </button>
      </div>
      <div id={detailsId} hidden={!isOpen} className={styles.details}>
        {isOpen ? (
          <>
            <p>
              {flowWords[flow]}. {confidenceSentence(integration)}
            </p>
            <EvidenceList integration={integration} />
          </>
        ) : null}
      </div>
    </li>
  );
}

function Kind({ group, isAll }: { readonly group: KindGroup; readonly isAll: boolean }): ReactNode {
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const { kind, neighbours } = group;
  const most = isAll ? Math.max(limit, SHOWN_MORE) : limit;
  // One more fits as well as the button that would show it.
  const shown = neighbours.length <= most + 1 ? neighbours : neighbours.slice(0, most);
  const left = neighbours.length - shown.length;
  useProductRows(useMemo(() => shown.map(({ other }) => other.id), [shown]));
  return (
    <div className={styles.kind}>
      <h4 title={kindMeanings[kind]}>
        {kindLabels[kind]} <span className={styles.count}>{count(neighbours.length)}</span>
      </h4>
      <ul>
        {shown.map((neighbour) => (
          <NeighbourItem key={neighbour.key} neighbour={neighbour} />
        ))}
      </ul>
      {left > 0 ? (
        <button
          type="button"
          className={styles.more}
          onClick={() => setLimit(most + Math.min(left, SHOWN_MORE))}
        >
          Show {count(Math.min(left, SHOWN_MORE))} more
          {left > SHOWN_MORE ? ` of ${count(left)}` : ''}
        </button>
      ) : null}
    </div>
  );
}

interface ProductIntegrationsProps {
  readonly product: Product;
  readonly integrations: readonly Integration[];
}

/** What a product is documented to work with, by kind, each with its evidence. */
export function ProductIntegrations({
  product,
  integrations,
}: ProductIntegrationsProps): ReactNode {
  const [text, setText] = useState('');
  const groups = useMemo(
    () => groupIntegrations(integrations, product.id, text),
    [integrations, product.id, text],
  );
  if (integrations.length === 0) {
    return (
      <Section title="Integrations">
        <p className={styles.none}>
          No integration is documented in our sources. That does not mean that there is none.
        </p>
        <OwnIntegrations product={product} integrations={integrations} />
      </Section>
    );
  }
  return (
    <Section title="Integrations" count={product.integrations}>
      {integrations.length > SEARCH_FROM ? (
        <div className={styles.search}>
          <SearchBox
            label="Find an integration"
            placeholder="Find an integration"
            value={text}
            onChange={setText}
          />
        </div>
      ) : null}
      {groups.map((group) => (
        <Kind key={group.kind} group={group} isAll={text.trim() !== ''} />
      ))}
      {groups.length === 0 ? (
        <p className={styles.none}>
          None of the documented integrations is with <bdi>“{text.slice(0, 60)}”</bdi>; an
          undocumented one may exist.
        </p>
      ) : null}
      <OwnIntegrations product={product} integrations={integrations} />
    </Section>
  );
}
