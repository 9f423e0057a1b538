import type { ComparisonBody } from '@xiaoer/core/protocol';
import { AddButton } from './add-button.tsx';
import { Lead } from './lead.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';
import { ProductName } from './product-name.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { RichText } from './rich-text.tsx';
import { useCart } from './use-cart.ts';

/** Puts a product of the comparison into the cart; one with options is looked at instead. */
function Add({ item, context, n, body }: RendererProps<ComparisonBody> & { readonly n: number }) {
  const product = body.items[n] as ComparisonBody['items'][number];
  const cart = useCart(product, context, item);
  return (
    <td>
      <AddButton
        cart={cart}
        label={context.t(cart.mustChoose ? 'card.view' : 'card.addShort')}
        title={product.title}
        context={context}
        onChoose={cart.view}
      />
      <Refusal text={cart.mustChoose ? cart.failed : cart.refused} />
    </td>
  );
}

function Name({ item, context, n, body }: RendererProps<ComparisonBody> & { readonly n: number }) {
  const product = body.items[n] as ComparisonBody['items'][number];
  const cart = useCart(product, context, item);
  return (
    <th scope="col">
      <Picture src={product.image} alt="" class="c-column" />
      <ProductName product={product} reader={context.reader} onView={cart.view} />
      <Price money={product.price} was={product.was} context={context} />
      <Refusal text={cart.refused} />
    </th>
  );
}

/** Two to four products attribute by attribute, as a true table: the better value bold, the verdict below. */
export function Comparison(props: RendererProps<ComparisonBody>) {
  const { item, body, context } = props;
  const { t } = context;
  const products = body.items.map(({ title }) => title).join(t('card.and'));
  return (
    <>
      <Lead item={item} context={context} text={body.text} source={body.source} />
      <div class="c-card c-comparison" part="card">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        {/* biome-ignore lint/a11y/useSemanticElements: a field set would have a frame of its own, a section would be a landmark. */}
        <div role="group" class="c-scroll" aria-label={t('comparison.label', { products })} tabIndex={0}>
          <table class="c-table" data-many={body.items.length > 2 || undefined}>
            <thead>
              <tr>
                <td>
                  <span class="c-hidden">{t('comparison.attribute')}</span>
                </td>
                {body.items.map(({ id }, n) => (
                  <Name key={id} {...props} n={n} />
                ))}
              </tr>
            </thead>
            <tbody>
              {body.rows.map(({ label, values, better }) => (
                <tr key={label}>
                  <th scope="row" dir="auto">
                    {label}
                  </th>
                  {body.items.map(({ id }, n) => (
                    <td key={id} dir="auto" data-better={better?.includes(n) || undefined}>
                      {values[n] || (
                        <>
                          <span aria-hidden="true">–</span>
                          <span class="c-hidden">{t('comparison.unknown')}</span>
                        </>
                      )}
                      {better?.includes(n) && <span class="c-hidden">, {t('comparison.better')}</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {context.reader === 'shopper' && (
              <tfoot>
                <tr>
                  <td />
                  {body.items.map(({ id }, n) => (
                    <Add key={id} {...props} n={n} />
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </div>
        {body.verdict && (
          <div class="c-part c-verdict">
            <RichText text={body.verdict} />
          </div>
        )}
      </div>
    </>
  );
}
