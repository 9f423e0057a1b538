import type { Product } from './catalogue.ts';
import { element } from './element.ts';

interface PictureOptions {
  readonly alt?: string;
  /** Whether it waits until it is about to be seen; its place is kept either way. */
  readonly lazy?: boolean;
}

/** A product's picture; a drawn vessel where the shop has none. Beside the name it is decoration, so `alt` is empty. */
export function picture({ image }: Pick<Product, 'image'>, { alt = '', lazy = false }: PictureOptions = {}) {
  return element('img', {
    src: image ?? '/storefront/placeholder.svg',
    alt,
    loading: lazy && 'lazy',
    width: '320',
    height: '352',
    decoding: 'async',
  });
}
