import { browserEnv, createClient, idbStore, websocketTransport } from '@xiaoer/core';
import type { MakeClient } from './session.ts';

/** The client of a browser: a WebSocket to the server's `/ws`, and IndexedDB where something may be kept. */
export const makeClient: MakeClient = ({ shop, server, locale, store, resume }) =>
  createClient({
    shop,
    transport: websocketTransport(`${server.replace(/^http/, 'ws')}/ws`, WebSocket),
    env: browserEnv(),
    openStore: store ? idbStore : undefined,
    resume,
    locale,
  });
