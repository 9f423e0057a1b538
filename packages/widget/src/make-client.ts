import { browserEnv, type Client, createClient, idbStore, websocketTransport } from '@xiaoer/core';
import type { AttachingClient, Attachments } from '@xiaoer/core/uploads';
import { laterTransport } from './in-page/later-transport.ts';
import type { MakeClient } from './session.ts';
import type { BareClient } from './state/bare-client.ts';

/** Attachments come with the second stage: until then the client only holds what they will need. */
const later: Attachments['shopper'] = (client: Client, ...inside) =>
  ({ ...client, inside }) satisfies BareClient as Client as AttachingClient;

/**
 * The client of a browser: a WebSocket to the server's `/ws`, or where the page names its knowledge a host in the page
 * itself; and IndexedDB where something may be kept.
 */
export const makeClient: MakeClient = (wanted) =>
  createClient({
    ...wanted,
    transport: wanted.knowledge
      ? laterTransport(wanted)
      : websocketTransport(`${wanted.server.replace(/^http/, 'ws')}/ws`, WebSocket),
    env: browserEnv(),
    openStore: wanted.store ? idbStore : undefined,
    attachments: { shopper: later } as Attachments,
  });
