import { Button } from './button.tsx';
import type { CardContext } from './card-context.ts';
import { CHECK } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import type { useCart } from './use-cart.ts';

/** The button that puts a product into the cart, with everything it can say. */
export function AddButton(props: {
  readonly cart: ReturnType<typeof useCart>;
  readonly label: string;
  readonly title: string;
  readonly tabIndex?: number | undefined;
  readonly context: CardContext;
  /** Asked for when a variant has to be chosen first. */
  readonly onChoose?: (() => void) | undefined;
}) {
  const { cart, context } = props;
  const { t } = context;
  const done = cart.count > 0;
  const words = cart.soldOut
    ? t('card.soldOut')
    : cart.busy
      ? t('card.adding')
      : done
        ? t('card.inCart', { n: context.format.number(cart.count) })
        : props.label;
  const press = () => {
    if (!cart.mustChoose) return void cart.add();
    cart.ask();
    props.onChoose?.();
  };
  return (
    <Button main={!done} off={cart.soldOut} busy={cart.busy} tabIndex={props.tabIndex} onPress={press}>
      {done && !cart.busy && !cart.soldOut && <Icon path={CHECK} />}
      {words}
      <span class="c-hidden"> {props.title}</span>
    </Button>
  );
}
