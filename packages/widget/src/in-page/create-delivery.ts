import type { Env } from '@xiaoer/core/env';
import { type ChatEvent, isFormAnswer } from '@xiaoer/core/protocol';
import type { ConversationRecord, Tell } from '@xiaoer/host';
import type { PageSetup } from './page-setup.ts';
import { pageWords } from './words.ts';

/** A message that somebody left, as the shop's endpoint gets it. */
export interface LeftMessage {
  readonly v: 1;
  /** Of the message: the same again, after a lost answer, is a repeat. */
  readonly id: string;
  readonly shop: string;
  readonly conversation: string;
  /** When it was left, by this device's clock, milliseconds since 1970. */
  readonly at: number;
  readonly locale: string;
  readonly contact: string;
  readonly message: string;
}

/** What came of a post: it was taken, it will never be, or it may be later. */
export type Posted = 'taken' | 'refused' | { readonly retryAfterMs?: number | undefined };

/** Posts a message. Never rejects. */
export type PostMessage = (message: LeftMessage) => Promise<Posted>;

const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

/** Delivers what shoppers leave. */
export interface Delivery {
  /** Looks through events of a conversation, oldest first. What the log says to be delivered is not delivered again. */
  consider(record: ConversationRecord, events: readonly ChatEvent[]): void;
  /** Tries now what waits, as when the network is back. */
  hurry(): void;
  /** Resolves when nothing waits. */
  done(): Promise<void>;
  forget(): void;
  close(): void;
}

/** What the house says of a delivery is named after the message, so that the log knows what is done. */
const told = (what: 'kept' | 'arrived' | 'refused', id: string) => `${what}:${id}`;

/**
 * Brings each message that was left to the shop's endpoint, one at a time, oldest first, until it is taken: at once, then
 * with full jitter up to five minutes apart, and whenever the network is back. That it was, and that it waits, is a line
 * of the house, and thereby kept.
 */
export function createDelivery(options: {
  readonly env: Env;
  readonly setup: Pick<PageSetup, 'shop' | 'locale'>;
  readonly post: PostMessage;
  readonly tell: Tell;
}): Delivery {
  const { env, setup, post, tell } = options;
  const waiting = new Map<string, LeftMessage>();
  const done = new Set<string>();
  const idle = new Set<() => void>();
  let tries = 0;
  let running = false;
  let closed = false;
  let cancel: (() => void) | undefined;

  const later = (ms: number) => {
    cancel?.();
    cancel = closed ? undefined : env.timer(() => void run(), ms);
  };

  const say = async ({ id, conversation, locale }: LeftMessage, what: 'kept' | 'arrived' | 'refused') => {
    await tell(conversation, { id: told(what, id), text: pageWords(locale)[what] });
  };

  const settle = () => {
    if (waiting.size > 0) return;
    for (const resolve of idle) resolve();
    idle.clear();
  };

  async function run(): Promise<void> {
    cancel = undefined;
    if (running || closed) return;
    running = true;
    try {
      for (const message of waiting.values()) {
        const posted = await post(message);
        if (closed) return;
        if (typeof posted === 'object') {
          const share = (env.random(1)[0] ?? 255) / 255;
          later(posted.retryAfterMs ?? 500 + share * Math.min(LONGEST_MS, FIRST_MS * 2 ** tries));
          tries++;
          await say(message, 'kept');
          return;
        }
        await say(message, posted === 'taken' ? 'arrived' : 'refused');
        done.add(message.id);
        waiting.delete(message.id);
        tries = 0;
      }
    } catch (error) {
      // The log did not take the line now. The endpoint knows the message by its id.
      env.log('warn', 'delivery.failed', { error: error instanceof Error ? error.name : 'unknown' });
      later(FIRST_MS);
    } finally {
      running = false;
      settle();
    }
  }

  return {
    consider(record, events) {
      for (const { id, kind, body, from, at } of events) {
        if (from.role === 'system' && /^(arrived|refused):/.test(id)) {
          const message = id.slice(id.indexOf(':') + 1);
          done.add(message);
          waiting.delete(message);
        }
        if (from.role !== 'shopper' || kind !== 'form' || !isFormAnswer(body) || done.has(id)) continue;
        const { contact = '', message } = body.answers;
        if (message === undefined) continue;
        waiting.set(id, {
          v: 1,
          id,
          shop: setup.shop,
          conversation: record.id,
          at,
          locale: record.locale ?? setup.locale,
          contact,
          message,
        });
      }
      if (waiting.size > 0 && !cancel) later(0);
    },
    hurry() {
      if (waiting.size === 0) return;
      tries = 0;
      later(0);
    },
    done: () =>
      new Promise((resolve) => {
        if (waiting.size === 0) resolve();
        else idle.add(resolve);
      }),
    forget() {
      waiting.clear();
      cancel?.();
      cancel = undefined;
      settle();
    },
    close() {
      closed = true;
      cancel?.();
    },
  };
}
