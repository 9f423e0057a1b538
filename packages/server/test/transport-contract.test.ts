import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeEnv } from '@xiaoer/core/env/node';
import { type FarEnd, type TransportPlace, transportContract } from '@xiaoer/core/testing';
import { eventStreamTransport, longPollTransport, type Transport, websocketTransport } from '@xiaoer/core/transports';
import type { SessionLink } from '@xiaoer/host';
import { describe, test } from 'vitest';
import WebSocket from 'ws';
import { createEntry } from '../src/gateways/entry.ts';
import { createHttpGateway } from '../src/gateways/http-gateway.ts';
import { createWebSocketGateway } from '../src/gateways/websocket.ts';
import { createHttpHandler } from '../src/http-handler.ts';
import { createOrigins } from '../src/identity/origins.ts';

/** Both gateways on a port of their own, before a host that only keeps what comes. */
async function openPlace(make: (port: number) => Transport): Promise<TransportPlace> {
  const far: FarEnd[] = [];
  const host = {
    connect(link: SessionLink) {
      const heard: string[] = [];
      let ended = false;
      far.push({
        send: link.send,
        end: () => link.close(1000, 'the test ends it'),
        heard,
        get ended() {
          return ended;
        },
      });
      return {
        receive: (frame: string) => void heard.push(frame),
        closed() {
          ended = true;
        },
      };
    },
  };
  const now = () => performance.now();
  const origins = createOrigins({ host: '127.0.0.1', listed: [] });
  const entry = createEntry({
    agents: { add: async () => Promise.reject(), enter: async () => undefined, find: () => undefined },
    origins,
    limits: { perMinute: 6_000, burst: 6_000, pending: 6_000 },
    mostLinks: 100,
    addressOf: () => '127.0.0.1',
    now,
  });
  const requests = createHttpGateway({ host, entry, allows: origins.allows, now, patienceMs: 300 });
  const handle = createHttpHandler([requests.route], origins, () => undefined);
  const server = createServer((request, response) => void handle(request, response));
  const sockets = createWebSocketGateway({ host, entry, now });
  server.on('upgrade', sockets.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    transport: make(port),
    // Port 9, "discard", is closed everywhere a test runs.
    nowhere: make(9),
    far,
    wait: () => new Promise((resolve) => setTimeout(resolve, 2)),
    async close() {
      await sockets.close(0);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const TRANSPORTS: Readonly<Record<string, (port: number) => Transport>> = {
  websocket: (port) => websocketTransport(`ws://127.0.0.1:${port}/ws`, WebSocket as never),
  'event stream': (port) => eventStreamTransport(`http://127.0.0.1:${port}/link`, globalThis),
  'long poll': (port) => longPollTransport(`http://127.0.0.1:${port}/link`, globalThis, nodeEnv()),
};

for (const [name, make] of Object.entries(TRANSPORTS))
  describe(name, () => {
    for (const { name: promise, run } of transportContract(() => openPlace(make))) test(promise, run);
  });
