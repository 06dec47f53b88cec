import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallContext } from '../../../shared/contract/contract.ts';
import { fail, Refusal, type Result } from '../../../shared/result.ts';
import { createServices } from '../../services/create-services.ts';
import { securityHeaders } from '../content-security-policy.ts';
import { createLog } from '../log-file.ts';
import { createRouter } from '../router.ts';
import { createAccess, type Access } from './access.ts';
import { createEventSockets } from './event-sockets.ts';
import { readBody } from './read-body.ts';
import { readStaticFile } from './static-files.ts';

export interface BrowserHostOptions {
  readonly catalogueFile: string;
  readonly dataFolder: string;
  /** Folder of the built page. */
  readonly rendererFolder: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly versions?: Readonly<Record<string, string>>;
  readonly openExternal?: (url: string) => Promise<void>;
  readonly log?: (error: unknown) => void;
}

export interface BrowserHost {
  /** What a person opens: carries the secret of this run, which the server swaps for a cookie. */
  readonly address: string;
  readonly port: number;
  /** The same for a command line, where others can read it: lets one browser in, once. */
  addressForOneUse(): string;
  close(): Promise<void>;
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

function answerResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.end(JSON.stringify(result));
}

interface Call {
  readonly input: unknown;
  readonly requestId: string;
}

function parseCall(text: string): Call | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { input, requestId } = value as Record<string, unknown>;
    return { input, requestId: typeof requestId === 'string' ? requestId.slice(0, 100) : '' };
  } catch {
    return null;
  }
}

/**
 * The services behind a server on 127.0.0.1, and the page for the browser.
 * @throws Refusal where the workspace or the catalogue cannot be opened or the port is taken
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { dataFolder, rendererFolder, openExternal } = options;
  const log = options.log ?? createLog(dataFolder);
  const events = createEventSockets();
  const services = createServices({
    catalogueFile: options.catalogueFile,
    dataFolder,
    host: 'browser',
    versions: { node: process.versions.node, ...options.versions },
    emit: events.emit,
    log,
    ...(openExternal ? { openExternal } : {}),
  });
  const router = createRouter(services.handlers, log);
  let access: Access;

  async function call(
    request: IncomingMessage,
    response: ServerResponse,
    channel: string,
  ): Promise<void> {
    if (request.method !== 'POST') return answer(response, 405, 'Calls are made by POST.');
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
      return answerResult(response, 415, fail('invalid-input', 'A call is made in JSON.'));
    }
    const body = await readBody(request);
    if (body === null) {
      return answerResult(response, 413, fail('too-large', 'That is more than 30 MB at once.'));
    }
    const parsed = parseCall(body);
    if (!parsed) {
      return answerResult(response, 400, fail('invalid-input', 'A call is made in JSON.'));
    }
    const { input, requestId } = parsed;
    const controller = new AbortController();
    // The page cancels by closing the request.
    response.on('close', () => controller.abort());
    const context: CallContext = {
      signal: controller.signal,
      progress: (message, fraction) =>
        events.emit('progress', { requestId, message, fraction: fraction ?? null }),
    };
    answerResult(response, 200, await router.call(channel, input, context));
  }

  async function page(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answer(response, 405, 'Pages are only read.');
    }
    const file = await readStaticFile(rendererFolder, url.pathname);
    if (!file) return answer(response, 404, 'There is no such page.');
    response.writeHead(200, {
      ...securityHeaders,
      'Content-Type': file.contentType,
      'Content-Length': file.body.length,
      'Cache-Control': 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/';
    // Not resolved against the base: an absolute or "//host" target would change the host.
    if (!target.startsWith('/') || target.startsWith('//')) {
      return answer(response, 400, 'That is no path.');
    }
    const url = new URL(`http://127.0.0.1${target}`);
    const isCall = url.pathname.startsWith('/api/');
    if (url.pathname === '/' && url.searchParams.has('key') && access.isOurHost(request)) {
      if (!access.admits(url.searchParams.get('key'))) {
        return answer(
          response,
          403,
          'This address does not, or no longer, open Stackscape; open the one it printed.',
        );
      }
      response.writeHead(303, {
        ...securityHeaders,
        Location: '/',
        'Set-Cookie': access.cookie,
        'Cache-Control': 'no-store',
      });
      return void response.end();
    }
    const refusal = access.refusal(request, { needsOrigin: isCall });
    if (refusal !== null) {
      request.resume();
      if (isCall) return answerResult(response, 403, fail('forbidden', refusal));
      return answer(response, 403, refusal);
    }
    if (isCall) return call(request, response, url.pathname.slice('/api/'.length));
    return page(request, response, url);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A page that goes away while it sends is no fault.
      if (!request.destroyed && !response.destroyed) log(error);
      if (response.headersSent) response.destroy();
      else answer(response, 500, 'Something went wrong; the log has the details.');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const isEvents = request.url === '/events';
    if (!isEvents || access.refusal(request, { needsOrigin: true }) !== null) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    events.accept(request, socket, head);
  });

  try {
    const port = await listen(server, options.port ?? 0);
    access = createAccess(port);
    return {
      address: access.address,
      port,
      addressForOneUse: () => access.addressForOneUse(),
      async close() {
        events.close();
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        });
        services.close();
      },
    };
  } catch (error) {
    services.close();
    throw error;
  }
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        taken
          ? new Refusal('conflict', `Port ${port} is taken or not allowed; choose another one.`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
