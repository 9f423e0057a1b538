import { type Client, createClient, websocketTransport } from '@xiaoer/core';
import { createDeskClient, type DeskClient } from '@xiaoer/core/desk';
import { nodeEnv } from '@xiaoer/core/env/node';
import { WebSocket } from 'ws';
import type { Inn } from './inn.ts';

const socketAt = (inn: Pick<Inn, 'address'>, path: string): string => inn.address.replace(/^http/, 'ws') + path;

/** A shopper without a page: the same client as the widget's, over a real socket. */
export async function openNodeShopper(
  inn: Pick<Inn, 'address'>,
  { shop, token, locale = 'en' }: { readonly shop: string; readonly token?: string; readonly locale?: string },
): Promise<Client> {
  const client = createClient({
    shop,
    transport: websocketTransport(socketAt(inn, '/ws'), WebSocket),
    env: nodeEnv(),
    locale,
  });
  if (token !== undefined) await client.identify(async () => token);
  client.connect();
  return client;
}

/** An agent without a page, who came in by a one-time link. */
export async function openNodeAgent(inn: Pick<Inn, 'address'>, link: string, shop: string): Promise<DeskClient> {
  const entered = await fetch(link, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';', 1)[0];
  if (!cookie) throw new Error(`the link let nobody in: ${entered.status}`);
  const withCookie = class extends WebSocket {
    constructor(to: string) {
      super(to, { headers: { cookie, origin: inn.address } });
    }
  };
  const client = createDeskClient({
    shop,
    transport: websocketTransport(socketAt(inn, '/desk/ws'), withCookie),
    env: nodeEnv(),
  });
  client.connect();
  return client;
}
