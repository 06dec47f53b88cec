import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../electron/store/workspace/migrations.ts';
import { createStackHistory } from '../../electron/services/stacks/stack-history.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import { createWorkshopHandlers } from '../../electron/services/workshop/workshop-handlers.ts';
import { writeStackFile } from '../../shared/exchange/stack-file.ts';
import { Refusal } from '../../shared/result.ts';
import { newStack } from '../../shared/stack/new-stack.ts';
import { StackNode } from '../../shared/stack/stack.ts';
import { itemTime } from '../../shared/workshop/agenda.ts';
import { emptyContent } from '../../shared/workshop/apply.ts';
import { stackAfter } from '../../shared/workshop/moves.ts';
import type { WorkshopCommandInput } from '../../shared/workshop/commands.ts';
import { callServices, type CallServices } from '../support/call-services.ts';
import { stackCommand } from '../support/stack-arbitraries.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aTerminal } from '../support/terminal.ts';
import { addStack, aWorkspace } from '../support/workspace.ts';

type Call = CallServices;

const placement = (productId: string) => ({
  ...{ id: `node-${productId}`, productId, name: productId, categoryId: 'crm' },
  groupId: 'social' as const,
});
const add = (call: Call, stackId: string, ...ids: string[]) =>
  call('stacks:apply', {
    stackId,
    command: { type: 'add-products', products: ids.map(placement) },
  });

async function aWorkshop(call: Call, ...ids: string[]) {
  const { stack } = await call('stacks:create', { name: 'Shop' });
  if (ids.length > 0) await add(call, stack.id, ...ids);
  const { id, beforeId } = await call('workshops:begin', {
    ...{ stackId: stack.id, name: 'Our workshop', people: 3 },
    agenda: [
      { title: 'Collect', minutes: 10 },
      { title: 'Decide', minutes: 5 },
    ],
  });
  const apply = (command: WorkshopCommandInput) => call('workshops:apply', { id, command });
  return { stackId: stack.id, id, beforeId, apply };
}
const option = (id: string) => ({ id, label: id.toUpperCase(), productId: null });
const aVote = (method: 'hands' | 'keys' | 'ballot'): WorkshopCommandInput => ({
  ...{ type: 'open-vote', voteId: 'v', question: 'Which?', method, budget: 2, people: 3 },
  ...{ isOnePerOption: false, options: [option('a'), option('b')] },
});

describe('a workshop', () => {
  it('is where it was after a restart, votes, lists and the timer included', async () => {
    const first = callServices();
    const { id, stackId, apply } = await aWorkshop(first.call, 'hubspot');
    await apply({ type: 'start-next' });
    await apply({ type: 'add-point', pointId: 'p', text: 'Ask legal' });
    await apply({
      ...{ type: 'add-decision', decisionId: 'd', what: 'Keep it', who: 'Ana' },
      ...{ due: '2026-12-01', productId: 'hubspot' },
    });
    await apply(aVote('keys'));
    await apply({ type: 'press-key', voteId: 'v', optionId: 'b' });
    const before = await first.call('workshops:get', { id });
    first.close();

    const { call } = callServices(first.folder);
    expect(await call('workshops:get', { id })).toEqual(before);
    expect(await call('workshops:list', { stackId })).toMatchObject([{ id, endedAt: null }]);
    expect(before.decisions[0]).toMatchObject({ product: { id: 'hubspot', name: 'HubSpot' } });
    const [item] = before.agenda;
    const start = Date.parse(item!.runningSince!);
    expect(itemTime(item!, start + 60_000)).toMatchObject({ phase: 'running', elapsedMs: 60_000 });
  });

  it('runs once at a time about a stack, and never without it', async () => {
    const { call } = callServices();
    const { stackId, id } = await aWorkshop(call);
    await expect(call('workshops:begin', { stackId, name: 'Second' })).rejects.toThrow('end it');
    await call('workshops:end', { id });
    await call('workshops:begin', { stackId, name: 'Second' });
    await expect(call('workshops:resume', { id })).rejects.toThrow('end it first');
    expect(await call('workshops:list', { stackId })).toMatchObject([
      { name: 'Second' },
      { name: 'Our workshop' },
    ]);
    await expect(call('workshops:begin', { stackId: 'none', name: 'x' })).rejects.toThrow(
      'no such',
    );
  });

  it('keeps the stack as a version at its beginning and its end, to be compared', async () => {
    const { call } = callServices();
    const { stackId, id, beforeId } = await aWorkshop(call, 'hubspot', 'segment');
    await add(call, stackId, 'braze');
    const { afterId } = await call('workshops:end', { id });
    const changes = await call('versions:compare', {
      from: { type: 'snapshot', id: beforeId },
      to: { type: 'snapshot', id: afterId! },
    });
    expect(changes).toMatchObject({
      from: 'Before Our workshop',
      to: 'After Our workshop',
      added: [{ id: 'braze' }],
    });
  });

  it('after its end takes corrections of what was written down, and nothing else', async () => {
    const { call } = callServices();
    const { id, apply } = await aWorkshop(call);
    await apply(aVote('ballot'));
    await apply({ type: 'cast-ballot', voteId: 'v', ballotId: 'one', dots: { a: 2 } });
    await apply({ type: 'cast-ballot', voteId: 'v', ballotId: 'two', dots: { b: 1 } });
    const ended = await call('workshops:end', { id });
    expect(ended.votes).toMatchObject([{ state: 'closed', counts: null }]);
    await expect(apply({ type: 'start-next' })).rejects.toThrow('has ended');
    await apply({ type: 'add-point', pointId: 'p', text: 'Forgotten' });
    const revealed = await apply({ type: 'reveal-vote', voteId: 'v' });
    expect(revealed.votes[0]!.counts).toEqual({ a: 2, b: 1 });
  });

  it('gives removed things back, and a deleted workshop as well', async () => {
    const { call } = callServices();
    const { id, stackId, apply } = await aWorkshop(call);
    await apply({ type: 'add-point', pointId: 'p', text: 'Ask legal' });
    await apply({ type: 'remove', list: 'points', id: 'p' });
    const back = await apply({ type: 'bring-back', list: 'points', id: 'p' });
    expect(back.points).toMatchObject([{ text: 'Ask legal', isRemoved: false }]);
    await call('workshops:delete', { id });
    expect(await call('workshops:list', { stackId })).toEqual([]);
    await expect(call('workshops:get', { id })).rejects.toThrow('deleted');
    await call('workshops:undelete', { id });
    expect(await call('workshops:get', { id })).toMatchObject({ name: 'Our workshop' });
  });

  it('begins with what the last one carried over, and with nothing else of it', async () => {
    const { call } = callServices();
    const { id, stackId, apply } = await aWorkshop(call);
    for (const [pointId, state] of [
      ['one', 'carried'],
      ['two', 'done'],
      ['three', 'open'],
      ['four', 'carried'],
    ] as const) {
      await apply({ type: 'add-point', pointId, text: `Point ${pointId}` });
      await apply({ type: 'edit-point', pointId, state });
    }
    await apply({ type: 'remove', list: 'points', id: 'four' });
    await call('workshops:end', { id });
    const next = await call('workshops:begin', { stackId, name: 'Second' });
    expect(next.points).toMatchObject([{ text: 'Point one', state: 'open' }]);
    expect(next.agenda).toEqual([]);
  });

  it('keeps its minutes when the versions that it took are deleted', async () => {
    const { call } = callServices();
    const { id, stackId, beforeId } = await aWorkshop(call);
    await add(call, stackId, 'braze');
    const { afterId } = await call('workshops:end', { id });
    await call('versions:delete', { id: beforeId });
    await call('versions:delete', { id: afterId! });
    expect((await call('workshops:minutes', { id })).markdown).toContain('### Added\n\n- Braze');
  });

  it('changes nothing of the stack, nor of what undo would take back', async () => {
    const { call } = callServices();
    const { stackId, apply } = await aWorkshop(call, 'hubspot');
    const before = await call('stacks:get', { id: stackId });
    await apply(aVote('hands'));
    await apply({ type: 'count-hands', voteId: 'v', optionId: 'a', dots: 3 });
    await apply({ type: 'reveal-vote', voteId: 'v' });
    expect(await call('stacks:get', { id: stackId })).toEqual(before);
  });

  it('refuses what the budget does not allow, and is as it was then', async () => {
    const { call } = callServices();
    const { id, apply } = await aWorkshop(call);
    await apply(aVote('ballot'));
    const before = await call('workshops:get', { id });
    const ballot = { type: 'cast-ballot' as const, voteId: 'v', ballotId: 'x', dots: { a: 3 } };
    await expect(apply(ballot)).rejects.toThrow('You have 2 dots');
    expect(await call('workshops:get', { id })).toEqual(before);
  });

  it('whose row is damaged says so, and leaves the others alone', async () => {
    const first = callServices();
    const { id, stackId } = await aWorkshop(first.call);
    first.close();
    const db = new Database(join(first.folder, 'workspace.db'));
    db.prepare("UPDATE workshop SET content = '{}' WHERE id = ?").run(id);
    db.close();
    const { call } = callServices(first.folder);
    await expect(call('workshops:get', { id })).rejects.toThrow('damaged');
    expect(await call('workshops:list', { stackId })).toHaveLength(1);
    expect((await call('stacks:get', { id: stackId })).stack.name).toBe('Shop');
  });
});

it('keeps what is about products of endless names, and can be read again', async () => {
  const { call } = callServices();
  const stack = newStack('s', 'Shop');
  const node = StackNode.parse({
    ...{ ...placement('hostile-1'), name: 'W<'.repeat(10_000) },
    ...{ laneId: null, x: 0, y: 0 },
  });
  const file = Buffer.from(writeStackFile({ ...stack, nodes: { [node.id]: node } }));
  const imported = await call('exchange:import-stack', {
    ...{ fileName: 'a.json', base64: file.toString('base64'), keepUnknown: true },
  });
  const { id } = await call('workshops:begin', { stackId: imported.stack.id, name: 'One' });
  await call('workshops:apply', {
    id,
    command: {
      ...{ type: 'add-decision', decisionId: 'd', what: 'x', who: '', due: null },
      productId: 'hostile-1',
    },
  });
  for (const { key } of await call('workshops:missing', { id })) {
    await call('workshops:answer', { id, key, answer: 'needed' });
  }
  const { decisions } = await call('workshops:get', { id });
  expect(decisions.length).toBeGreaterThan(3);
  expect(decisions[0]?.product?.name).toHaveLength(500);
  expect((await call('workshops:minutes', { id })).markdown).not.toMatch(/(?<!\\)</);
});

describe('the steps of a workshop', () => {
  it('lead to the stack as it is stored, whatever is done, undone and redone', () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: stackCommand },
      { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 8 }),
        fc.array(step, { minLength: 1, maxLength: 20 }),
        (earlier, during) => {
          const workspace = openWorkspace({ folder: tempFolder() });
          try {
            addStack(workspace, 's');
            const history = createStackHistory(workspace, () => new Date());
            const take = (each: (typeof during)[number]): void => {
              try {
                if (typeof each === 'string') history[each]('s');
                else history.apply('s', each);
              } catch (error) {
                if (!(error instanceof Refusal)) throw error;
              }
            };
            earlier.forEach(take);
            const start = history.state('s').stack;
            workspace.write(() =>
              workspace.workshops.add({
                ...{ id: 'w', stackId: 's', name: 'W', startedAt: '2026', endedAt: null },
                ...{ revision: 1, beforeId: 'b', afterId: null, content: emptyContent(1) },
              }),
            );
            during.forEach(take);
            const moves = workspace.workshops.moves('w');
            expect(stackAfter(start, moves, moves.length)).toEqual(history.state('s').stack);
          } finally {
            workspace.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are kept as they happened, undoing included, whatever becomes of the stack’s own log', async () => {
    const { call } = callServices();
    const { stackId, id } = await aWorkshop(call, 'hubspot');
    await add(call, stackId, 'segment');
    await call('stacks:undo', { stackId });
    await call('stacks:undo', { stackId });
    await add(call, stackId, 'braze');
    const moves = await call('workshops:moves', { id });
    expect(moves.map(({ products }) => products)).toEqual([2, 1, 0, 1]);
    expect(moves.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    const svg = async (seq: number) => (await call('workshops:picture', { id, seq })).svg;
    expect(await svg(0)).toContain('HubSpot');
    expect(await svg(1)).toContain('Segment');
    expect(await svg(4)).not.toContain('HubSpot');
    expect(await svg(4)).toContain('Braze');
  });

  it('end with the workshop, and go on with what was changed in between as one', async () => {
    const { call } = callServices();
    const { stackId, id } = await aWorkshop(call);
    await add(call, stackId, 'hubspot');
    await call('workshops:end', { id });
    await add(call, stackId, 'segment', 'braze');
    await call('stacks:apply', { stackId, command: { type: 'rename-stack', name: 'New name' } });
    expect(await call('workshops:moves', { id })).toHaveLength(1);
    await call('workshops:resume', { id });
    await add(call, stackId, 'snowflake');
    const moves = await call('workshops:moves', { id });
    expect(moves.map(({ products }) => products)).toEqual([1, 3, 4]);
    const { svg } = await call('workshops:picture', { id, seq: 3 });
    for (const name of ['HubSpot', 'Segment', 'Braze', 'Snowflake', 'New name']) {
      expect(svg).toContain(name);
    }
  });
});

describe('the round “What is missing?”', () => {
  it('asks what the checks find, and writes down, accepts or puts off what is answered', async () => {
    const { call } = callServices();
    const { id, stackId } = await aWorkshop(call, 'google-analytics', 'mailchimp');
    const questions = await call('workshops:missing', { id });
    const findings = (await call('insights:health', { stackId })).findings;
    expect(questions.filter(({ isFinding }) => isFinding)).toHaveLength(findings.length);
    const group = questions.find(({ key }) => key.startsWith('group '))!;
    const consent = questions.find(({ key }) => key.startsWith('finding consent '))!;
    const other = questions.find(({ key, isFinding }) => isFinding && key !== consent.key)!;

    await call('workshops:answer', { id, key: group.key, answer: 'needed', reason: 'Ana' });
    await call('workshops:answer', {
      id,
      key: consent.key,
      answer: 'not-needed',
      reason: 'Elsewhere',
    });
    const view = await call('workshops:answer', { id, key: other.key, answer: 'later' });
    expect(view.decisions).toMatchObject([{ who: 'Ana' }]);
    expect(view.points).toMatchObject([{ text: other.title, state: 'open' }]);
    const after = await call('insights:health', { stackId });
    expect(after.accepted).toMatchObject([
      { ruleId: 'consent', acceptance: { reason: 'Elsewhere' } },
    ]);
    const asked = await call('workshops:missing', { id });
    expect(asked.find(({ key }) => key === consent.key)?.answered?.answer).toBe('not-needed');

    // Another answer takes the place of the first, with what came of it.
    await call('workshops:answer', { id, key: consent.key, answer: 'later' });
    expect((await call('insights:health', { stackId })).accepted).toEqual([]);
    const taken = await call('workshops:answer', { id, key: group.key, answer: null });
    expect(taken.decisions.filter(({ isRemoved }) => !isRemoved)).toEqual([]);
    await expect(
      call('workshops:answer', { id, key: 'finding gone x', answer: 'later' }),
    ).rejects.toThrow('Look at the round again');
  });
});

describe('what other windows hear', () => {
  it('is every change once, with the revision it leads to', () => {
    const workspace = aWorkspace({ folder: tempFolder() });
    addStack(workspace, 's');
    const heard: unknown[] = [];
    const none = () => {
      throw new Error('not asked');
    };
    const handlers = createWorkshopHandlers({
      workspace,
      catalogue: { rows: () => [] } as never,
      taxonomy: () => [],
      stackState: (id) => ({ stack: workspace.stacks.find(id)!.stack }),
      insights: { 'insights:health': none, 'insights:coverage': none },
      emit: (name, payload) => {
        if (name === 'workshops:changed') heard.push(payload);
      },
    });
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const begin = { stackId: 's', name: 'One', people: 3, agenda: [] };
    const begun = handlers['workshops:begin'](begin, context) as { id: string };
    const command = { type: 'set-people' as const, people: 7 };
    void handlers['workshops:apply']({ id: begun.id, command }, context);
    const refused = { type: 'pause' as const };
    expect(() =>
      handlers['workshops:apply']({ id: begun.id, command: refused }, context),
    ).toThrow();
    expect(heard).toEqual([
      { stackId: 's', workshopId: begun.id, revision: 1 },
      { stackId: 's', workshopId: begun.id, revision: 2 },
    ]);
  });
});

it('workshops come to a workspace from before them, which keeps its stacks and versions', () => {
  const folder = tempFolder();
  const old = new Database(join(folder, 'workspace.db'));
  migrate(
    old,
    migrations.filter(({ version }) => version < 11),
  );
  old.exec(`
    INSERT INTO stack (id, name, created_at, updated_at, revision, position)
    VALUES ('s', 'From before', '2026-01-01', '2026-01-01', 0, 0);
    INSERT INTO stack_snapshot
      (id, stack_id, name, is_automatic, created_at, products, connections, content)
    VALUES ('v', 's', 'As is', 0, '2026-01-01', 0, 0, '{}')`);
  old.close();
  const workspace = aWorkspace({ folder });
  expect(workspace.workshops.list('s')).toEqual([]);
  expect(workspace.stacks.find('s')?.stack.name).toBe('From before');
  expect(workspace.snapshots.list('s')).toMatchObject([{ name: 'As is' }]);
});

it('workshops and their minutes are there on the command line', async () => {
  const services = callServices();
  const { stack } = await services.call('stacks:create', { name: 'Shop' });
  const cli = aTerminal(services.folder);
  expect(await cli('workshop', 'list', 'Shop')).toContain('no workshop');
  await expect(cli('workshop', 'minutes', 'Shop')).rejects.toThrow(/no workshop/);
  const begin = { stackId: stack.id, name: 'First <b>one</b>', people: 3 };
  const { id } = await services.call('workshops:begin', begin);
  // Written by another process, as while the window is open.
  await cli('stack', 'add', 'Shop', 'braze');
  await services.call('workshops:end', { id });

  const list = JSON.parse(await cli('workshop', 'list', 'Shop', '--json')) as { id: string }[];
  expect(list).toMatchObject([{ id, name: 'First <b>one</b>' }]);
  const text = await cli('workshop', 'minutes', 'Shop');
  expect(text).toContain('# First \\<b\\>one');
  expect(text).toMatch(/### Added\n\n- Braze[\s\S]*- Added Braze/);
  const json = JSON.parse(await cli('workshop', 'minutes', 'Shop', '--json')) as object;
  expect(json).toMatchObject({ workshop: { id }, title: 'First <b>one</b>' });
  const file = join(tempFolder(), 'minutes.html');
  await cli('workshop', 'minutes', 'Shop', '--workshop', id, '--format', 'html', '--out', file);
  expect(readFileSync(file, 'utf8')).toContain('<h1>First &lt;b&gt;one');
});
