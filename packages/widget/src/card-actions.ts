import { computed, type ReadonlySignal } from '@preact/signals';
import type { Client, TimelineItem } from '@xiaoer/core';
import type { CardAction, CardContext, CardOutcome } from './content/card-context.ts';
import type { Events } from './state/events.ts';
import type { Words } from './state/language.ts';
import type { FocusProduct } from './state/options.ts';

/** What the cards of the widget may know and do; the object stays the same, its fields are live. */
export function createCardContext(deps: {
  readonly client: ReadonlySignal<Client>;
  readonly words: ReadonlySignal<Words>;
  readonly events: Events;
  /** The product of a message written now. */
  readonly about: () => { readonly product: string } | undefined;
  /** Puts a product above the composer and the cursor into it. */
  readonly ask: (focus: FocusProduct) => void;
}): CardContext {
  const { client, words, events } = deps;
  const newest = new Map<string, ReadonlySignal<string | undefined>>();
  const newestOf = (kind: string) => {
    const known = newest.get(kind);
    if (known) return known;
    const found = computed(() => {
      const items = client.value.messages.value;
      for (let at = items.length - 1; at >= 0; at--) if (items[at]?.content.kind === kind) return items[at]?.key;
      return undefined;
    });
    newest.set(kind, found);
    return found;
  };

  async function perform(action: CardAction, item: TimelineItem): Promise<CardOutcome> {
    const { t } = words.value;
    switch (action.do) {
      case 'reply': {
        const reply = item.seq === undefined ? undefined : { to: item.seq, value: action.value, values: action.values };
        await client.value.send('text', { text: action.text, about: deps.about(), reply });
        return { ok: true };
      }
      case 'send':
        await client.value.send(action.op.kind, action.op.body);
        return { ok: true };
      case 'view': {
        const answer = await events.ask('product:view', { product: action.product });
        if (answer) return answer;
        if (!action.product.url) return { ok: false, reason: t('view.nobody') };
        location.assign(action.product.url);
        return { ok: true };
      }
      case 'cart': {
        const { product, variant } = action;
        const answer = await events.ask('cart:add', { product, variant, quantity: 1 });
        return answer ?? { ok: false, reason: t('cart.nobody') };
      }
      case 'ask': {
        const { id, title, image, price } = action.product;
        deps.ask({ product: id, title, image, price });
        return { ok: true };
      }
      case 'stay-with-bot':
        await client.value.cancelHuman();
        return { ok: true };
    }
  }

  return {
    reader: 'shopper',
    get locale() {
      return words.value.locale;
    },
    get t() {
      return words.value.t;
    },
    get format() {
      return words.value.format;
    },
    get queue() {
      return client.value.queue.value;
    },
    isLatest: (item) => newestOf(item.content.kind).value === item.key,
    act: perform,
  };
}
