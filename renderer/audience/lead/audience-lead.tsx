import { useEffect, type ReactNode } from 'react';
import { AudienceBar } from './audience-bar.tsx';
import { startLeading } from './lead-channel.ts';
import { onAudienceKey } from './lead-edits.ts';
import { useLead } from './lead-state.ts';

/** Keeps in touch with the audience's window; its tools are there while this page leads it. */
export function AudienceLead(): ReactNode {
  const isLeading = useLead((state) => state.since !== null);
  useEffect(() => startLeading(onAudienceKey), []);
  return isLeading ? <AudienceBar /> : null;
}
