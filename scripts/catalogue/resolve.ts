import type { Curated } from './curated.ts';
import { domainLabel } from './domains.ts';
import type { Row } from './evidence-rows.ts';
import { speaksName } from './evidence-rows.ts';
import { squish, withoutCompanyWords } from './names.ts';
import { bucket, byText } from './order.ts';

/** A source row inside a product, with the rule that put it there. */
export type Member = { readonly row: Row; readonly why: string; readonly strength: number };

/** The rows that speak of one product. */
export type Cluster = { readonly members: readonly Member[] };

/** A decision that someone should look at. */
export type Doubt = {
  readonly verdict: 'merged' | 'kept-apart';
  readonly a: string;
  readonly b: string;
  readonly reason: string;
  readonly strength: number;
};

export type Resolution = {
  readonly clusters: readonly Cluster[];
  readonly doubts: readonly Doubt[];
};

/** A growing cluster. The first member is the one the others were compared with. */
type Draft = {
  members: Member[];
  /** Domains stated as the product's own, with the number of rows that state each. */
  domains: Map<string, number>;
  hints: Set<string>;
  fields: Map<string, number>;
  keys: Set<string>;
  gone: boolean;
};

function draftOf(row: Row): Draft {
  return {
    members: [{ row, why: 'First row of the product', strength: 1 }],
    domains: new Map(row.domain === null ? [] : [[row.domain, 1]]),
    hints: new Set(row.hints),
    fields: new Map([...row.fields].map((id) => [id, 1])),
    keys: new Set([row.key]),
    gone: false,
  };
}

function nameOf(draft: Draft): string {
  return draft.members[0]?.row.name ?? '';
}

function mainDomain(draft: Draft): string | null {
  let best: string | null = null;
  for (const [domain, count] of draft.domains) {
    const before = best === null ? 0 : (draft.domains.get(best) ?? 0);
    if (count > before || (count === before && best !== null && byText(domain, best) < 0))
      best = domain;
  }
  return best;
}

/** "«Sendinblue» is a former name of Brevo (until 2023); " for a row that a curated alias renamed. */
function curatedNote(row: Row): string {
  if (row.curated === null || squish(row.curated.alias) === row.key) return '';
  const { alias, name, year, former } = row.curated;
  return `“${alias}” is ${former ? 'a former' : 'another'} name of ${name}${former && year !== '' ? ` (until ${year})` : ''}; `;
}

/** Share of the smaller cluster's fields of use that both have, 0..1; 0 if one has none. */
function agreement(a: Draft, b: Draft): number {
  const smaller = Math.min(a.fields.size, b.fields.size);
  if (smaller === 0) return 0;
  let common = 0;
  for (const id of a.fields.keys()) if (b.fields.has(id)) common++;
  return common / smaller;
}

function shareDomain(a: Draft, b: Draft): string | null {
  for (const domain of a.domains.keys()) if (b.domains.has(domain)) return domain;
  return null;
}

function shareAnyDomain(a: Draft, b: Draft): string | null {
  const all = new Set([...b.domains.keys(), ...b.hints]);
  for (const domain of [...a.domains.keys(), ...a.hints]) if (all.has(domain)) return domain;
  return null;
}

/** Resolves the rows into products. The order of `rows` does not matter for the outcome's content. */
export function resolve(rows: readonly Row[], curated: Curated): Resolution {
  const doubts: Doubt[] = [];
  const never = new Map<string, string>();
  for (const { a, b, reason } of curated.neverMerge) {
    never.set(`${squish(a)}\t${squish(b)}`, reason);
    never.set(`${squish(b)}\t${squish(a)}`, reason);
  }
  const forbidden = (a: Draft, b: Draft): boolean => {
    // A pair may name products or, where both have one name, their domains.
    const marks = (draft: Draft): string[] => [
      ...draft.keys,
      ...[...draft.domains.keys()].map(squish),
    ];
    const others = marks(b);
    return marks(a).some((x) => others.some((y) => never.has(`${x}\t${y}`)));
  };

  /** Puts the smaller draft into the larger and says why. */
  const merge = (one: Draft, other: Draft, why: string, strength: number): boolean => {
    if (one === other || one.gone || other.gone || forbidden(one, other)) return false;
    const [big, small] = other.members.length > one.members.length ? [other, one] : [one, other];
    if (strength < 0.9) {
      doubts.push({
        verdict: 'merged',
        a: big.members[0]?.row.ref ?? '',
        b: small.members[0]?.row.ref ?? '',
        reason: why,
        strength,
      });
    }
    for (const member of small.members) {
      big.members.push({
        row: member.row,
        why: curatedNote(member.row) + why,
        strength: Math.min(member.strength, strength),
      });
    }
    for (const [domain, count] of small.domains)
      big.domains.set(domain, (big.domains.get(domain) ?? 0) + count);
    for (const hint of small.hints) big.hints.add(hint);
    for (const [id, count] of small.fields) big.fields.set(id, (big.fields.get(id) ?? 0) + count);
    for (const key of small.keys) big.keys.add(key);
    small.gone = true;
    return true;
  };

  // 1. Rows of one name and one stated address are one product.
  const groups = new Map<string, Draft[]>();
  for (const row of [...rows].sort((a, b) => byText(a.ref, b.ref)))
    bucket(groups, row.key).push(draftOf(row));
  const alive = (drafts: readonly Draft[]): Draft[] => drafts.filter((draft) => !draft.gone);
  const bySize = (a: Draft, b: Draft): number =>
    b.members.length - a.members.length ||
    byText(a.members[0]?.row.ref ?? '', b.members[0]?.row.ref ?? '');

  for (const drafts of groups.values()) {
    const first = new Map<string, Draft>();
    for (const draft of drafts) {
      const domain = mainDomain(draft);
      if (domain === null) continue;
      const before = first.get(domain);
      if (before === undefined) first.set(domain, draft);
      else merge(before, draft, `Same name and same address (${domain})`, 1);
    }
    // The same entry of the two editions of one technology list.
    const editions = new Map<string, Draft>();
    for (const draft of alive(drafts)) {
      for (const { row } of [...draft.members]) {
        if (row.fact.source !== 'wappalyzer' && row.fact.source !== 'webappanalyzer') continue;
        const before = editions.get(row.fact.key);
        if (before === undefined) editions.set(row.fact.key, draft);
        else merge(before, draft, 'The same entry of a technology list and of its successor', 0.97);
      }
    }
  }

  // Rows that the curated names bring together stay together, whatever address they state.
  for (const drafts of groups.values()) {
    const lead = alive(drafts).sort(bySize)[0];
    for (const draft of alive(drafts)) {
      const { row } = draft.members[0] ?? {};
      if (lead === undefined || row === undefined || draft === lead || !row.spelled) continue;
      merge(lead, draft, `Same name as a product whose names were checked by hand`, 0.97);
    }
  }

  // 2. Same name, and the one's address is where the other's documentation or scripts live.
  const pairwise = (
    drafts: readonly Draft[],
    test: (a: Draft, b: Draft) => { readonly why: string; readonly strength: number } | null,
  ): void => {
    for (;;) {
      const left = alive(drafts).sort(bySize);
      let changed = false;
      for (let i = 0; i < left.length && !changed; i++) {
        for (let j = i + 1; j < left.length && !changed; j++) {
          const a = left[i];
          const b = left[j];
          if (a === undefined || b === undefined) continue;
          const verdict = test(a, b);
          if (verdict !== null) changed = merge(a, b, verdict.why, verdict.strength);
        }
      }
      if (!changed) return;
    }
  };
  for (const [key, drafts] of groups) {
    if (alive(drafts).length < 2) continue;
    pairwise(drafts, (a, b) => {
      const common = shareAnyDomain(a, b);
      return common === null
        ? null
        : { why: `Same name, and both point to ${common}`, strength: 0.95 };
    });
    pairwise(drafts, (a, b) => {
      const x = mainDomain(a);
      const y = mainDomain(b);
      if (x === null || y === null) return null;
      if (domainLabel(x) === domainLabel(y) && agreement(a, b) > 0) {
        return {
          why: `Same name and field; the addresses ${x} and ${y} differ only in their ending`,
          strength: 0.9,
        };
      }
      // Both addresses carry the name and the products serve the same field: a moved site.
      if (agreement(a, b) >= 0.5 && speaksName(x, key) && speaksName(y, key)) {
        return {
          why: `Same name and field; both addresses (${x}, ${y}) carry the name`,
          strength: 0.85,
        };
      }
      if (agreement(a, b) >= 0.5 && (speaksName(x, key) || speaksName(y, key))) {
        return { why: `Same name and field; the addresses differ (${x}, ${y})`, strength: 0.7 };
      }
      return null;
    });
    settleBare(drafts);
  }

  /** Rows without an address go to the product of that name they agree with most. */
  function settleBare(drafts: readonly Draft[]): void {
    const placed = alive(drafts)
      .filter((draft) => draft.domains.size > 0)
      .sort(bySize);
    const bare = alive(drafts)
      .filter((draft) => draft.domains.size === 0)
      .sort(bySize);
    const only = placed[0];
    if (only === undefined) {
      const first = bare[0];
      for (const draft of bare.slice(1)) {
        if (first !== undefined) merge(first, draft, 'Same name; no source states an address', 0.9);
      }
      return;
    }
    for (const draft of bare) {
      if (placed.length === 1) {
        merge(
          only,
          draft,
          `Same name; the row states no address and no other product has the name`,
          0.92,
        );
        continue;
      }
      const ranked = placed
        .filter((candidate) => !candidate.gone)
        .map((candidate) => ({ candidate, score: agreement(candidate, draft) }))
        .sort((a, b) => b.score - a.score || bySize(a.candidate, b.candidate));
      const best = ranked[0];
      if (best === undefined) continue;
      const why =
        best.score > 0
          ? `Same name; of ${placed.length} products with it, this one serves the same field`
          : `Same name; of ${placed.length} products with it, this is the best known`;
      merge(best.candidate, draft, why, best.score > 0 ? 0.8 : 0.65);
    }
    const apart = alive(drafts).sort(bySize);
    for (const other of apart.slice(1)) {
      doubts.push({
        verdict: 'kept-apart',
        a: apart[0]?.members[0]?.row.ref ?? '',
        b: other.members[0]?.row.ref ?? '',
        reason: `Same name “${nameOf(other)}”, other address and field (${mainDomain(apart[0] ?? other) ?? '—'}, ${mainDomain(other) ?? '—'})`,
        strength: 0.5,
      });
    }
  }

  // 3. One address, names that differ only in words such as "Inc" or "App".
  const everyone = [...groups.values()].flat();
  const byDomain = new Map<string, Draft[]>();
  for (const draft of alive(everyone)) {
    for (const domain of new Set([...draft.domains.keys(), ...draft.hints])) {
      if (!curated.vendorDomains.has(domain)) bucket(byDomain, domain).push(draft);
    }
  }
  for (const domain of [...byDomain.keys()].sort(byText)) {
    const drafts = byDomain.get(domain) ?? [];
    if (drafts.length < 2) continue;
    pairwise(drafts, (a, b) => {
      const x = a.members[0]?.row;
      const y = b.members[0]?.row;
      if (x === undefined || y === undefined) return null;
      const stated = shareDomain(a, b) !== null;
      const consent = (name: string): string => squish(name.replace(/\s+CMP$/u, ''));
      if (stated && consent(x.name) === consent(y.name) && agreement(a, b) >= 0.5) {
        return {
          why: `Same address (${domain}); “CMP” only says what “${consent(x.name)}” is`,
          strength: 0.9,
        };
      }
      if (x.core === y.core || squish(domain) === x.key || squish(domain) === y.key) {
        const sure = x.core === y.core;
        if (!sure && !x.key.startsWith(y.core) && !y.key.startsWith(x.core)) return null;
        return {
          why: `Same address (${domain}); the names “${x.name}” and “${y.name}” differ only in general words`,
          strength: stated ? 0.93 : 0.88,
        };
      }
      return null;
    });
    const left = alive(drafts).sort(bySize);
    const lead = left[0];
    for (const other of left.slice(1)) {
      if (lead === undefined || left.length > 6 || shareDomain(lead, other) === null) continue;
      doubts.push({
        verdict: 'kept-apart',
        a: lead.members[0]?.row.ref ?? '',
        b: other.members[0]?.row.ref ?? '',
        reason: `Same address (${domain}), other names (“${nameOf(lead)}”, “${nameOf(other)}”)`,
        strength: 0.4,
      });
    }
  }

  // 4. One number in the consent framework's vendor list, and names that share their core.
  const byTcf = new Map<number, Draft[]>();
  for (const draft of alive(everyone)) {
    const ids = new Set(
      draft.members.map(({ row }) => (row.fact.attrs.adapterBy === undefined ? row.tcf : null)),
    );
    for (const id of ids) if (id !== null) bucket(byTcf, id).push(draft);
  }
  for (const [id, drafts] of [...byTcf].sort((a, b) => a[0] - b[0])) {
    pairwise(drafts, (a, b) => {
      const x = a.members[0]?.row;
      const y = b.members[0]?.row;
      if (x === undefined || y === undefined) return null;
      const [short, long] = x.core.length < y.core.length ? [x.core, y.core] : [y.core, x.core];
      if (short.length < 4 || !long.startsWith(short)) return null;
      return {
        why: `Same number ${id} in the consent framework's vendor list; related names (“${x.name}”, “${y.name}”)`,
        strength: 0.85,
      };
    });
  }

  // 5. Advertising companies that one list names with and another without "Media" or "Holding".
  const plain = new Map<string, Draft[]>();
  for (const draft of alive(everyone)) for (const key of draft.keys) bucket(plain, key).push(draft);
  for (const draft of alive(everyone)) {
    const stem = withoutCompanyWords(nameOf(draft));
    if (stem === null || stem.length < 5) continue;
    const others = alive(plain.get(stem) ?? []).filter((other) => other !== draft);
    const other = others[0];
    if (other === undefined || others.length > 1 || agreement(draft, other) < 0.5) continue;
    const x = mainDomain(draft);
    const y = mainDomain(other);
    if (x !== null && y !== null && x !== y) continue;
    const why = `Same field; “${nameOf(draft)}” is “${nameOf(other)}” with a general company word`;
    merge(other, draft, why, 0.75);
  }

  const clusters = alive(everyone)
    .map((draft): Cluster => ({ members: explainFirst(draft.members) }))
    .sort((a, b) => byText(a.members[0]?.row.ref ?? '', b.members[0]?.row.ref ?? ''));
  return { clusters, doubts };
}

/** The first member was compared with nothing; a renamed one still says so. */
function explainFirst(members: readonly Member[]): Member[] {
  return members.map((member, at) => {
    if (at > 0) return member;
    const note = curatedNote(member.row);
    const why =
      members.length === 1
        ? 'The only row of the product'
        : 'The row the others were compared with';
    return { ...member, why: note + why };
  });
}
