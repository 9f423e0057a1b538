import { randomUUID } from 'node:crypto';
import { type SignedEndpoint, signedPost } from './signed-post.ts';

/** Where a notice goes. A webhook gets all that is known; the merchant's system chooses how. */
export interface NoticeTo {
  /** The shopper's id in the merchant's system, for one who has signed in. */
  readonly subject?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** Something that is told outside the conversation. `url` and `stop` are links for who reads it, and nobody else. */
export type Notice = { readonly to: NoticeTo; readonly locale: string } & (
  | {
      readonly kind: 'order-code';
      /** The order's number, the one-time code, and minutes for which it holds. */
      readonly values: { readonly number: string; readonly code: string; readonly minutes: number };
    }
  | {
      readonly kind: 'confirm-mail';
      /** `url` asks whether the address is the reader's; `waiting`: an answer is there already. */
      readonly values: { readonly shop: string; readonly url: string; readonly waiting: boolean };
    }
  | {
      readonly kind: 'reply';
      /** Who wrote what; `url` resumes the conversation on any device for seven days, `stop` ends such notices. */
      readonly values: {
        readonly shop: string;
        readonly by: string;
        readonly text: string;
        readonly url: string;
        readonly stop: string;
      };
    }
);

/** Tells people who are not on the page. */
export interface Notify {
  /** Whether there is a way to them; one that does not tell has a way to everybody. */
  reaches?(to: NoticeTo): boolean;
  /** Rejects when it was not taken. The same `key` is the same notice. */
  send(notice: Notice, key?: string): Promise<void>;
}

/** Sends notices to an endpoint of the merchant, which has taken one when it answers with 2xx. */
export function createWebhookNotify(endpoint: SignedEndpoint, now: () => number): Notify {
  return {
    async send(notice, key = randomUUID()) {
      const response = await signedPost(endpoint, notice, key, now);
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the notice was answered with ${response.status}`);
    },
  };
}

/** The first of several ways that reaches somebody; undefined where there is none at all. */
export function firstThatReaches(ways: readonly (Notify | undefined)[]): Notify | undefined {
  const there = ways.filter((way) => way !== undefined);
  const wayTo = (to: NoticeTo) => there.find((way) => way.reaches?.(to) ?? true);
  if (there.length === 0) return undefined;
  return {
    reaches: (to) => wayTo(to) !== undefined,
    async send(notice, key) {
      const way = wayTo(notice.to);
      if (!way) throw new Error('there is no way to reach them');
      await way.send(notice, key);
    },
  };
}
