import type { Host } from '@xiaoer/host';
import type { SqliteStore } from '../engines/sqlite-store.ts';
import { isReading, type Route, sendJson } from './route.ts';

/** `/health`: numbers and states, nothing of anybody. */
export const healthRoute =
  (about: {
    readonly host: Host;
    readonly store: SqliteStore;
    readonly version: string;
    readonly draining: () => boolean;
  }): Route =>
  (exchange) => {
    if (exchange.url.pathname !== '/health') return false;
    if (!isReading(exchange)) return true;
    const draining = about.draining();
    return sendJson(exchange, draining ? 503 : 200, {
      status: draining ? 'draining' : 'ok',
      version: about.version,
      uptime: Math.round(process.uptime()),
      epoch: about.store.epoch,
      synchronous: about.store.synchronous,
      ...about.host.stats(),
    });
  };
