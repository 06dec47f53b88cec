import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CallInput, Output } from '../../shared/contract/contract.ts';
import type { Channel } from '../../shared/contract/channels.ts';
import type { Result } from '../../shared/result.ts';
import { round, spread, type BenchContext, type BenchModule } from './bench.ts';

const STARTS = 5;
const MEGABYTE = 1024 * 1024;

type Call = <C extends Channel>(channel: C, input: CallInput<C>) => Promise<Output<C>>;

interface RunningHost {
  readonly call: Call;
  readonly memory: () => Promise<NodeJS.MemoryUsage>;
  readonly stop: () => Promise<void>;
}

/** The process that people start: how soon it answers, and what it weighs after some work. */
export const hostBench: BenchModule = {
  name: 'host',
  about: 'start of the browser host until it lists products, and its memory after some work',
  async run(context) {
    const starts: number[] = [];
    let size = 0;
    for (let round = 0; round < STARTS; round++) {
      const began = performance.now();
      const host = await startHost(context, `data-${round}`);
      size = (await host.call('catalogue:query', {})).total;
      starts.push(performance.now() - began);
      if (round === STARTS - 1) await weigh(context, host, size);
      await host.stop();
    }
    context.report({ name: 'cold start', size, unit: 'ms', runs: STARTS, ...spread(starts) });
  },
};

async function weigh({ report }: BenchContext, host: RunningHost, size: number): Promise<void> {
  for (const text of ['h', 'hu', 'hub', 'hubspto', 'googel analytics', 'crm', 'email marketing']) {
    await host.call('catalogue:query', { text });
    await host.call('catalogue:search', { text });
  }
  for (const sort of ['name', 'integrations', 'sources'] as const) {
    for (let offset = 0; offset < size; offset += 500) {
      await host.call('catalogue:query', { sort, offset, limit: 500 });
    }
  }
  const { rows } = await host.call('catalogue:query', { sort: 'integrations', limit: 200 });
  const ids = rows.map((row) => row.id);
  await host.call('graph:between', { ids });
  for (const id of ids.slice(0, 50)) {
    await host.call('catalogue:product', { id });
    await host.call('catalogue:alternatives', { id });
    await host.call('graph:neighbourhood', { id });
  }
  const { rss, heapUsed, external } = await host.memory();
  report({
    name: 'memory',
    size,
    unit: 'MB',
    rss: round(rss / MEGABYTE),
    heapUsed: round(heapUsed / MEGABYTE),
    external: round(external / MEGABYTE),
  });
}

async function startHost({ catalogue, folder }: BenchContext, data: string): Promise<RunningHost> {
  const script = fileURLToPath(new URL('host-process.ts', import.meta.url));
  const page = fileURLToPath(new URL('../../dist/renderer', import.meta.url));
  const child = spawn(process.execPath, [script, catalogue, join(folder, data), page], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the host has gone away');
    return value as string;
  };
  const address = new URL(await nextLine());
  const opened = await fetch(address, { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
  return {
    async call(channel, input) {
      const response = await fetch(new URL(`/api/${channel}`, address.origin), {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, origin: address.origin },
        body: JSON.stringify({ input, requestId: 'bench' }),
      });
      const result = (await response.json()) as Result<never>;
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    },
    async memory() {
      child.stdin.write('memory\n');
      return JSON.parse(await nextLine()) as NodeJS.MemoryUsage;
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      await gone;
    },
  };
}
