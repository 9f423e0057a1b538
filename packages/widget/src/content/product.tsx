import type { ProductBody, ProductCard } from '@xiaoer/core/protocol';
import { AddButton } from './add-button.tsx';
import { Button } from './button.tsx';
import { Lead } from './lead.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';
import { ProductName } from './product-name.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { stockWords, useCart } from './use-cart.ts';
import { Variants } from './variants.tsx';

function Whole({ item, context, card }: Omit<RendererProps<never>, 'body'> & { readonly card: ProductCard }) {
  const cart = useCart(card, context, item);
  const { t } = context;
  const sentence = context.locale.startsWith('zh') ? '。' : '. ';
  const facts = [card.subtitle ?? card.reason, stockWords(card, cart.variant, context)].filter(Boolean).join(sentence);
  return (
    <article class="c-card c-product" part="card">
      <div class="c-part c-row">
        <Picture src={card.image} alt="" class="c-large" />
        <div class="c-fill">
          <ProductName product={card} reader={context.reader} onView={cart.view} />
          {facts && (
            <p class="c-detail" dir="auto">
              {facts}
            </p>
          )}
          {card.tags && card.tags.length > 0 && (
            <p class="c-tags">
              {card.tags.map((tag) => (
                <span class="c-tag" key={tag}>
                  {tag}
                </span>
              ))}
            </p>
          )}
          <Price money={cart.variant?.price ?? card.price} was={card.was} context={context} />
          {card.variants && card.variants.length > 0 && (
            <Variants
              product={card}
              chosen={cart.variant}
              name={`${item.key} ${card.id}`}
              context={context}
              onChoose={cart.choose}
            />
          )}
        </div>
      </div>
      <div class="c-part">
        <div class="c-actions">
          <AddButton cart={cart} label={t('card.add')} title={card.title} context={context} />
          <Button onPress={cart.askAbout}>{t('card.ask')}</Button>
        </div>
        <Refusal text={cart.refused} />
      </div>
    </article>
  );
}

/** One product to look at, to put into the cart, or to ask about. */
export function Product({ item, body, context }: RendererProps<ProductBody>) {
  return (
    <>
      <Lead item={item} context={context} text={body.text ?? (body.card ? undefined : body.product)} />
      {body.card && <Whole item={item} context={context} card={body.card} />}
    </>
  );
}
