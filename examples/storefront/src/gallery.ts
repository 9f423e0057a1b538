import type { Product } from './catalogue.ts';
import { element } from './element.ts';
import { picture } from './picture.ts';
import type { ShopContext } from './shop-context.ts';

/** Details are crops of the one picture; the stylesheet says where each crop lies. */
const CROPS = ['whole', 'left', 'middle', 'low'] as const;

/** The picture of a product and its details. */
export function gallery({ words, text }: ShopContext, product: Product): HTMLElement {
  const main = picture(product, { alt: text(product.title) });
  const frame = element('div', { class: 'gallery-frame', 'data-crop': 'whole' }, main);
  const thumbs = CROPS.map((crop, index) =>
    element(
      'button',
      {
        type: 'button',
        class: 'gallery-thumb',
        'data-crop': crop,
        'aria-label': words.view(index + 1),
        'aria-pressed': String(crop === 'whole'),
        on: {
          click: () => {
            frame.dataset['crop'] = crop;
            for (const thumb of thumbs) thumb.setAttribute('aria-pressed', String(thumb.dataset['crop'] === crop));
          },
        },
      },
      picture(product),
    ),
  );
  const details = element('div', { class: 'gallery-thumbs', role: 'group', 'aria-label': words.views }, ...thumbs);
  return element('div', { class: 'gallery' }, frame, product.image !== undefined && details);
}
