import { type IncomingMessage, STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { LIMITS } from '@xiaoer/core/protocol';
import type { Host, SessionLink } from '@xiaoer/host';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type Entry, type Guest, isRefusal, type Refusal } from './entry.ts';

/** Milliseconds within which a link says its first word. */
const FIRST_FRAME_MS = 10_000;

/** What the gateway is made of. */
export interface WebSocketGatewayOptions {
  readonly host: Pick<Host, 'connect'>;
  readonly entry: Entry;
  readonly now: () => number;
}

function refuse(socket: Duplex, { status, text, retryAfter }: Refusal): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...(retryAfter === undefined ? [] : [`Retry-After: ${retryAfter}`]),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
}

/**
 * WebSockets on two routes: `/ws` for shoppers, `/desk/ws` for agents, who come with the desk's cookie and from our own
 * page. Without compression: it costs far more memory and time than it saves on frames of this size (ENGINE.md §3).
 */
export function createWebSocketGateway(options: WebSocketGatewayOptions) {
  const { host, entry } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LIMITS.frameBytes,
    clientTracking: false,
  });
  const open = new Set<WebSocket>();

  function serve(socket: WebSocket, { principal, admission, leave }: Guest): void {
    open.add(socket);
    const silence = setTimeout(() => socket.close(1008, 'no hello'), FIRST_FRAME_MS);
    const link: SessionLink = {
      role: principal ? 'agent' : 'shopper',
      principal,
      send(frame) {
        if (socket.readyState === socket.OPEN) socket.send(frame);
      },
      close: (code, reason) => socket.close(code, reason.slice(0, 120)),
      buffered: () => socket.bufferedAmount,
      speaks: (who) => admission?.speaks(who) ?? 0,
    };
    const session = host.connect(link);
    socket.on('message', (data: RawData, isBinary: boolean) => {
      clearTimeout(silence);
      if (isBinary) socket.close(1003, 'frames are text');
      else session.receive(data.toString());
    });
    socket.on('close', () => {
      clearTimeout(silence);
      open.delete(socket);
      leave();
      session.closed();
    });
    // The library closes with the right code by itself (1009 for an oversized frame); the error is not ours to tell.
    socket.on('error', () => undefined);
  }

  return {
    /** Takes an upgrade request of the http server. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      socket.on('error', () => socket.destroy());
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      const forAgents = path === '/desk/ws';
      if (path !== '/ws' && !forAgents) {
        refuse(socket, { status: 404, text: 'There is no such place.' });
        return;
      }
      const guest = entry.enter(request, forAgents);
      if (isRefusal(guest)) {
        refuse(socket, guest);
        return;
      }
      if (socket instanceof Socket) socket.setNoDelay(true);
      let upgraded = false;
      socket.once('close', () => {
        if (!upgraded) guest.leave();
      });
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        upgraded = true;
        serve(webSocket, guest);
      });
    },
    /** Waits until the links that were told to close have taken their last frames, but not long; then ends them. */
    async close(graceMs: number): Promise<void> {
      const end = options.now() + graceMs;
      while (open.size > 0 && options.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
      for (const socket of open) socket.terminate();
    },
  };
}
