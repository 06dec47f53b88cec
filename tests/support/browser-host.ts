import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Channel } from '../../shared/contract/channels.ts';
import type { CallInput, Output } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/result.ts';

/** A page as far as the host can tell: it was given the cookie and has the right origin. */
export interface Page {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Result<Output<C>>>;
}

/** Opens the printed address as a browser does. */
export async function openPage(address: string): Promise<Page> {
  const { origin } = new URL(address);
  const opened = await fetch(address, { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie, origin, 'content-type': 'application/json' };
  return {
    origin,
    headers,
    async call<C extends Channel>(channel: C, input: CallInput<C>) {
      const response = await fetch(`${origin}/api/${channel}`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ input, requestId: 'test' }),
      });
      return (await response.json()) as Result<Output<C>>;
    },
  };
}

const script = fileURLToPath(new URL('../../electron/hosts/browser/main.ts', import.meta.url));

export interface HostProcess {
  readonly child: ChildProcess;
  readonly address: string;
}

/**
 * The browser host in a process of its own.
 * @param limitKb largest file it may write, in KB: stands in for a full disk
 */
export async function spawnHost(
  folder: string,
  catalogue: string,
  limitKb?: number,
): Promise<HostProcess> {
  const command = [process.execPath, script, '--data', folder, '--catalogue', catalogue];
  const [file = '', ...parameters] =
    limitKb === undefined
      ? command
      : ['bash', '-c', 'ulimit -f "$0"; exec "$@"', String(limitKb), ...command];
  const child = spawn(file, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return { child, address };
  }
  throw new Error('the host ended before it printed its address');
}

export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}
