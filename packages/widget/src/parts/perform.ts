import type { TimelineItem } from '@xiaoer/core';
import type { CardAction, CardOutcome } from '../content/card-context.ts';
import { askPage } from '../state/ask-page.ts';
import type { Shell } from './shell.ts';

/** Does what a card asks for. */
export async function perform(shell: Shell, action: CardAction, item: TimelineItem): Promise<CardOutcome> {
  const { t } = shell.words.value;
  switch (action.do) {
    case 'reply': {
      const { text, value, values } = action;
      const reply = item.seq === undefined ? undefined : { to: item.seq, value, values };
      await shell.client.value.send('text', { text, about: shell.about(), reply });
      return { ok: true };
    }
    case 'send':
      await shell.client.value.send(action.op.kind, action.op.body);
      return { ok: true };
    case 'view': {
      const answer = await askPage(shell.events, 'product:view', { product: action.product });
      if (answer) return answer;
      if (!action.product.url) return { ok: false, reason: t('view.nobody') };
      location.assign(action.product.url);
      return { ok: true };
    }
    case 'cart': {
      const { product, variant } = action;
      const answer = await askPage(shell.events, 'cart:add', { product, variant, quantity: 1 });
      return answer ?? { ok: false, reason: t('cart.nobody') };
    }
    case 'ask': {
      const { id, title, image, price } = action.product;
      shell.focus.value = { product: id, title, image, price };
      shell.field.current?.focus();
      return { ok: true };
    }
    case 'stay-with-bot':
      await shell.client.value.cancelHuman();
      return { ok: true };
  }
}
