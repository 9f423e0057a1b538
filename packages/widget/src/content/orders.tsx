import type { OrderCard, OrdersBody } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { CHECK } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { Lead } from './lead.tsx';
import { pieces } from './order.tsx';
import { Picture } from './picture.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { useAction } from './use-action.ts';

/** Which order is it about? Radio rows and one button. */
export function Orders({ item, body, context }: RendererProps<OrdersBody>) {
  const { t, format } = context;
  const [{ busy, refused }, run] = useAction(context, item);
  const [picked, pick] = useState<OrderCard>();
  const answered = item.answer !== undefined;
  const chosen = answered ? item.answer : picked?.id;
  const title = body.text ?? t('orders.title');
  return (
    <>
      <Lead item={item} context={context} text={title} />
      <div class="c-card" part="card">
        <div role="radiogroup" aria-label={title}>
          {body.items.map((order) => (
            <label class="c-part c-row c-middle c-choice" key={order.id}>
              <Picture src={order.lines[0]?.image} alt="" class="c-thumb" />
              <span class="c-fill">
                <b class="c-figures c-action">
                  <bdi>{order.number}</bdi>
                </b>
                <span class="c-sub">
                  {t('order.items', { n: pieces(order) })} <span class="c-tag">{t(`order.${order.status}`)}</span>
                </span>
              </span>
              <span class="c-detail c-figures">{format.shortDate(order.placedAt)}</span>
              <input
                type="radio"
                name={item.key}
                checked={order.id === chosen}
                disabled={answered}
                onChange={() => pick(order)}
              />
            </label>
          ))}
        </div>
        {answered ? (
          chosen && (
            <p class="c-part c-tags">
              <span class="c-tag c-ok">
                <Icon path={CHECK} />
                {body.items.find(({ id }) => id === chosen)?.number ?? t('form.done')}
              </span>
            </p>
          )
        ) : (
          <div class="c-part">
            <div class="c-actions">
              <Button
                busy={busy === 'other'}
                onPress={() => void run('other', { do: 'reply', text: t('orders.otherSay'), value: '' })}
              >
                {t('orders.other')}
              </Button>
              <Button
                main
                off={!picked}
                busy={busy === 'pick'}
                onPress={() =>
                  picked &&
                  void run('pick', { do: 'reply', text: t('orders.say', { number: picked.number }), value: picked.id })
                }
              >
                {t('orders.this')}
              </Button>
            </div>
            <Refusal text={refused === '' ? t('card.failed') : refused} />
          </div>
        )}
      </div>
    </>
  );
}
