import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { LIMITS, type Participant } from '@xiaoer/core/protocol';
import type { Host, SessionLink } from '@xiaoer/host';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { agentOf } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import type { Origins } from '../identity/origins.ts';
import { type Admission, type ConnectLimits, createAddressLimits } from './address-limits.ts';

/** Milliseconds within which a link says its first word. */
const FIRST_FRAME_MS = 10_000;

/** What the gateway is made of. */
export interface WebSocketGatewayOptions {
  readonly host: Pick<Host, 'connect'>;
  readonly agents: Agents;
  readonly origins: Origins;
  readonly limits: ConnectLimits;
  /** Links open at once, of everybody. */
  readonly mostLinks: number;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly now: () => number;
}

type Refusal = readonly [status: string, text: string, header?: string];

function refuse(socket: Duplex, [status, text, header]: Refusal): void {
  const lines = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...(header === undefined ? [] : [header]),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
}

/**
 * WebSockets on two routes: `/ws` for shoppers, `/desk/ws` for agents, who come with the desk's cookie and from our own
 * page. Without compression: it costs far more memory and time than it saves on frames of this size (ENGINE.md §3).
 */
export function createWebSocketGateway(options: WebSocketGatewayOptions) {
  const { host, agents, origins } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LIMITS.frameBytes,
    clientTracking: false,
  });
  const addresses = createAddressLimits(options.limits, options.now);
  const open = new Set<WebSocket>();

  function serve(socket: WebSocket, principal: Participant | undefined, admission: Admission | undefined): void {
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
      admission?.closed();
      session.closed();
    });
    // The library closes with the right code by itself (1009 for an oversized frame); the error is not ours to tell.
    socket.on('error', () => undefined);
  }

  /** Why nobody may connect this way, whoever it is. */
  function refusal(request: IncomingMessage, path: string, forAgents: boolean): Refusal | undefined {
    if (path !== '/ws' && !forAgents) return ['404 Not Found', 'There is no such place.'];
    const { origin } = request.headers;
    const allowed = forAgents ? origins.isOwn(request) : origin === undefined || origins.allows(request);
    if (!allowed) return ['403 Forbidden', 'This origin is not allowed; add it to ORIGINS, or set PUBLIC_URL.'];
    if (open.size >= options.mostLinks) return ['503 Service Unavailable', 'The house is full.', 'Retry-After: 10'];
    return undefined;
  }

  return {
    /** Takes an upgrade request of the http server. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      socket.on('error', () => socket.destroy());
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      const forAgents = path === '/desk/ws';
      const problem = refusal(request, path, forAgents);
      if (problem) {
        refuse(socket, problem);
        return;
      }
      const principal = forAgents ? agentOf(request, agents) : undefined;
      if (forAgents && !principal) {
        refuse(socket, ['401 Unauthorized', 'Come in by a one-time link: npm run agent -- add NAME']);
        return;
      }
      const admission = forAgents ? undefined : addresses.admit(options.addressOf(request));
      if (!forAgents && !admission) {
        refuse(socket, ['429 Too Many Requests', 'Too many connections from this address.', 'Retry-After: 10']);
        return;
      }
      if (socket instanceof Socket) socket.setNoDelay(true);
      let upgraded = false;
      socket.once('close', () => {
        if (!upgraded) admission?.closed();
      });
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        upgraded = true;
        serve(webSocket, principal, admission);
      });
    },
    /** Waits until the links that were told to close have taken their last frames, but not long; then ends them. */
    async close(graceMs: number): Promise<void> {
      const end = options.now() + graceMs;
      while (open.size > 0 && options.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
      for (const socket of open) socket.terminate();
    },
    count: () => open.size,
  };
}
