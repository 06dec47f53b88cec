import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { EmitEvent } from '../../../shared/contract/contract.ts';

/** Every open page hears every event; which ones concern it, it knows best. */
export function createEventSockets() {
  // Pages only listen: nothing they could send is longer than a ping.
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 });

  const emit: EmitEvent = (event, payload) => {
    const message = JSON.stringify({ event, payload });
    for (const socket of server.clients) {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    }
  };

  return {
    emit,
    accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      server.handleUpgrade(request, socket, head, (page) => {
        // A page that goes away mid-frame is no event of ours.
        page.on('error', () => page.terminate());
      });
    },
    close(): void {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
