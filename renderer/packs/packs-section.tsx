import { Download, GitCompareArrows, RefreshCw, Trash2, Upload } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { BUNDLED, type Pack } from '../../shared/packs/contract.ts';
import { Page } from '../library/page.tsx';
import table from '../library/table.module.css';
import { count, dateText, momentText, sizeText } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PackChanges } from './pack-changes.tsx';
import {
  cancelPackWork,
  checkPack,
  comparePack,
  exportPack,
  installCandidate,
  loadPacks,
  removePack,
  updateNow,
  switchTo,
  usePacks,
} from './packs-state.ts';
import styles from './packs.module.css';

function PackRow({ pack }: { readonly pack: Pack }): ReactNode {
  const { id, name, catalogueVersion, factsDate, products, integrations, size, isInUse } = pack;
  return (
    <tr>
      <td className={table.name}>
        <bdi>{name.slice(0, 120)}</bdi>
        {isInUse ? <span className={styles.inUse}>In use</span> : null}
        <small className={styles.version}>
          {catalogueVersion}, facts up to {dateText(factsDate)}
          {pack.installedAt === null ? '' : `, installed ${momentText(pack.installedAt)}`}
        </small>
      </td>
      <td className={table.number}>{count(products)}</td>
      <td className={table.number}>{count(integrations)}</td>
      <td className={table.number}>{sizeText(size)}</td>
      <td className={table.actions}>
        <div>
          {isInUse ? null : <Button onPress={() => void switchTo(id)}>Use</Button>}
          {isInUse ? null : (
            <IconButton
              label={`Compare ${name.slice(0, 60)} with the one in use`}
              onPress={() => void comparePack(pack)}
            >
              <GitCompareArrows />
            </IconButton>
          )}
          <IconButton label={`Export ${name.slice(0, 60)}`} onPress={() => void exportPack(id)}>
            <Download />
          </IconButton>
          {isInUse || id === BUNDLED ? null : (
            <IconButton label={`Remove ${name.slice(0, 60)}`} onPress={() => void removePack(id)}>
              <Trash2 />
            </IconButton>
          )}
        </div>
      </td>
    </tr>
  );
}

function Installed(): ReactNode {
  const packs = usePacks((state) => state.packs);
  useEffect(() => void loadPacks(), []);
  if (!packs) return null;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Catalogue</th>
          <th className={table.number}>Products</th>
          <th className={table.number}>Integrations</th>
          <th className={table.number}>Size</th>
          <th>
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {packs.map((pack) => (
          <PackRow key={pack.id} pack={pack} />
        ))}
      </tbody>
    </table>
  );
}

function Candidate(): ReactNode {
  const candidate = usePacks((state) => state.candidate);
  const busy = usePacks((state) => state.busy);
  if (!candidate) return null;
  const { pack, changes, sources } = candidate.found;
  return (
    <section className={styles.panel} aria-label="Pack to install">
      <h2>
        <bdi>{pack.name.slice(0, 120)}</bdi>
      </h2>
      <p className={styles.note}>
        {pack.catalogueVersion}: {count(pack.products)} products, {count(pack.integrations)}{' '}
        integrations, {count(sources.length)} {sources.length === 1 ? 'source' : 'sources'}. The
        file is whole and sound. This is what it would change:
      </p>
      <PackChanges changes={changes} />
      <div className={styles.actions}>
        <Button onPress={cancelPackWork}>Cancel</Button>
        <Button tone="primary" isPending={busy !== null} onPress={() => void installCandidate()}>
          Install and use
        </Button>
      </div>
    </section>
  );
}

function Comparison(): ReactNode {
  const comparison = usePacks((state) => state.comparison);
  if (!comparison) return null;
  return (
    <section className={styles.panel} aria-label="Comparison">
      <h2>
        If you used <bdi>{comparison.pack.name.slice(0, 100)}</bdi>
      </h2>
      <PackChanges changes={comparison.changes} />
      <div className={styles.actions}>
        <Button onPress={cancelPackWork}>Close</Button>
      </div>
    </section>
  );
}

function Update(): ReactNode {
  const stored = useApp((state) => state.settings.updateAddress);
  const [address, setAddress] = useState(stored);
  const busy = usePacks((state) => state.busy);
  const isHttps =
    address.trim() === '' ||
    /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(address.trim());
  const save = async (): Promise<void> => {
    if (isHttps && address.trim() !== stored) {
      await useApp.getState().setSettings({ updateAddress: address.trim() });
    }
  };
  return (
    <section className={styles.update} aria-label="Updates">
      <h2>Updates</h2>
      <p className={styles.note}>
        Off unless you set an address. It is asked only when you press the button; a pack counts
        only if the checksum beside it fits.
      </p>
      <div className={styles.address}>
        <TextField
          label="Update address"
          value={address}
          onChange={setAddress}
          onBlur={() => void save()}
          placeholder="https://…/landscape.stackpack"
          error={isHttps ? null : 'An update address begins with https://.'}
        />
        <Button
          isDisabled={!isHttps || address.trim() === '' || busy !== null}
          onPress={() => void save().then(updateNow)}
        >
          <RefreshCw />
          Update now
        </Button>
      </div>
    </section>
  );
}

/** Catalogues: the one of this release and others, to install, compare and take along. */
export function PacksSection(): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const busy = usePacks((state) => state.busy);
  const failure = usePacks((state) => state.failure);
  return (
    <Page
      title="Catalogue packs"
      text="A catalogue as one file: take it to a machine without a network, or use another landscape. Your own work is in none of them."
      actions={
        <Button tone="primary" onPress={() => input.current?.click()}>
          <Upload />
          Install from a file…
        </Button>
      }
    >
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Pack to install"
        accept=".stackpack,.yml,.yaml,.zip"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void checkPack(file);
          event.target.value = '';
        }}
      />
      {failure === null ? null : (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      {busy ? (
        <div className={styles.busy} role="status">
          <span>{busy.text}…</span>
          <progress
            aria-label={busy.text}
            {...(busy.fraction === null ? {} : { value: busy.fraction, max: 1 })}
          />
          <Button onPress={cancelPackWork}>Cancel</Button>
        </div>
      ) : null}
      <Candidate />
      <Comparison />
      <Installed />
      <Update />
    </Page>
  );
}
