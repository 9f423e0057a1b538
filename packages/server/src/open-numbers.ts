import type { Env } from '@xiaoer/core/env';
import { DEFAULT_SETTINGS, type Seen } from '@xiaoer/host';
import type { Config } from './config.ts';
import { numbersIn } from './engines/schema.ts';
import type { SqliteStore } from './engines/sqlite-store.ts';
import type { Agents } from './identity/agents.ts';
import { createNumbers, type Numbers } from './numbers/numbers.ts';
import { loadRules } from './quality/read-rules.ts';
import type { QualityRule } from './quality/rule.ts';
import { shopClaimsOf } from './quality/shop-claims.ts';
import { numbersRoute } from './routes/numbers.ts';
import type { Route } from './routes/route.ts';
import type { ShopFolder } from './shops/load-folder.ts';
import type { Shop } from './shops/shop.ts';

/** What is counted of a shop's conversations, and the addresses that tell it. */
export function openNumbers(about: {
  readonly env: Env;
  readonly store: Pick<SqliteStore, 'path'>;
  readonly config: Pick<Config, 'dataDir' | 'desk'>;
  readonly folder: () => ShopFolder;
  readonly shop: Shop;
  readonly agents: Agents;
}): {
  readonly numbers: Numbers;
  readonly rules: readonly QualityRule[];
  readonly route: Route;
  observe(seen: Seen): void;
  start(): void;
  close(): Promise<void>;
} {
  const { env, store, config, folder, shop, agents } = about;
  const { directory, knowledge } = folder();
  const rules = loadRules(directory);
  const numbers = createNumbers({
    env,
    log: store.path,
    own: numbersIn(config.dataDir),
    setup: {
      rules,
      claims: shopClaimsOf(knowledge),
      // Days that were counted stay the days they were: those of the files.
      timeZone: shop.knowledge.shop.timeZone ?? 'UTC',
      capacity: config.desk.agentCapacity ?? DEFAULT_SETTINGS.agentCapacity,
    },
  });
  const hours = () => {
    const { hours: of, knowledge: now } = folder();
    return of && { of, timeZone: now.shop.timeZone ?? 'UTC' };
  };
  const { observe, start, close } = numbers;
  const route = numbersRoute({ numbers, agents, shop, env, rules, hours });
  return { numbers, rules, route, observe, start, close };
}
