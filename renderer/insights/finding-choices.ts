import type { CallInput } from '../../shared/contract/contract.ts';
import type { Acceptance } from '../../shared/insights/acceptance.ts';
import type { Finding } from '../../shared/insights/contract.ts';
import { api } from '../api.ts';
import { useStacks } from '../state/stacks.ts';
import { showError, useToasts } from '../state/toasts.ts';

type Accepting = CallInput<'insights:accept'>;

/** @returns whether it was accepted */
async function accept(input: Accepting): Promise<boolean> {
  const result = await api.call('insights:accept', input);
  if (!result.ok) showError(result.error);
  return result.ok;
}

async function withdraw(stackId: string, ruleId: string, subject: string): Promise<boolean> {
  const result = await api.call('insights:withdraw', { stackId, ruleId, subject });
  if (!result.ok) showError(result.error);
  return result.ok;
}

function say(text: string, undo: () => void): void {
  useToasts.getState().show({ tone: 'success', text, action: { label: 'Undo', run: undo } });
}

/** Accepts a finding of the current stack. @returns whether it was accepted */
export async function acceptFinding(finding: Finding, reason: string): Promise<boolean> {
  const stackId = useStacks.getState().current?.stack.id;
  if (stackId === undefined) return false;
  const { ruleId, subject, basis } = finding;
  if (!(await accept({ stackId, ruleId, subject, basis, reason }))) return false;
  say('Accepted the finding.', () => void withdraw(stackId, ruleId, subject));
  return true;
}

/** Takes an acceptance back; undo accepts again if the finding is still the one it was. */
export async function withdrawAcceptance(acceptance: Acceptance): Promise<void> {
  const stackId = useStacks.getState().current?.stack.id;
  if (stackId === undefined) return;
  const { ruleId, subject, basis, reason } = acceptance;
  if (!(await withdraw(stackId, ruleId, subject))) return;
  say('Took the acceptance back.', () => void accept({ stackId, ruleId, subject, basis, reason }));
}

/** @returns whether it was set */
export async function setRule(change: CallInput<'insights:set-rule'>): Promise<boolean> {
  const result = await api.call('insights:set-rule', change);
  if (!result.ok) showError(result.error);
  return result.ok;
}
