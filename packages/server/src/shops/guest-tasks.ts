import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Notify } from '../notify.ts';
import type { Shop, ShopTask } from './shop.ts';

const MINUTE_MS = 60_000;
/** A code holds for so long. */
const LIFE_MS = 10 * MINUTE_MS;
/** Tries for one code; then it is worth nothing. */
const TRIES = 5;
/** Codes an hour for one order, whoever asks, and for one conversation, whatever it asks for. */
const CODES_PER_ORDER = 3;
const CODES_PER_CONVERSATION = 5;
const HOUR_MS = 60 * MINUTE_MS;
/** Numbers and conversations that are remembered; the oldest are forgotten first. */
const MOST = 10_000;

interface Sent {
  /** Undefined where there is no such order: the code then fits nothing. */
  readonly order: { readonly subject: string; readonly id: string } | undefined;
  readonly hash: Buffer;
  readonly at: number;
  tries: number;
}

/** Numbers as they are typed: 「yl 2026-1042」 is YL20261042. */
const plain = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 64);

const digest = (code: string): Buffer => createHash('sha256').update(code).digest();

/** Counts what happened within the last hour. */
function createHourly(most: number, now: () => number) {
  const times = new Map<string, number[]>();
  return (key: string): boolean => {
    const recent = (times.get(key) ?? []).filter((at) => now() - at < HOUR_MS);
    times.delete(key);
    times.set(key, recent);
    if (times.size > MOST) times.delete(times.keys().next().value ?? '');
    if (recent.length >= most) return false;
    recent.push(now());
    return true;
  };
}

/**
 * Lets a visitor see one order: its number, then a code that goes to the contact given with the order. Nothing of what is
 * answered tells whether there is such an order, and a code is good for five tries, ten minutes and the conversation that
 * asked for it. Codes are kept in memory only: after a restart a new one is asked for.
 */
export function createGuestTasks(
  shop: Pick<Shop, 'order' | 'orderByNumber'>,
  notify: Notify,
  now: () => number,
  newCode: () => string = () => String(randomInt(1_000_000)).padStart(6, '0'),
): Readonly<Record<'guests.send-code' | 'guests.order', ShopTask>> {
  const sent = new Map<string, Sent>();
  const orderMay = createHourly(CODES_PER_ORDER, now);
  const conversationMay = createHourly(CODES_PER_CONVERSATION, now);

  return {
    async 'guests.send-code'({ conversation, args, locale }) {
      const number = plain(String(args['number'] ?? ''));
      if (number === '') return { error: 'not-found' };
      if (!conversationMay(conversation) || !orderMay(number)) return { error: 'too-many' };
      const found = await shop.orderByNumber?.(number);
      const code = newCode();
      const key = `${conversation}\n${number}`;
      sent.delete(key);
      sent.set(key, { order: found, hash: digest(code), at: now(), tries: 0 });
      if (sent.size > MOST) sent.delete(sent.keys().next().value ?? '');
      if (found && (notify.reaches?.(found.contact) ?? true)) {
        const values = { number: found.number, code, minutes: LIFE_MS / MINUTE_MS };
        await notify.send({ kind: 'order-code', to: found.contact, locale, values });
      }
      return { values: {} };
    },

    async 'guests.order'({ conversation, args, locale }) {
      const key = `${conversation}\n${plain(String(args['number'] ?? ''))}`;
      const kept = sent.get(key);
      if (!kept || now() - kept.at >= LIFE_MS) return { error: 'wrong-code' };
      kept.tries++;
      if (kept.tries > TRIES) return { error: 'too-many' };
      const fits = timingSafeEqual(kept.hash, digest(String(args['code'] ?? '')));
      if (!fits || !kept.order) return { error: kept.tries >= TRIES ? 'too-many' : 'wrong-code' };
      sent.delete(key);
      const order = await shop.order(kept.order.subject, kept.order.id, locale);
      if (!order) return { error: 'failed' };
      // Where it goes is for who is signed in, and so is changing it.
      const { address: _, actions: __, ...card } = order;
      return { order: card };
    },
  };
}
