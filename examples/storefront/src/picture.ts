import type { Product } from './catalogue.ts';
import { element } from './element.ts';

/** A product's picture; a drawn vessel where the shop has none. Beside the name it is decoration, so `alt` is empty. */
export function picture({ image }: Product, properties: { readonly alt?: string; readonly class?: string } = {}) {
  return element('img', {
    src: image ?? '/storefront/placeholder.svg',
    alt: properties.alt ?? '',
    class: properties.class,
    width: '320',
    height: '352',
    decoding: 'async',
  });
}
