import type { RuleFinding } from './health.ts';

/** A finding that somebody has decided to live with. */
export interface Acceptance {
  readonly ruleId: string;
  readonly subject: string;
  /** What the finding rested on then. */
  readonly basis: string;
  /** Its title then. */
  readonly title: string;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly acceptedAt: string;
}

export interface SortedFindings {
  /** Findings to look at; with the acceptance that no longer holds, where there is one. */
  readonly open: readonly (RuleFinding & { readonly outdated: Acceptance | null })[];
  readonly accepted: readonly (RuleFinding & { readonly acceptance: Acceptance })[];
  /** Acceptances whose finding is not found any more. */
  readonly idle: readonly Acceptance[];
}

const keyOf = ({ ruleId, subject }: Pick<Acceptance, 'ruleId' | 'subject'>): string =>
  JSON.stringify([ruleId, subject]);

/** Tells findings that are accepted from those that are not, or that have changed since. */
export function sortFindings(
  findings: readonly RuleFinding[],
  acceptances: readonly Acceptance[],
): SortedFindings {
  const byKey = new Map(acceptances.map((each) => [keyOf(each), each]));
  const open: SortedFindings['open'][number][] = [];
  const accepted: SortedFindings['accepted'][number][] = [];
  for (const finding of findings) {
    const acceptance = byKey.get(keyOf(finding));
    byKey.delete(keyOf(finding));
    if (acceptance?.basis === finding.basis) accepted.push({ ...finding, acceptance });
    else open.push({ ...finding, outdated: acceptance ?? null });
  }
  return { open, accepted, idle: [...byKey.values()] };
}
