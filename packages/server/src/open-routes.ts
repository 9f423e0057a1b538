import type { IncomingMessage } from 'node:http';
import type { Env } from '@xiaoer/core/env';
import { type Authenticate, createRate, type Host, type Log } from '@xiaoer/host';
import type { Config } from './config.ts';
import type { SqliteStore } from './engines/sqlite-store.ts';
import type { Agents } from './identity/agents.ts';
import type { Origins } from './identity/origins.ts';
import type { LateAssistant } from './late-assistant.ts';
import type { Privacy } from './open-privacy.ts';
import type { TaughtAssistant } from './open-taught-assistant.ts';
import { assetsRoute } from './routes/assets.ts';
import { createCallerOf } from './routes/caller.ts';
import { catalogueRoute } from './routes/catalogue.ts';
import { demoOrdersRoute } from './routes/demo-orders.ts';
import {
  deskAnswersRoute,
  deskEnterRoute,
  deskKeyRoute,
  deskOrdersRoute,
  deskRepliesRoute,
  deskRoute,
} from './routes/desk.ts';
import { deskDraftsRoute } from './routes/desk-drafts.ts';
import { filesRoute } from './routes/files.ts';
import { healthRoute } from './routes/health.ts';
import { picturesRoute } from './routes/pictures.ts';
import { playgroundRoute } from './routes/playground.ts';
import { productRoute } from './routes/product.ts';
import type { Route } from './routes/route.ts';
import { shoppersRoute } from './routes/shoppers.ts';
import { storefrontRoute } from './routes/storefront.ts';
import { suggestRoute } from './routes/suggest.ts';
import { ticketsRoute } from './routes/tickets.ts';
import { uploadsRoute } from './routes/uploads.ts';
import type { ShopFolder } from './shops/load-folder.ts';
import type { Shop } from './shops/shop.ts';
import type { Tickets } from './tickets/tickets.ts';
import type { FileLinks } from './uploads/file-links.ts';
import type { Uploads } from './uploads/uploads.ts';
import { VERSION } from './version.ts';

/** What the addresses of the house are made of. */
export interface RoutePorts {
  readonly config: Config;
  readonly env: Env;
  readonly store: SqliteStore;
  readonly log: Log;
  readonly folder: ShopFolder;
  readonly shop: Shop;
  readonly tickets: Tickets;
  readonly agents: Agents;
  readonly origins: Origins;
  readonly uploads: Uploads;
  readonly fileLinks: FileLinks;
  readonly host: Host;
  readonly privacy: Privacy;
  readonly authenticate: Authenticate;
  readonly assistant: LateAssistant;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly draining: () => boolean;
  /** Links over HTTP. */
  readonly links: Route;
  readonly notices: Route;
  /** What the assistant learned. */
  readonly taught: Route;
  readonly numbers: Route;
  readonly answers: TaughtAssistant['answers'];
  /** Signs the bundled shop's shoppers in, where it is there. */
  readonly demoSignIn: Route | undefined;
}

/** Every address that the house answers, in the order in which they are tried. */
export function openRoutes(ports: RoutePorts): readonly Route[] {
  const { config, env, store, log, folder, shop, tickets, agents, origins, uploads, fileLinks, host } = ports;
  const { privacy, authenticate, assistant, addressOf, draining, demoSignIn } = ports;
  const { audit, scope, erasures, collect } = privacy;
  const { places } = config;
  const { id } = shop;
  const callerOf = createCallerOf({ shop: id, authenticate, agents, log });
  return [
    ports.links,
    healthRoute({ host, store, version: VERSION, draining }),
    assetsRoute(places.assets),
    catalogueRoute(folder, demoSignIn !== undefined),
    productRoute(shop),
    picturesRoute(folder.directory),
    deskEnterRoute(agents, config.publicUrl?.startsWith('https:') ?? false),
    deskKeyRoute(agents),
    deskOrdersRoute(agents, scope, shop, audit),
    deskRepliesRoute(agents, folder),
    deskAnswersRoute(agents, folder.knowledge.shop, ports.answers),
    deskDraftsRoute(agents, log, scope, assistant.draft),
    ports.taught,
    ports.numbers,
    ticketsRoute({ tickets, agents, log, scope, audit, shop, currency: folder.currency, now: env.now }),
    shoppersRoute({ agents, scope, log, audit, erasures, collect }),
    uploadsRoute({
      ...{ uploads, callerOf, origins, scope, addressOf, draining },
      requests: createRate(env, { perSecond: 20, burst: 100 }),
      beginnings: createRate(env, { perSecond: 1, burst: 60 }),
    }),
    ports.notices,
    suggestRoute({
      ...{ suggest: assistant.suggest, origins, addressOf },
      requests: createRate(env, { perSecond: 20, burst: 100 }),
    }),
    filesRoute({ uploads, links: fileLinks, callerOf, origins, shop: id, log, scope, audit }),
    deskRoute(places.desk, id),
    ...(demoSignIn ? [demoSignIn, demoOrdersRoute(callerOf, shop)] : []),
    playgroundRoute(places.playground),
    storefrontRoute(places.storefront, id),
  ];
}
