import type { TimelineItem } from '@xiaoer/core';
import type { CardAction, CardOutcome } from '../content/card-context.ts';
import { askPage } from '../state/ask-page.ts';
import type { Shell } from './shell.ts';
import { attachingClient } from './writing/attaching-client.ts';

interface Reply {
  readonly text: string;
  readonly value?: string | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
}

/** Says something in the shopper's name, as the answer to a card. */
async function reply(shell: Shell, item: TimelineItem, { text, value, values }: Reply): Promise<CardOutcome> {
  const to = item.seq === undefined ? undefined : { to: item.seq, value, values };
  await shell.client.value.send('text', { text, about: shell.about(), reply: to });
  return { ok: true };
}

/** Does what a card asks for. What the page does not take over goes to the server. */
export async function perform(shell: Shell, action: CardAction, item: TimelineItem): Promise<CardOutcome> {
  const { t } = shell.words.value;
  const client = shell.client.value;
  switch (action.do) {
    case 'reply':
      return reply(shell, item, action);
    case 'send':
      await client.send(action.op.kind, action.op.body);
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
    case 'variant': {
      const { product, variant } = action;
      return (await askPage(shell.events, 'variant:choose', { product, variant })) ?? { ok: true };
    }
    case 'claim': {
      const { coupon } = action;
      const answer = await askPage(shell.events, 'coupon:claim', { coupon });
      return (
        answer ?? reply(shell, item, { text: t('coupon.claimSay', { title: coupon.title }), value: coupon.coupon })
      );
    }
    case 'order': {
      const { order, action: value } = action;
      const answer = await askPage(shell.events, `order:${value}`, { order });
      const text = t(`order.${value}Say`, { number: order.number });
      return answer ?? reply(shell, item, { text, value, values: { order: order.id } });
    }
    case 'return': {
      const { order, return: filled } = action;
      const answer = await askPage(shell.events, 'return:start', { order, return: filled });
      const { text, reason: value, items, pictures, note } = filled;
      const values = { order, items: items.join(' '), pictures: pictures.join(' '), note };
      return answer ?? reply(shell, item, { text, value, values });
    }
    case 'link': {
      const files = await attachingClient(shell);
      return files ? { ok: true, value: await files.fileLink(action.url) } : { ok: false };
    }
    case 'attach': {
      const files = await attachingClient(shell);
      const { picture } = action;
      if (!files) return { ok: false, reason: t('return.noPictures') };
      return { ok: true, value: await files.attach(picture, { kind: 'image', name: picture.name }) };
    }
    case 'ask': {
      const { id, title, image, price } = action.product;
      shell.focus.value = { product: id, title, image, price };
      shell.field.current?.focus();
      return { ok: true };
    }
    case 'stay-with-bot':
      await client.cancelHuman();
      return { ok: true };
  }
}
