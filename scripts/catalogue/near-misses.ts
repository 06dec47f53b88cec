import { bucket, byText } from './order.ts';
import type { Cluster, Doubt } from './resolve.ts';

/** A core that more products share than this is a general word, not a hint. */
const mostSharing = 4;

/**
 * Products that were kept apart although their names share all but general words and at least one of
 * them states no address that would tell: the first place to look for a missed merge.
 */
export function findNearMisses(clusters: readonly Cluster[]): Doubt[] {
  const byCore = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    const core = cluster.members[0]?.row.core ?? '';
    if (core.length >= 4) bucket(byCore, core).push(cluster);
  }
  const hasAddress = (cluster: Cluster): boolean =>
    cluster.members.some(({ row }) => row.domain !== null);
  const doubts: Doubt[] = [];
  for (const [, group] of [...byCore].sort((a, b) => byText(a[0], b[0]))) {
    if (group.length < 2 || group.length > mostSharing) continue;
    const [lead, ...others] = [...group].sort((a, b) => b.members.length - a.members.length);
    const first = lead?.members[0]?.row;
    if (lead === undefined || first === undefined) continue;
    for (const other of others) {
      const row = other.members[0]?.row;
      if (row === undefined || row.key === first.key) continue;
      if (hasAddress(lead) && hasAddress(other)) continue;
      doubts.push({
        verdict: 'kept-apart',
        a: first.ref,
        b: row.ref,
        reason: `“${first.name}” and “${row.name}” differ only in general words, and no common address tells`,
        strength: 0.45,
      });
    }
  }
  return doubts;
}
