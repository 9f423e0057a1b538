import type { Env } from '@xiaoer/core/env';
import type { Log } from '@xiaoer/host';
import type { SqliteStore } from './engines/sqlite-store.ts';
import type { Agents } from './identity/agents.ts';
import { type Assistant, createLateAssistant, type LateAssistant } from './late-assistant.ts';
import type { Known } from './learning/knowing.ts';
import { openLearning } from './open-learning.ts';
import type { Audit } from './privacy/audit.ts';
import type { Assist } from './provider/assist.ts';
import type { OpenedProvider } from './provider/open-provider.ts';
import type { ProviderSettings } from './provider/settings.ts';
import { learningRoute } from './routes/learning.ts';
import type { Route } from './routes/route.ts';
import type { ShopFolder } from './shops/load-folder.ts';
import type { Shop } from './shops/shop.ts';

/** The first guests are let in before the assistant, which takes the thread for a while, is woken. */
const WAKE_MS = 100;

/** Products and answers from which on that while is long: then the door stays closed until it is over. */
const LARGE_SHOP = 500;

/** The assistant of a shop, which speaks from the shop's files and from what it was taught since. */
export interface TaughtAssistant {
  readonly assistant: LateAssistant;
  /** The answers that hold now. */
  readonly answers: () => ShopFolder['knowledge']['answers'];
  /** Where an admin teaches it. */
  readonly route: Route;
  /** Speaks from what the settings say now. */
  renew(): Promise<void>;
  /** Wakes the assistant of a large shop before anybody is let in. */
  beforeOpening(): Promise<void>;
  /** Wakes that of any other once the first guests are in. */
  afterOpening(): void;
  close(): void;
}

/** Wires the assistant with what it learns: the newest version answers, without a restart. */
export function openTaughtAssistant(about: {
  readonly env: Env;
  readonly store: Pick<SqliteStore, 'reader' | 'run'>;
  readonly log: Log;
  readonly folder: () => ShopFolder;
  readonly shop: Shop;
  readonly agents: Agents;
  readonly audit: Pick<Audit, 'write'>;
  readonly provider: ProviderSettings | undefined;
}): TaughtAssistant {
  const { env, store, log, folder, shop, agents, audit, provider: settings } = about;
  const tools = Object.keys(shop.tasks ?? {});
  const learning = openLearning({ env, store, log, folder, tools, renew: () => assistant.renew() });

  async function speaking({ knowledge, turn, library, applied }: Known, assist?: Assist): Promise<Assistant> {
    const [{ assistantOf }, { suggestSteps }, { inSlices }] = await Promise.all([
      import('./assistant-responder.ts'),
      import('@xiaoer/assistant'),
      import('./learning/in-slices.ts'),
    ]);
    const { now, monotonic } = env;
    const suggest = await inSlices(suggestSteps(knowledge), monotonic);
    const own: Shop = { ...shop, knowledge: applied.source };
    return assistantOf(
      { shop: own, knowledge, library, think: turn, now, monotonic, log: env.log, history: log, assist },
      suggest,
    );
  }

  let provider: OpenedProvider | undefined;
  /** A language model beside the version that answers shoppers, and beside no other. */
  async function assistOf(known: Known): Promise<Assist | undefined> {
    if (!settings) return undefined;
    const { openProvider } = await import('./provider/open-provider.ts');
    provider ??= openProvider({ settings, store, now: env.now, monotonic: env.monotonic, log: env.log });
    return provider.assistOf(known);
  }

  const assistant = createLateAssistant(env.log, async () => {
    const known = await (await learning.open()).known();
    return speaking(known, await assistOf(known));
  });
  const { products, answers } = folder().knowledge;
  let waking: (() => void) | undefined;
  return {
    assistant,
    answers: learning.answers,
    // What is set is set, whether the assistant can be made of it now or at the next start.
    renew: () =>
      assistant
        .renew()
        .catch((error: unknown) =>
          env.log('error', 'settings.unserved', { error: error instanceof Error ? error.name : 'unknown' }),
        ),
    route: learningRoute({
      agents,
      open: learning.open,
      live: assistant.draft,
      draftOf: async (known) => (await speaking(known)).draft,
      audit,
      locale: shop.knowledge.shop.locales[0] ?? 'en',
      now: env.now,
    }),
    beforeOpening: async () => {
      if (products.length + answers.length >= LARGE_SHOP) await assistant.wake();
    },
    afterOpening() {
      waking = env.timer(() => void assistant.wake(), WAKE_MS);
    },
    close() {
      waking?.();
      learning.close();
      provider?.close();
    },
  };
}
