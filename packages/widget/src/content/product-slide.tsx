import type { TimelineItem } from '@xiaoer/core';
import type { ProductCard } from '@xiaoer/core/protocol';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { AddButton } from './add-button.tsx';
import { Button } from './button.tsx';
import type { CardContext } from './card-context.ts';
import { MORE } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';
import { ProductName } from './product-name.tsx';
import { Refusal } from './refusal.tsx';
import { stockWords, useCart } from './use-cart.ts';
import { Variants } from './variants.tsx';

/** One product of a carousel. More opens a sheet inside the card: options, view, ask. */
export function ProductSlide(props: {
  readonly product: ProductCard;
  readonly item: TimelineItem;
  readonly context: CardContext;
  readonly tabIndex: number;
}) {
  const { product, item, context, tabIndex } = props;
  const { t } = context;
  const cart = useCart(product, context, item);
  const [open, setOpen] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) sheet.current?.querySelector<HTMLElement>('input:not(:disabled), button')?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    more.current?.focus();
  };
  const stock = stockWords(product, cart.variant, context);
  return (
    <article
      class="c-card c-slide"
      part="card"
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div class="c-upper">
        <Picture src={product.image} alt="" class="c-front" />
        {product.tags?.[0] && <span class="c-tag c-over">{product.tags[0]}</span>}
        <div class="c-words">
          <ProductName product={product} reader={context.reader} onView={cart.view} tabIndex={tabIndex} />
          <p class="c-why" dir="auto">
            {product.reason ?? product.subtitle ?? stock}
          </p>
          <Price money={cart.variant?.price ?? product.price} was={product.was} context={context} />
        </div>
        {open && (
          <div class="c-sheet" id={id} ref={sheet}>
            {product.variants && product.variants.length > 0 && (
              <Variants
                product={product}
                chosen={cart.variant}
                name={`${item.key} ${product.id}`}
                context={context}
                onChoose={cart.choose}
              />
            )}
            {stock && <p class="c-detail">{stock}</p>}
            <Button onPress={cart.view}>{t('card.view')}</Button>
            <Button onPress={cart.askAbout}>{t('card.ask')}</Button>
          </div>
        )}
      </div>
      <div class="c-foot">
        <AddButton
          cart={cart}
          label={t('card.addShort')}
          title={product.title}
          tabIndex={tabIndex}
          context={context}
          onChoose={() => setOpen(true)}
        />
        <button
          type="button"
          part="button"
          class="c-button c-square"
          ref={more}
          tabIndex={tabIndex}
          aria-label={t('card.more', { name: product.title })}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <Icon path={MORE} />
        </button>
      </div>
      <Refusal text={cart.refused} />
    </article>
  );
}
