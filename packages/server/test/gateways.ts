import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '@xiaoer/host';
import { createEntry } from '../src/gateways/entry.ts';
import { createHttpGateway } from '../src/gateways/http-gateway.ts';
import { createWebSocketGateway } from '../src/gateways/websocket.ts';
import { createHttpHandler } from '../src/http-handler.ts';
import { createOrigins } from '../src/identity/origins.ts';

/** All gateways on a port of their own, before any host. There are no agents. */
export async function openGateways(host: Pick<Host, 'connect'>, patienceMs: number) {
  const now = () => performance.now();
  const origins = createOrigins({ host: '127.0.0.1', listed: [] });
  const entry = createEntry({
    agents: { add: () => Promise.reject(), enter: async () => undefined, find: () => undefined, groupsOf: () => [] },
    origins,
    limits: { perMinute: 6_000, burst: 6_000, pending: 6_000 },
    mostLinks: 100,
    addressOf: () => '127.0.0.1',
    now,
  });
  const requests = createHttpGateway({ host, entry, allows: origins.allows, now, patienceMs });
  const handle = createHttpHandler([requests.route], origins, () => undefined);
  const sockets = createWebSocketGateway({ host, entry, now });
  const server = createServer((request, response) => void handle(request, response));
  server.on('upgrade', sockets.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    /** Links that hold a place. */
    links: entry.count,
    async close() {
      await sockets.close(0);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
