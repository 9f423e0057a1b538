import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildKnowledge } from '../../packages/assistant/dist/index.js';
import { createMemoryLog } from '../../packages/host/dist/testing/index.js';
import { assistantOf } from '../../packages/server/dist/assistant-responder.js';
import { openLibrary } from '../../packages/server/dist/open-library.js';
import { openTickets } from '../../packages/server/dist/open-tickets.js';
import { createFolderShop } from '../../packages/server/dist/shops/folder-shop.js';
import { loadFolder } from '../../packages/server/dist/shops/load-folder.js';
import { createOrderDesk } from './order-desk.mjs';
import { BUNDLED, bundled, litemall } from './shop-data.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LITEMALL = `${ROOT}../shared/data/litemall`;

/** Two days after the newest orders of the bundled shop were placed, so that they are as young as their shoppers say. */
export const NOW = Date.parse('2026-11-21T10:00:00+08:00');

/** The shops that are visited; one whose data are not beside the project has none. */
export const SHOPS = {
  bundled: { folder: BUNDLED, data: bundled },
  litemall: { folder: LITEMALL, mapping: `${ROOT}examples/litemall-mapping.json`, data: () => litemall(LITEMALL) },
};

/** Whether the files of a shop are there. */
export const hasShop = (name) => existsSync(`${SHOPS[name].folder}/products.json`);

/** Changes of orders, of one conversation. */
function createChanges() {
  const kept = new Map();
  const newest = new Map();
  return {
    address: (subject, order) => newest.get(`${subject} ${order}`),
    async change(subject, order, address, key) {
      if (!kept.has(key)) {
        kept.set(key, address);
        newest.set(`${subject} ${order}`, address);
      }
      return kept.get(key);
    },
  };
}

/**
 * A shop as the server opens it: its folder, the assistant over it, and tickets for what its order desk does not carry out.
 * `forget` undoes what one shopper changed before the next one comes.
 */
export function openShop(name) {
  const { folder: path, mapping, data } = SHOPS[name];
  const folder = loadFolder(path, mapping);
  const env = {
    now: () => NOW,
    monotonic: () => performance.now(),
    timer: () => () => undefined,
    random: (bytes) => new Uint8Array(bytes),
    log: (level, event, fields) => {
      if (level === 'error') throw new Error(`${event} ${JSON.stringify(fields)}`);
    },
  };
  let changes = createChanges();
  const fromFolder = createFolderShop(folder, {
    address: (...about) => changes.address(...about),
    change: (...about) => changes.change(...about),
  });
  const { tasks } = openTickets({
    env,
    log: createMemoryLog(),
    folder,
    shop: fromFolder,
    host: () => ({ tell: async () => undefined }),
    left: () => undefined,
  });
  const orders = folder.orders.length > 0 ? createOrderDesk(fromFolder) : {};
  const shop = { ...fromFolder, tasks: { ...tasks, ...orders } };
  const library = openLibrary(env.log);
  const source = { ...shop.knowledge, tools: Object.keys(shop.tasks) };
  const knowledge = buildKnowledge(source, library.read);
  const { respond } = assistantOf({ shop, knowledge, library, now: env.now, monotonic: env.monotonic, log: env.log });
  return {
    name,
    shop,
    respond,
    data: data(),
    forget() {
      changes = createChanges();
    },
  };
}
