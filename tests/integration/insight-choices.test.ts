import Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRouter } from '../../electron/hosts/router.ts';
import { createServices } from '../../electron/services/create-services.ts';
import { migrate, migrations } from '../../electron/store/workspace/migrations.ts';
import type { Channel, EventName } from '../../shared/contract/channels.ts';
import type { CallInput, Output } from '../../shared/contract/contract.ts';
import { lineText, type BriefFormat } from '../../shared/insights/brief.ts';
import { unwrap, type Result } from '../../shared/result.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { hasTool, runTool } from '../support/foreign-tool.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aWorkspace } from '../support/workspace.ts';

/** Real services on a data folder; `again` starts them anew on the same. */
function aPerson(folder = tempFolder()) {
  const events: { name: EventName; payload: unknown }[] = [];
  const services = createServices({
    catalogueFile: realCatalogue(),
    dataFolder: join(folder, 'data'),
    host: 'cli',
    versions: {},
    emit: (name, payload) => void events.push({ name, payload }),
    log: (error) => {
      throw error;
    },
  });
  let isOpen = true;
  const close = (): void => {
    if (isOpen) services.close();
    isOpen = false;
  };
  onTestFinished(close);
  const router = createRouter(services.handlers, () => undefined);
  const ask = async <C extends Channel>(channel: C, input: CallInput<C>) =>
    (await router.call(channel, input, callContext())) as Result<Output<C>>;
  const call = async <C extends Channel>(channel: C, input: CallInput<C>) =>
    unwrap(await ask(channel, input));
  const again = () => {
    close();
    return aPerson(folder);
  };
  const add = (stackId: string, ...ids: string[]) =>
    call('stacks:apply', {
      stackId,
      command: {
        type: 'add-products',
        products: ids.map((productId) => ({
          id: `n-${productId}`,
          ...{ productId, name: productId, categoryId: productId, groupId: 'business' as const },
        })),
      },
    });
  const stackOf = async (...ids: string[]) => {
    const { stack } = await call('stacks:create', { name: 'Ours' });
    await add(stack.id, ...ids);
    return stack.id;
  };
  return { ask, call, add, again, stackOf, events };
}

type Person = ReturnType<typeof aPerson>;

async function findingOf({ call }: Person, stackId: string, ruleId: string) {
  const { findings } = await call('insights:health', { stackId });
  const found = findings.find((finding) => finding.ruleId === ruleId);
  if (!found) throw new Error(`nothing found by ${ruleId}`);
  return found;
}

describe('a finding that is accepted', () => {
  it('moves to the accepted ones, with its reason, also after a restart', async () => {
    const person = aPerson();
    const stackId = await person.stackOf('google-analytics', 'mailchimp');
    const { ruleId, subject, basis } = await findingOf(person, stackId, 'consent');
    const given = { stackId, ruleId, subject, basis, reason: 'Only in Brazil' };
    await person.call('insights:accept', given);
    expect(person.events).toContainEqual({ name: 'insights:changed', payload: { stackId } });

    const later = await person.again().call('insights:health', { stackId });
    expect(later.findings.map((finding) => finding.ruleId)).not.toContain('consent');
    expect(later.accepted).toMatchObject([
      { ruleId: 'consent', acceptance: { reason: 'Only in Brazil', subject } },
    ]);
    expect(later.rules.find(({ id }) => id === 'consent')?.findings).toBe(0);
  });

  it('comes back when what it rests on changes, and is accepted again when it changes back', async () => {
    const person = aPerson();
    const stackId = await person.stackOf('google-analytics', 'mailchimp');
    const { ruleId, subject, basis } = await findingOf(person, stackId, 'consent');
    await person.call('insights:accept', { stackId, ruleId, subject, basis, reason: 'For now' });
    await person.add(stackId, 'hotjar');
    const changed = await findingOf(person, stackId, 'consent');
    expect(changed.outdated).toMatchObject({ reason: 'For now', basis });
    expect(changed.basis).not.toBe(basis);

    await person.call('stacks:undo', { stackId });
    const { accepted, findings } = await person.call('insights:health', { stackId });
    expect(accepted.map((finding) => finding.ruleId)).toEqual(['consent']);
    expect(findings.map((finding) => finding.ruleId)).not.toContain('consent');
  });

  it('waits where it is not found any more, and is forgotten when it is taken back', async () => {
    const person = aPerson();
    const stackId = await person.stackOf('google-analytics', 'mailchimp');
    const { ruleId, subject, basis } = await findingOf(person, stackId, 'consent');
    await person.call('insights:accept', { stackId, ruleId, subject, basis, reason: 'For now' });
    await person.call('stacks:apply', {
      stackId,
      command: { type: 'remove', nodeIds: ['n-google-analytics'] },
    });
    expect((await person.call('insights:health', { stackId })).idle).toMatchObject([{ ruleId }]);
    const taken = { stackId, ruleId, subject };
    expect(await person.call('insights:withdraw', taken)).toEqual({ withdrawn: true });
    expect(await person.call('insights:withdraw', taken)).toEqual({ withdrawn: false });
    expect((await person.call('insights:health', { stackId })).idle).toEqual([]);
  });

  it('comes back with a backup', async () => {
    const person = aPerson();
    const stackId = await person.stackOf('google-analytics', 'mailchimp');
    const { ruleId, subject, basis } = await findingOf(person, stackId, 'consent');
    await person.call('insights:accept', { stackId, ruleId, subject, basis, reason: 'For now' });
    const { name } = await person.call('backup:create', {});
    await person.call('insights:withdraw', { stackId, ruleId, subject });
    await person.call('backup:restore', { name });
    const { accepted } = await person.call('insights:health', { stackId });
    expect(accepted.map((finding) => finding.ruleId)).toEqual(['consent']);
  });

  it('has to be there as it was shown', async () => {
    const person = aPerson();
    const stackId = await person.stackOf('google-analytics', 'mailchimp');
    const { ruleId, subject, basis } = await findingOf(person, stackId, 'consent');
    const given = { stackId, ruleId, subject, reason: 'For now' };
    const stale = await person.ask('insights:accept', { ...given, basis: 'another' });
    expect(stale).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const blank = await person.ask('insights:accept', { ...given, basis, reason: '  ' });
    expect(blank).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    const nowhere = await person.ask('insights:accept', { ...given, basis, stackId: 'none' });
    expect(nowhere).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('a rule', () => {
  it('finds nothing while it is off, in no stack, and speaks again when it is on', async () => {
    const person = aPerson();
    const stackId = await person.stackOf('google-analytics', 'mailchimp');
    await person.call('insights:set-rule', { ruleId: 'consent', isOn: false });
    const off = await person.again();
    const { findings, rules } = await off.call('insights:health', { stackId });
    expect(findings.map((finding) => finding.ruleId)).not.toContain('consent');
    expect(rules.find(({ id }) => id === 'consent')).toMatchObject({ isOn: false, findings: 0 });
    await off.call('insights:set-rule', { ruleId: 'consent', isOn: true });
    expect(await findingOf(off, stackId, 'consent')).toBeDefined();
  });

  it('takes another threshold and its standard back, and refuses what makes no sense', async () => {
    const { call, ask } = aPerson();
    const { stack } = await call('stacks:create', { name: 'Ours' });
    const share = async () => {
      const { rules } = await call('insights:health', { stackId: stack.id });
      return rules
        .find(({ id }) => id === 'one-vendor')
        ?.thresholds.find(({ id }) => id === 'share');
    };
    const set = (thresholds: Record<string, number | null>) =>
      ask('insights:set-rule', { ruleId: 'one-vendor', thresholds });
    const standard = (await share())!.standard;
    await set({ share: 0.6 });
    expect(await share()).toMatchObject({ value: 0.6, standard });
    expect(await set({ share: 1.5 })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: expect.stringContaining('100%') as string },
    });
    expect(await set({ products: 2.5 })).toMatchObject({ ok: false });
    expect(await set({ nothing: 1 })).toMatchObject({ ok: false });
    expect(await ask('insights:set-rule', { ruleId: 'nothing', isOn: false })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await share()).toMatchObject({ value: 0.6 });
    await set({ share: null });
    expect(await share()).toMatchObject({ value: standard });
  });
});

describe('the smallest stack', () => {
  it('covers what its products are made for, until somebody says what it needs', async () => {
    const person = aPerson();
    const stackId = await person.stackOf('hubspot', 'mailchimp', 'shopify');
    const first = await person.call('insights:smallest', { stackId });
    expect(first).toMatchObject({ isChosen: false, isExact: true, missing: [] });
    expect([...first.required].sort()).toEqual(
      [...new Set(first.products.map(({ categoryId }) => categoryId))].sort(),
    );

    await person.call('insights:set-needs', { stackId, categories: ['crm', 'pr', 'crm'] });
    const chosen = await person.again().call('insights:smallest', { stackId });
    expect(chosen).toMatchObject({ isChosen: true, required: ['crm', 'pr'], missing: ['pr'] });
    expect(chosen.kept.map((place) => chosen.products[place]?.id)).toEqual(['hubspot']);
  });

  it('goes by the costs that are entered, and by the main categories again when asked', async () => {
    const { call, ask, stackOf } = aPerson();
    const stackId = await stackOf('hubspot', 'pipedrive');
    const set = (id: string, yearlyCost: number) =>
      call('stacks:apply', {
        stackId,
        command: { type: 'edit-nodes', nodeIds: [`n-${id}`], change: { yearlyCost } },
      });
    await call('insights:set-needs', { stackId, categories: ['crm'] });
    for (const [dear, cheap] of [
      ['hubspot', 'pipedrive'],
      ['pipedrive', 'hubspot'],
    ] as const) {
      await set(dear, 900);
      await set(cheap, 10);
      const { kept, products, weight } = await call('insights:smallest', {
        stackId,
        objective: 'cost',
      });
      expect(kept.map((place) => products[place]?.id)).toEqual([cheap]);
      expect(weight).toBeCloseTo(10, 2);
    }
    await call('insights:set-needs', { stackId, categories: null });
    expect(await call('insights:smallest', { stackId })).toMatchObject({ isChosen: false });
    expect(await ask('insights:set-needs', { stackId: 'none', categories: ['crm'] })).toMatchObject(
      { ok: false, error: { code: 'not-found' } },
    );
  });
});

describe('the brief', () => {
  it('is a page that says what the other answers say, with evidence for every figure', async () => {
    const { call, stackOf } = aPerson();
    const stackId = await stackOf('google-analytics', 'segment', 'braze', 'shopify');
    const brief = await call('insights:brief', { stackId });
    const { findings } = await call('insights:health', { stackId });
    const words = brief.sections.flatMap(({ lines }) => lines.map(lineText)).join('\n');
    for (const { title } of findings.slice(0, 3)) expect(words).toContain(title);
    const { pairs } = await call('insights:matrix', { stackId });
    const direct = pairs.filter(({ relation }) => relation === 'direct');
    expect(brief.evidence.find(({ title }) => title.includes('directly'))?.items).toHaveLength(
      direct.length,
    );
  });

  it('can be taken away as Markdown and as a PDF whose first page holds all of it', async () => {
    const { call, stackOf } = aPerson();
    const stackId = await stackOf('google-analytics', 'segment', 'braze', 'shopify');
    const file = async (format: BriefFormat) => {
      const { base64, ...rest } = await call('insights:export-brief', { stackId, format });
      return { ...rest, bytes: Buffer.from(base64, 'base64') };
    };
    const markdown = await file('markdown');
    expect(markdown).toMatchObject({ fileName: 'Ours brief.md', mimeType: 'text/markdown' });
    expect(markdown.bytes.toString('utf8')).toMatch(/^# Ours\n/);

    const pdf = await file('pdf');
    expect(pdf).toMatchObject({ fileName: 'Ours brief.pdf', mimeType: 'application/pdf' });
    expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    if (!hasTool('pdftotext')) return;
    const path = join(tempFolder(), pdf.fileName);
    writeFileSync(path, pdf.bytes);
    const first = runTool('pdftotext', ['-f', '1', '-l', '1', '-layout', path, '-']);
    for (const title of ['Ours', 'Findings', 'Coverage', 'What this rests on']) {
      expect(first).toContain(title);
    }
  });
});

it('decisions about insights come to a workspace from before them, which keeps its stacks', () => {
  const folder = tempFolder();
  const old = new Database(join(folder, 'workspace.db'));
  migrate(
    old,
    migrations.filter(({ version }) => version < 9),
  );
  old.exec(
    "INSERT INTO stack (id, name, created_at, updated_at, revision, position) VALUES ('s', 'From before', '2026-01-01', '2026-01-01', 0, 0)",
  );
  old.close();
  const workspace = aWorkspace({ folder });
  const { insightChoices: choices } = workspace;
  expect(choices.accepted('s')).toEqual([]);
  expect(choices.rules()).toEqual({});
  expect(choices.needs('s')).toBeNull();
  workspace.write(() => choices.setNeeds('s', ['crm', 'email']));
  expect(choices.needs('s')).toEqual(['crm', 'email']);
});

it('a brief that nobody wants any more is ended between its parts', async () => {
  const services = createServices({
    catalogueFile: realCatalogue(),
    dataFolder: tempFolder(),
    host: 'cli',
    versions: {},
    emit: () => undefined,
    log: (error) => {
      throw error;
    },
  });
  onTestFinished(() => services.close());
  const { stack } = await services.handlers['stacks:create']({ name: 'Mine' }, callContext());
  const controller = new AbortController();
  const said: string[] = [];
  const progress = (message: string): void => {
    said.push(message);
    if (said.length === 2) controller.abort();
  };
  const asked = services.handlers['insights:brief'](
    { stackId: stack.id },
    { signal: controller.signal, progress },
  );
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  expect(said).toHaveLength(2);
});
