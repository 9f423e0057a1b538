import type { Money } from '@xiaoer/core/protocol';
import type { CardContext } from './card-context.ts';

const SMALL = ['currency', 'decimal', 'fraction'];

/** A price with small sign and decimals, and the earlier one struck and named for screen readers. */
export function Price(props: {
  readonly money: Money;
  readonly was?: Money | undefined;
  readonly context: CardContext;
}) {
  const { format, t } = props.context;
  return (
    <span class="c-price">
      <bdi>
        {format
          .moneyParts(props.money)
          .map(({ type, value }) => (SMALL.includes(type) ? <small>{value}</small> : value))}
      </bdi>
      {props.was && props.was.amount > props.money.amount && (
        <s class="c-was">
          <span class="c-hidden">{t('card.was')} </span>
          <bdi>{format.money(props.was)}</bdi>
        </s>
      )}
    </span>
  );
}
