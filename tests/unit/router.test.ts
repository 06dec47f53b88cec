import { describe, expect, it } from 'vitest';
import { createRouter } from '../../electron/hosts/router.ts';
import type { CallContext, Handlers } from '../../shared/contract/contract.ts';
import { MAX_IMPORT_BYTES } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/result.ts';

function aRouter(handlers: Partial<Handlers>) {
  const logged: unknown[] = [];
  const router = createRouter(handlers, (error) => logged.push(error));
  const controller = new AbortController();
  const context: CallContext = { signal: controller.signal, progress: () => undefined };
  return {
    logged,
    cancel: () => controller.abort(),
    call: (channel: string, input: unknown) => router.call(channel, input, context),
  };
}

describe('the router', () => {
  it('fills in defaults before a handler sees the input', async () => {
    const seen: unknown[] = [];
    const { call } = aRouter({
      'stacks:list': (input) => {
        seen.push(input);
        return [];
      },
    });
    expect(await call('stacks:list', {})).toEqual({ ok: true, value: [] });
    expect(seen).toEqual([{ deleted: false }]);
  });

  it('refuses input that does not fit, and no handler sees it', async () => {
    let calls = 0;
    const { call } = aRouter({
      'stacks:delete': () => {
        calls += 1;
        return {};
      },
    });
    for (const input of [undefined, null, {}, { id: 7 }, { id: '__proto__' }, 'id']) {
      expect(await call('stacks:delete', input)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    }
    expect(calls).toBe(0);
  });

  it.each(['stacks:destroy', 'toString', '__proto__', 'constructor', '', 'stacks:get'])(
    'refuses %j, which this host does not offer',
    async (channel) => {
      const { call } = aRouter({ 'stacks:list': () => [] });
      expect(await call(channel, { id: 'a' })).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    },
  );

  it('says of a file that is too large that it is too large', async () => {
    const { call } = aRouter({
      'exchange:import-stack': () => {
        throw new Error('never called');
      },
    });
    const base64 = 'A'.repeat(Math.ceil(MAX_IMPORT_BYTES / 3) * 4 + 4);
    const result = await call('exchange:import-stack', { fileName: 'a.json', base64 });
    expect(result).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it('passes on refusals with their code, sentence and details', async () => {
    const { call, logged } = aRouter({
      'app:info': () => {
        throw new Refusal('not-writable', 'The disk is full.', { folder: '/x' });
      },
    });
    expect(await call('app:info', {})).toEqual({
      ok: false,
      error: { code: 'not-writable', message: 'The disk is full.', details: { folder: '/x' } },
    });
    expect(logged).toEqual([]);
  });

  it('logs bugs, thrown or rejected, and keeps their details to itself', async () => {
    const bug = new Error('password 1234');
    const { call, logged } = aRouter({
      'app:info': () => {
        throw bug;
      },
      'backup:list': () => Promise.reject(bug),
    });
    for (const channel of ['app:info', 'backup:list']) {
      const result = await call(channel, {});
      expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
      expect(JSON.stringify(result)).not.toContain('1234');
    }
    expect(logged).toEqual([bug, bug]);
  });

  it('answers a call that is cancelled while it runs', async () => {
    const { call, cancel, logged } = aRouter({
      'backup:list': async (_input, { signal }) => {
        await new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        );
        return [];
      },
    });
    const answer = call('backup:list', {});
    cancel();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await call('backup:list', {})).toMatchObject({ error: { code: 'cancelled' } });
    expect(logged).toEqual([]);
  });
});
