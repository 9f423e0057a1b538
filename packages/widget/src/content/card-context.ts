import type { TimelineItem } from '@xiaoer/core';
import type {
  ContentMap,
  CouponBody,
  Kind,
  OrderAction,
  OrderCard,
  ProductCard,
  ProductVariant,
  QueueSignal,
} from '@xiaoer/core/protocol';
import type { Format } from '../locales/format.ts';
import type { Translate } from '../locales/translate.ts';

/** How an action ended: shown on the card that asked for it. */
export interface CardOutcome {
  readonly ok: boolean;
  /** Why not, in the shopper's words; a card has a general sentence for when it is absent. */
  readonly reason?: string | undefined;
  /** What was asked for: the address of a file, the id of a message. */
  readonly value?: string | undefined;
}

/** A return that was filled in. */
export interface FilledReturn {
  /** The reason, as the card names it. */
  readonly reason: string;
  readonly items: readonly string[];
  /** Ids of the messages that carry the pictures. */
  readonly pictures: readonly string[];
  readonly note: string;
  /** All of it in one sentence. */
  readonly text: string;
}

/** What a card's buttons can ask for. */
export type CardAction =
  /** Says `text` in the shopper's name, as the answer to this card. */
  | {
      readonly do: 'reply';
      readonly text: string;
      readonly value?: string | undefined;
      readonly values?: Readonly<Record<string, string>> | undefined;
    }
  | { readonly do: 'send'; readonly op: { readonly [K in Kind]: { kind: K; body: ContentMap[K] } }[Kind] }
  | { readonly do: 'view'; readonly product: ProductCard }
  | { readonly do: 'cart'; readonly product: ProductCard; readonly variant?: string | undefined }
  /** Before a variant counts as chosen. */
  | { readonly do: 'variant'; readonly product: ProductCard; readonly variant: ProductVariant }
  | { readonly do: 'claim'; readonly coupon: CouponBody }
  | { readonly do: 'order'; readonly order: OrderCard; readonly action: OrderAction }
  /** Sends a return that was filled in, as the answer to its card. */
  | { readonly do: 'return'; readonly order: string; readonly return: FilledReturn }
  /** An address that opens an attachment for a few minutes, from the `url` of its message. */
  | { readonly do: 'link'; readonly url: string }
  /** Sends a picture as a message of its own; its id is the value. */
  | { readonly do: 'attach'; readonly picture: File }
  /** Puts the product above the composer and the cursor into it. */
  | { readonly do: 'ask'; readonly product: ProductCard }
  /** Back to the bot while waiting. */
  | { readonly do: 'stay-with-bot' };

/** What a renderer may know and do. The desk and the widget each hand in their own. */
export interface CardContext {
  /** `desk`: the house reads; cards are shown as they are and nothing can be pressed. */
  readonly reader: 'shopper' | 'desk';
  readonly locale: string;
  readonly t: Translate;
  readonly format: Format;
  /** Live place in the queue, for the handoff card. */
  readonly queue: QueueSignal | null;
  /** Whether this item is the newest of its kind, so that old cards rest. */
  isLatest(item: TimelineItem): boolean;
  act(action: CardAction, item: TimelineItem): Promise<CardOutcome>;
}
