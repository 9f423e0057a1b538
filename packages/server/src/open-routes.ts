import type { IncomingMessage } from 'node:http';
import type { Env } from '@xiaoer/core/env';
import { type Authenticate, createRate, DEFAULT_SETTINGS, type Host, type Log } from '@xiaoer/host';
import type { Config } from './config.ts';
import type { SqliteStore } from './engines/sqlite-store.ts';
import type { Accounts } from './identity/accounts.ts';
import type { Agents } from './identity/agents.ts';
import type { Groups } from './identity/groups.ts';
import type { Origins } from './identity/origins.ts';
import { createStaff } from './identity/staff.ts';
import type { LateAssistant } from './late-assistant.ts';
import type { Privacy } from './open-privacy.ts';
import type { TaughtAssistant } from './open-taught-assistant.ts';
import { findShoppers } from './privacy/find-shopper.ts';
import { createReviews } from './quality/reviews.ts';
import { accountsRoute } from './routes/accounts.ts';
import { type Addressed, at } from './routes/addressed.ts';
import { assetsRoute } from './routes/assets.ts';
import { auditRoute } from './routes/audit.ts';
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
import { flowsRoute } from './routes/flows.ts';
import { healthRoute } from './routes/health.ts';
import { pageWordsRoute } from './routes/page-words.ts';
import { peopleRoute } from './routes/people.ts';
import { picturesRoute } from './routes/pictures.ts';
import { playgroundRoute } from './routes/playground.ts';
import { productRoute } from './routes/product.ts';
import { type QualityPorts, qualityRoute } from './routes/quality.ts';
import type { Route } from './routes/route.ts';
import { settingsRoute } from './routes/settings.ts';
import { shoppersRoute } from './routes/shoppers.ts';
import { storefrontRoute } from './routes/storefront.ts';
import { suggestRoute } from './routes/suggest.ts';
import { ticketsRoute } from './routes/tickets.ts';
import { uploadsRoute } from './routes/uploads.ts';
import type { ShopSettings } from './settings/settings.ts';
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
  readonly settings: ShopSettings;
  readonly shop: Shop;
  readonly tickets: Tickets;
  readonly agents: Agents;
  readonly groups: Groups;
  readonly accounts: Accounts;
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
  /** How conversations were judged. */
  readonly quality: Pick<QualityPorts, 'numbers' | 'rules'>;
  readonly answers: TaughtAssistant['answers'];
  /** Signs the bundled shop's shoppers in, where it is there. */
  readonly demoSignIn: Route | undefined;
}

/** Every address that the house answers, in the order in which they are tried. */
export function openRoutes(ports: RoutePorts): readonly Addressed[] {
  const { config, env, store, log, folder, settings, shop, tickets, agents, origins, uploads, fileLinks, host } = ports;
  const { privacy, accounts, authenticate, assistant, addressOf, draining, demoSignIn } = ports;
  const { audit, scope, erasures, collect } = privacy;
  const { places } = config;
  const { id } = shop;
  const callerOf = createCallerOf({ shop: id, authenticate, agents, log });
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const { agent, lead, admin, shopper, anybody } = {
    agent: 'agent',
    lead: 'lead',
    admin: 'admin',
    shopper: 'shopper',
    anybody: 'public',
  } as const;
  return [
    at(
      {
        'POST /link/stream': anybody,
        'POST /link/poll': anybody,
        'POST /link/send': anybody,
        'POST /desk/link/stream': agent,
        'POST /desk/link/poll': agent,
        'POST /desk/link/send': agent,
      },
      ports.links,
    ),
    at({ 'GET /health': anybody }, healthRoute({ host, store, version: VERSION, draining })),
    at({ 'GET /xiaoer/*': anybody }, assetsRoute(places.assets)),
    at({ 'GET /shop/catalogue.json': anybody }, catalogueRoute(folder, demoSignIn !== undefined)),
    at({ 'GET /shop/products/:id': anybody }, productRoute(shop)),
    at({ 'GET /shop/page.json': anybody }, pageWordsRoute(settings.folder)),
    at({ 'GET /shop/pictures/*': anybody }, picturesRoute(folder.directory)),
    at({ 'GET /desk/enter': anybody }, deskEnterRoute(agents, secure)),
    at(
      {
        'POST /desk/sign-in': anybody,
        'GET /desk/api/account': agent,
        'POST /desk/api/account/prove': agent,
        'POST /desk/api/account/password': agent,
        'POST /desk/api/account/totp': agent,
        'POST /desk/api/account/totp/end': agent,
        'POST /desk/api/account/sessions/end': agent,
      },
      accountsRoute({ agents, accounts, audit, shop: id, secure, addressOf, dismiss: host.dismiss }),
    ),
    at({ 'GET /desk/ws': agent }, deskKeyRoute(agents)),
    at({ 'GET /desk/api/orders': agent }, deskOrdersRoute(agents, scope, shop, audit)),
    at({ 'GET /desk/api/replies': agent }, deskRepliesRoute(agents, settings.folder)),
    at({ 'GET /desk/api/answers': agent }, deskAnswersRoute(agents, folder.knowledge.shop, ports.answers)),
    at({ 'GET /desk/api/drafts': agent }, deskDraftsRoute(agents, log, scope, assistant.draft)),
    at(
      {
        'GET /desk/api/learning': admin,
        'GET /desk/api/learning/lessons': admin,
        'GET /desk/api/learning/replay': admin,
        'GET /desk/api/learning/answers': admin,
        'GET /desk/api/learning/versions': admin,
        'POST /desk/api/learning/preview': admin,
        'POST /desk/api/learning/ask': admin,
        'POST /desk/api/learning/versions': admin,
        'POST /desk/api/learning/undo': admin,
        'POST /desk/api/learning/automatic': admin,
      },
      ports.taught,
    ),
    at(
      {
        'GET /desk/api/settings': admin,
        'GET /desk/api/settings/versions': admin,
        'POST /desk/api/settings/versions': admin,
        'POST /desk/api/settings/undo': admin,
      },
      settingsRoute({ agents, settings, shop: folder, audit }),
    ),
    at(
      { 'GET /desk/api/flows': admin, 'POST /desk/api/flows/check': admin },
      flowsRoute({ agents, accounts, settings, tools: Object.keys(shop.tasks ?? {}) }),
    ),
    at({ 'GET /desk/api/numbers': lead, 'GET /desk/api/numbers.csv': lead }, ports.numbers),
    at(
      {
        'GET /desk/api/quality': lead,
        'GET /desk/api/quality/talks/:conversation': lead,
        'POST /desk/api/quality/reviews': lead,
      },
      qualityRoute({
        ...ports.quality,
        ...{ agents, scope, log, audit, shop, env, reviews: createReviews(store), perWeek: config.qualitySample },
      }),
    ),
    at(
      {
        'GET /desk/api/tickets': agent,
        'GET /desk/api/tickets.csv': agent,
        'GET /desk/api/tickets/setup': agent,
        'GET /desk/api/tickets/draft': agent,
        'GET /desk/api/tickets/:number': agent,
        'POST /desk/api/tickets': agent,
        'POST /desk/api/tickets/bulk': agent,
        'POST /desk/api/tickets/import': agent,
        'POST /desk/api/tickets/:number': agent,
      },
      ticketsRoute({ tickets, agents, log, scope, audit, shop, currency: folder.currency, now: env.now }),
    ),
    at(
      {
        'GET /desk/api/me': agent,
        'POST /desk/api/reveal': agent,
        'GET /desk/api/shopper/export.json': admin,
        'GET /desk/api/shopper/export.html': admin,
        'POST /desk/api/shopper/erase': admin,
      },
      shoppersRoute({ agents, accounts, scope, log, audit, erasures, collect }),
    ),
    at(
      { 'GET /desk/api/audit': admin, 'GET /desk/api/audit.csv': admin },
      auditRoute({
        ...{ agents, accounts, audit },
        shoppers: (asked) => findShoppers(store.reader, asked).map(({ subject }) => subject),
      }),
    ),
    at(
      {
        'GET /desk/api/people': admin,
        'POST /desk/api/people': admin,
        'POST /desk/api/people/change': admin,
        'POST /desk/api/people/link': admin,
        'POST /desk/api/people/sign-out': admin,
        'POST /desk/api/people/leave': admin,
        'POST /desk/api/groups': admin,
        'POST /desk/api/groups/rename': admin,
        'POST /desk/api/groups/leave': admin,
      },
      peopleRoute({
        ...{ agents, accounts, audit, groups: ports.groups, dismiss: host.dismiss },
        staff: createStaff(store, agents, accounts),
        capacity: config.desk.agentCapacity ?? DEFAULT_SETTINGS.agentCapacity,
        ticketGroups: [
          ...tickets.setup.types.map(({ group }) => group),
          ...tickets.setup.rules.map(({ to }) => to.group),
        ].filter((group) => group !== undefined),
      }),
    ),
    at(
      {
        'GET /upload/:id': shopper,
        'PUT /upload/:id': shopper,
        'DELETE /upload/:id': shopper,
        'GET /desk/upload/:id': agent,
        'PUT /desk/upload/:id': agent,
        'DELETE /desk/upload/:id': agent,
      },
      uploadsRoute({
        ...{ uploads, callerOf, origins, scope, addressOf, draining },
        requests: createRate(env, { perSecond: 20, burst: 100 }),
        beginnings: createRate(env, { perSecond: 1, burst: 60 }),
      }),
    ),
    at(
      {
        'GET /resume': anybody,
        'GET /resume.js': anybody,
        'GET /notices.css': anybody,
        'POST /resume/token': anybody,
        'GET /confirm': anybody,
        'POST /confirm': anybody,
        'GET /stop': anybody,
        'POST /stop': anybody,
      },
      ports.notices,
    ),
    at(
      { 'POST /suggest': anybody },
      suggestRoute({
        ...{ suggest: assistant.suggest, origins, addressOf },
        requests: createRate(env, { perSecond: 20, burst: 100 }),
      }),
    ),
    at(
      {
        // The link itself says who may, and is asked for with a credential.
        'GET /file/:conversation/:file': anybody,
        'POST /file/:conversation/:file/link': shopper,
        'GET /desk/file/:conversation/:file': anybody,
        'POST /desk/file/:conversation/:file/link': agent,
      },
      filesRoute({ uploads, links: fileLinks, callerOf, origins, shop: id, log, scope, audit }),
    ),
    at({ 'GET /desk': anybody, 'GET /desk/*': anybody }, deskRoute(places.desk, id)),
    ...(demoSignIn
      ? [
          at({ 'POST /demo/sign-in': anybody }, demoSignIn),
          at({ 'GET /demo/orders': shopper }, demoOrdersRoute(callerOf, shop)),
        ]
      : []),
    at({ 'GET /playground': anybody, 'GET /playground/*': anybody }, playgroundRoute(places.playground)),
    at(
      { 'GET /*': anybody },
      storefrontRoute(places.storefront, id, () => settings.folder().greetings.length > 0),
    ),
  ];
}
