import type { Input } from '../../../shared/contract/contract.ts';
import type { ProductRow } from '../../../shared/domain/product.ts';
import { Refusal } from '../../../shared/result.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { buildStarter } from '../../../shared/stack/starters/build-starter.ts';
import { findStarter } from '../../../shared/stack/starters/starters.ts';
import { defaultTemplate, findTemplate } from '../../../shared/stack/templates/templates.ts';

interface StartOptions {
  readonly productRows: (ids: readonly string[]) => readonly ProductRow[];
  readonly newId: () => string;
}

/**
 * What a new stack begins as: empty lanes of a template, or an example.
 * @throws Refusal 'not-found' for a template or an example that there is not
 */
export function startStack(
  { name, template: templateId, starter: starterId }: Input<'stacks:create'>,
  { productRows, newId }: StartOptions,
): Omit<Stack, 'id'> {
  const starter = starterId === undefined ? undefined : findStarter(starterId);
  if (starterId !== undefined && !starter) {
    throw new Refusal('not-found', `There is no example “${starterId}”.`);
  }
  const wanted = templateId ?? starter?.templateId;
  const template = wanted === undefined ? defaultTemplate : findTemplate(wanted);
  if (!template) throw new Refusal('not-found', `There is no template “${wanted}”.`);
  if (!starter) return newStack('new', name, template);
  const rows = productRows(starter.products.map(({ id }) => id));
  return buildStarter(starter, { name, template, rows, newId });
}
