import { browserEnv, idbStore, memoryStore } from '@xiaoer/core';
import { newId, type PortLike } from '@xiaoer/core/protocol';
import { connectPort, createHost, type Enrich, type HostOptions } from '@xiaoer/host';
import { createDelivery } from './create-delivery.ts';
import { openDeviceLog } from './device-log.ts';
import type { FileProblem, PageSetup } from './page-setup.ts';
import { postTo } from './post-message.ts';
import { pageWords } from './words.ts';

/** The house of a shop without a server. */
export interface PageHouse {
  /** Takes the port of a link. */
  take(port: MessagePort): void;
  /** Forgets everything that this device keeps. */
  wipe(): Promise<void>;
  /** Resolves when nothing is on its way: then it may end, if nobody has come in meanwhile. */
  leave(): Promise<void>;
  close(): void;
}

/** Opens the house of a shop; what its owner should put right is reported. */
export type OpenHouse = (setup: PageSetup, report: (problem: FileProblem) => void) => Promise<PageHouse>;

/** What a shopper says or begins to say: then the assistant will be needed. */
const WAKING = /"t":"(?:signal|append)"/;

/** What a shopper has said: it is about to be answered. */
const SAID = /"t":"append"/;

/** How long a file that could not be had is not asked for again, in milliseconds. */
const AGAIN_MS = 5_000;

export const openHouse: OpenHouse = async (setup, report) => {
  const env = browserEnv();
  const open = async () => (setup.keep ? idbStore(`xiaoer-page:${setup.shop}`) : memoryStore());
  const log = await openDeviceLog(open, () => newId(env.random), setup.kept);
  if (!setup.messages)
    report({
      level: 'warning',
      file: setup.knowledge,
      text: 'data-messages is missing, so shoppers cannot leave a message. Name an address that takes them.',
    });

  let brain: ReturnType<typeof load> | undefined;
  async function load() {
    const { openBrain } = await import('./open-brain.ts');
    const opened = await openBrain(setup, env, (address, init) => fetch(address, init), report);
    // A file that could not be had is asked for again with a later message.
    if (opened.missing.size > 0)
      env.timer(() => {
        brain = undefined;
      }, AGAIN_MS);
    return opened;
  }
  const wake = () => {
    brain ??= load().catch((error: unknown) => {
      brain = undefined;
      throw error;
    });
    return brain;
  };

  const enrich: Enrich = async (content, { locale = setup.locale }) => {
    switch (content.kind) {
      case 'product': {
        const card = (await wake()).product(content.body.product, locale);
        return card && { ...content.body, card };
      }
      case 'products': {
        const { product } = await wake();
        const items = content.body.items.flatMap(({ id, reason }) => {
          const card = product(id, locale);
          return card ? [{ ...card, reason }] : [];
        });
        if (items.length < content.body.items.length) return undefined;
        return { ...content.body, items };
      }
      case 'order':
      case 'orders':
      case 'image':
      case 'voice':
      case 'file':
        return undefined;
      default:
        return content.body as Readonly<Record<string, unknown>>;
    }
  };

  // The secret opens what is on this device and nothing else.
  const authenticate: HostOptions['authenticate'] = async ({ secret }) =>
    secret === undefined
      ? { error: 'token-invalid' }
      : { principal: { role: 'shopper', id: `v:${secret.slice(0, 22)}` } };

  const host = createHost({
    env,
    log,
    shop: { id: setup.shop, name: setup.name ?? setup.shop },
    bot: { role: 'bot', id: 'bot' },
    responder: async (turn) => (await wake()).respond(turn),
    enrich,
    authenticate,
    observe: ({ record, events }) => delivery?.consider(record, events),
    leaveText: (locale = setup.locale) => pageWords(locale).leave,
    settings: { tellAfterMs: 0, answerLimitMs: 0 },
  });
  const { messages } = setup;
  const delivery = messages
    ? createDelivery({ env, setup, post: postTo(messages, fetch), tell: host.tell })
    : undefined;
  const hurry = () => delivery?.hurry();
  addEventListener('online', hurry);

  await host.start();
  if (delivery)
    for (const record of await log.all()) {
      const head = (await log.head(record.id))?.head ?? 0;
      delivery.consider(record, await log.read(record.id, 0, head));
    }
  if (!setup.kept) void wake().catch(() => {});

  const close = () => {
    removeEventListener('online', hurry);
    delivery?.close();
    host.close();
    void log.close();
  };
  return {
    take(port) {
      connectPort(
        {
          connect(link) {
            const session = host.connect(link);
            return {
              receive(frame) {
                if (!brain && WAKING.test(frame)) void wake().catch(() => {});
                if (SAID.test(frame)) void brain?.then((awake) => awake.expect()).catch(() => {});
                session.receive(frame);
              },
              closed: session.closed,
            };
          },
        },
        port as PortLike,
      );
    },
    async wipe() {
      delivery?.forget();
      await log.wipe();
    },
    leave: async () => delivery?.done(),
    close,
  };
};
