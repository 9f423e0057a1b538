import type { Address, OrderBody, OrderCard, OrderStatus, Parcel } from '@xiaoer/core/protocol';
import { Button } from './button.tsx';
import type { CardContext } from './card-context.ts';
import { CHECK, PLACE, TRUCK } from './card-icon-paths.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';
import { Lead } from './lead.tsx';
import { OrderSteps } from './order-steps.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { useAction } from './use-action.ts';

const TONE: Partial<Record<OrderStatus, string>> = {
  paid: 'way',
  packed: 'way',
  shipped: 'way',
  unpaid: 'warn',
  returning: 'warn',
  cancelled: 'quiet',
  refunded: 'quiet',
};

/** How many things an order holds. */
export const pieces = (card: OrderCard) => card.lines.reduce((sum, line) => sum + line.quantity, 0);

/** The last scan of a parcel, and its number to copy. */
function LastScan({ parcel, context }: { readonly parcel: Parcel; readonly context: CardContext }) {
  const { t, format } = context;
  const when = parcel.at === undefined ? '' : `${format.shortDate(parcel.at)} ${format.time(parcel.at)}`;
  return (
    <div class="c-part c-row">
      <Icon path={TRUCK} />
      <p class="c-fill c-detail c-strong">
        {parcel.last && <span dir="auto">{parcel.last}</span>}
        <span class="c-sub c-figures">
          {when ? t('order.scan', { when, carrier: parcel.carrier }) : parcel.carrier} <bdi>{parcel.number}</bdi>
        </span>
      </p>
      <CopyButton text={parcel.number} label={t('order.copy', { number: parcel.number })} context={context} />
    </div>
  );
}

/** Where it goes, for who is asked whether that is right. */
function Destination({ address, context }: { readonly address: Address; readonly context: CardContext }) {
  return (
    <div class="c-part c-row">
      <Icon path={PLACE} />
      <p class="c-fill c-detail c-strong">
        <span class="c-hidden">{context.t('order.to')} </span>
        <span dir="auto">{address.text}</span>
        {(address.name || address.phone) && (
          <span class="c-sub c-figures">
            <bdi>{[address.name, address.phone].filter(Boolean).join(' ')}</bdi>
          </span>
        )}
      </p>
    </div>
  );
}

function Whole({ item, context, card }: Omit<RendererProps<never>, 'body'> & { readonly card: OrderCard }) {
  const { t, format } = context;
  const [{ busy, done: pressed, refused }, run] = useAction(context, item);
  const count = pieces(card);
  // After a reload the log tells which button was used.
  const done = pressed ?? item.answer;
  return (
    <article class="c-card c-order" part="card">
      <div class="c-part">
        <div class="c-row">
          <p class="c-fill">
            <span class="c-detail">{t('order.placed', { date: format.date(card.placedAt) })}</span>
            <b class="c-figures c-action">
              <bdi>{card.number}</bdi>
            </b>
          </p>
          <span class={`c-tag c-${TONE[card.status] ?? 'ok'}`}>{t(`order.${card.status}`)}</span>
        </div>
        <div class="c-row c-middle">
          <ul class="c-thumbs c-fill">
            {card.lines.slice(0, 4).map((line) => (
              <li key={`${line.product} ${line.options} ${line.title}`}>
                <Picture src={line.image} alt={line.title} class="c-thumb" />
              </li>
            ))}
          </ul>
          <p class="c-sum">
            <Price money={card.total} context={context} />
            <span class="c-sub">{t('order.items', { n: count })}</span>
          </p>
        </div>
        {card.steps && card.steps.length > 0 && <OrderSteps steps={card.steps} context={context} />}
      </div>
      {card.parcel && <LastScan parcel={card.parcel} context={context} />}
      {card.address && card.actions?.includes('confirm') && <Destination address={card.address} context={context} />}
      {card.actions && card.actions.length > 0 && (
        <div class="c-part">
          <div class="c-actions">
            {card.actions.map((action) => (
              <Button
                key={action}
                busy={busy === action}
                main={action === 'pay' && done !== action}
                off={done === action}
                onPress={() => void run(action, { do: 'order', order: card, action })}
              >
                {done === action && <Icon path={CHECK} />}
                {t(`order.${action}`)}
              </Button>
            ))}
          </div>
          <Refusal text={refused === '' ? t('card.failed') : refused} />
        </div>
      )}
    </article>
  );
}

/** One order: where it is, what it holds, and what can be done about it. */
export function Order({ item, body, context }: RendererProps<OrderBody>) {
  return (
    <>
      <Lead item={item} context={context} text={body.text ?? (body.card ? undefined : body.order)} />
      {body.card && <Whole item={item} context={context} card={body.card} />}
    </>
  );
}
