import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHost, type Host } from '@xiaoer/host';
import type { Config } from './config.ts';
import { databaseIn, uploadsIn } from './engines/schema.ts';
import { createSqliteLog } from './engines/sqlite-log.ts';
import { openSqliteStore, type SqliteStore } from './engines/sqlite-store.ts';
import { createEnrich } from './enrich.ts';
import { createAddressOf } from './gateways/address-of.ts';
import { createEntry } from './gateways/entry.ts';
import { createHttpGateway } from './gateways/http-gateway.ts';
import { createWebSocketGateway } from './gateways/websocket.ts';
import { createHttpHandler } from './http-handler.ts';
import { type Accounts, createAccounts } from './identity/accounts.ts';
import { type Agents, createAgents } from './identity/agents.ts';
import { createAuthenticate } from './identity/authenticate.ts';
import { createGroups } from './identity/groups.ts';
import { createOrigins, isLoopback } from './identity/origins.ts';
import { publicKeys, secretKey, type TokenKeys } from './identity/shopper-token.ts';
import { lastingSecret } from './lasting-secret.ts';
import { createNodeEnv, lineLog } from './node-env.ts';
import { openNotices } from './open-notices.ts';
import { openNumbers } from './open-numbers.ts';
import { openPrivacy, type Privacy } from './open-privacy.ts';
import { openRoutes } from './open-routes.ts';
import { openSettings } from './open-settings.ts';
import { openTaughtAssistant } from './open-taught-assistant.ts';
import { openTickets } from './open-tickets.ts';
import { shopIn } from './places.ts';
import { veil } from './privacy/mask-numbers.ts';
import type { Addressed } from './routes/addressed.ts';
import { demoSignInRoute } from './routes/demo-sign-in.ts';
import { localize } from './shops/field-source.ts';
import { createFolderShop } from './shops/folder-shop.ts';
import { createGuestTasks } from './shops/guest-tasks.ts';
import { loadFolder, type ShopFolder } from './shops/load-folder.ts';
import { createOrderChanges } from './shops/order-changes.ts';
import type { Shop } from './shops/shop.ts';
import { createWebhookTasks } from './shops/webhook-tasks.ts';
import { createFileLinks } from './uploads/file-links.ts';
import { createUploads } from './uploads/uploads.ts';

const readShop = async ({ shop, mapping, places }: Config) => loadFolder(shopIn(places, shop), mapping);

/** A server that takes connections. */
export interface RunningServer {
  /** `http://127.0.0.1:4173`, without a path. */
  readonly address: string;
  readonly port: number;
  readonly folder: ShopFolder;
  readonly agents: Agents;
  readonly store: SqliteStore;
  readonly host: Host;
  readonly privacy: Privacy;
  readonly accounts: Accounts;
  /** Every address that it answers, with its door. */
  readonly addresses: Addressed['addresses'];
  /** True for the bundled shop on a loopback address, where strangers cannot come. */
  readonly demo: boolean;
  /** Sends everybody away over `windowMs`, finishes what is being written and closes the file. */
  close(windowMs?: number): Promise<void>;
}

/**
 * Longer than the minute after which proxies give up an idle connection: where the server gives up first, a batch may
 * be on its way to a connection that is just closing, which ends its link.
 */
const KEEP_ALIVE_MS = 75_000;

/** Milliseconds that links get to take their last frames. */
const GRACE_MS = 500;

/** Keys of the demo's tokens. */
const demoKeys = async (store: SqliteStore) =>
  secretKey(await lastingSecret(store, 'demo-secret')) as Extract<TokenKeys, { kind: 'secret' }>;

/**
 * Opens the database, reads the shop and takes connections. The only wiring of this package. `opening` is the database
 * where somebody began to open it earlier.
 * @throws Error when the port is taken, the database cannot be trusted, or the mapping is wrong.
 */
export async function startServer(
  config: Config,
  opening = openSqliteStore(databaseIn(config.dataDir)),
): Promise<RunningServer> {
  const env = createNodeEnv(lineLog(config.logLevel));
  const demo = config.shop === undefined && isLoopback(config.host);
  // The shop is read while the writer's thread starts.
  const reading = readShop(config).catch(async (error: unknown) => {
    await (await opening).close();
    throw error;
  });
  // Should both fail, the first of them is told.
  reading.catch(() => undefined);
  const store = await opening;
  const folder = await reading;
  try {
    const { id, name, locales } = folder.knowledge.shop;
    const fromFolder = createFolderShop(folder, createOrderChanges(store, id, env.now));
    const shopName = (locale?: string): string => localize(name, locale ?? locales[0] ?? 'en', locales);
    const log = createSqliteLog(store);
    const { settings, bot, opensAt } = await openSettings({ env, log, folder, renew: () => taught.renew() });
    let address = '';
    const agents = createAgents(store);
    const groups = createGroups(store);
    const accounts = createAccounts(store);
    const notices = await openNotices({
      env,
      store,
      log,
      shop: id,
      shopName,
      webhook: config.notify,
      mail: config.mail,
      afterMs: config.noticeAfterMs,
      address: () => config.publicUrl?.replace(/\/$/, '') ?? address,
      host: () => host,
    });
    const { notify } = notices;
    const { tickets, tasks } = openTickets({
      env,
      log,
      folder: settings.folder,
      shop: fromFolder,
      host: () => host,
      left: notices.late.left,
    });
    const shop: Shop = {
      ...fromFolder,
      tasks: {
        ...tasks,
        ...(config.tasks ? createWebhookTasks(config.tasks, config.tasks.names, fromFolder, env.now) : {}),
        ...(notify ? createGuestTasks(fromFolder, notify, env.now) : {}),
      },
    };
    const origins = createOrigins({ host: config.host, listed: config.origins, publicUrl: config.publicUrl });
    const uploads = createUploads({ store, shop: id, folder: uploadsIn(config.dataDir), now: env.now, log: env.log });
    const privacy = await openPrivacy({
      ...{
        env,
        store,
        log,
        shop: id,
        agents,
        groups,
        tickets,
        uploads,
        contacts: notices.contacts,
        keeping: config.keeping,
      },
      host: () => host,
      onForgotten: notices.forget,
    });
    const fileLinks = createFileLinks(await lastingSecret(store, 'file-key'), env.now);
    const forDemo = demo ? await demoKeys(store) : undefined;
    const keys =
      config.shopKeys !== undefined
        ? publicKeys(config.shopKeys)
        : config.shopSecret !== undefined
          ? secretKey(config.shopSecret)
          : forDemo;

    const taught = openTaughtAssistant({
      ...{ env, store, log, folder: settings.folder, shop, agents },
      audit: privacy.audit,
      provider: config.provider,
    });
    const { assistant } = taught;
    const authenticate = createAuthenticate({
      shop: id,
      keys,
      issuer: config.issuer,
      resume: notices.tokens,
      onEmail: notices.vouch,
    });
    const numbers = openNumbers({ env, store, config, folder: settings.folder, shop, agents });
    const host = createHost({
      env,
      log,
      shop: { id, name: shopName },
      bot,
      responder: (turn) =>
        tickets.answers(turn.record.id, turn.events) ? Promise.resolve({ lines: [] }) : assistant.respond(turn),
      enrich: createEnrich(shop, uploads),
      authenticate,
      groupsOf: agents.groupsOf,
      capacityOf: agents.capacityOf,
      sees: privacy.scope.seesRow,
      veil,
      onRead: ({ id: agent }, conversation) => privacy.onRead(agent, conversation),
      opensAt,
      observe(seen) {
        notices.late.observe(seen);
        tickets.observe(seen);
        numbers.observe(seen);
      },
      settings: { idleCloseMs: config.idleCloseMs, ...config.desk },
    });
    await host.start();
    await tickets.start();

    const addressOf = createAddressOf(config.trustProxy);
    const entry = createEntry({
      agents,
      origins,
      limits: config.connect,
      mostLinks: config.mostLinks,
      addressOf,
      now: env.monotonic,
    });
    const sockets = createWebSocketGateway({ host, entry, now: env.monotonic });
    const requests = createHttpGateway({ host, entry, allows: origins.allows, now: env.monotonic });
    let draining = false;
    const demoSignIn =
      forDemo && keys === forDemo
        ? demoSignInRoute({ shop: id, keys: forDemo, orders: folder.orders, origins })
        : undefined;
    const routes = openRoutes({
      accounts,
      ...{
        config,
        env,
        store,
        log,
        folder,
        settings,
        shop,
        tickets,
        agents,
        groups,
        origins,
        uploads,
        host,
        privacy,
        authenticate,
      },
      ...{ assistant, answers: taught.answers, demoSignIn, addressOf, fileLinks, draining: () => draining },
      links: requests.route,
      notices: notices.route,
      taught: taught.route,
      numbers: numbers.route,
      quality: numbers,
    });
    const handle = createHttpHandler(
      routes.map((route) => route.handle),
      origins,
      env.log,
    );
    await taught.beforeOpening();
    const server = createServer((request, response) => void handle(request, response));
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.on('upgrade', sockets.upgrade);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(config.port, config.host, resolve);
    });
    taught.afterOpening();
    const { port } = server.address() as AddressInfo;
    const shown = config.host.includes(':') ? `[${config.host}]` : config.host;
    void uploads.sweep();
    address = `http://${shown === '0.0.0.0' ? '127.0.0.1' : shown}:${port}`;
    notices.late.start();
    privacy.start();
    numbers.start();
    return {
      address,
      port,
      folder,
      agents,
      store,
      host,
      privacy,
      accounts,
      addresses: Object.assign({}, ...routes.map((route) => route.addresses)),
      demo,
      async close(windowMs = 0) {
        draining = true;
        server.close();
        tickets.close();
        taught.close();
        await privacy.close();
        await notices.late.close();
        await host.drain(windowMs);
        host.close();
        uploads.close();
        await Promise.all([sockets.close(GRACE_MS), requests.close(GRACE_MS)]);
        server.closeAllConnections();
        await numbers.close();
        await log.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
