import type { CardAction, CardOutcome } from '../content/card-context.ts';
import type { Shell } from './shell.ts';

/** Does what a card asks for, apart from saying something. */
export async function perform(shell: Shell, action: Exclude<CardAction, { do: 'reply' }>): Promise<CardOutcome> {
  const { t } = shell.words.value;
  switch (action.do) {
    case 'send':
      await shell.client.value.send(action.op.kind, action.op.body);
      return { ok: true };
    case 'view': {
      const answer = await shell.events.ask('product:view', { product: action.product });
      if (answer) return answer;
      if (!action.product.url) return { ok: false, reason: t('view.nobody') };
      location.assign(action.product.url);
      return { ok: true };
    }
    case 'cart': {
      const { product, variant } = action;
      const answer = await shell.events.ask('cart:add', { product, variant, quantity: 1 });
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
