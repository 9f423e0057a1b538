import { isName, isSafeUrl, type ProductCard } from '@xiaoer/core/protocol';
import { clip } from '../text/clip.ts';
import type { Product } from './knowledge-source.ts';
import { pick } from './localized.ts';

/** A product as a card, within the protocol's bounds: what is too long is clipped, an unsafe address left out. */
export function productCard(product: Product, lang: string, reason?: string): ProductCard | undefined {
  if (!isName(product.id)) return undefined;
  const subtitle = clip(pick(product.summary, lang), 300);
  const tags = (product.tags ?? [])
    .map((tag) => clip(pick(tag, lang), 40))
    .filter(Boolean)
    .slice(0, 8);
  const attributes = Object.fromEntries(
    product.attributes
      .slice(0, 12)
      .map(({ name, value }) => [clip(pick(name, lang), 60), clip(pick(value, lang), 160)]),
  );
  return {
    id: product.id,
    title: clip(pick(product.title, lang), 300) || product.id,
    ...(subtitle ? { subtitle } : {}),
    ...(isSafeUrl(product.image) ? { image: product.image } : {}),
    ...(isSafeUrl(product.url) ? { url: product.url } : {}),
    price: product.price,
    ...(product.was ? { was: product.was } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(product.stock === undefined ? {} : { stock: Math.max(0, Math.floor(product.stock)) }),
    ...(reason ? { reason: clip(reason, 300) } : {}),
    ...(product.variants && product.variants.length > 0
      ? {
          variants: product.variants.slice(0, 12).map(({ id, label, price, stock }) => ({
            id: clip(id, 128).replace(/[\s<>"']/g, '-') || '-',
            label: clip(pick(label, lang), 120),
            ...(price ? { price } : {}),
            ...(stock === undefined ? {} : { stock: Math.max(0, Math.floor(stock)) }),
          })),
        }
      : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  };
}
