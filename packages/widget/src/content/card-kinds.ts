import { type Content, isKnownKind, readContent } from '@xiaoer/core/protocol';
import type { ComponentType } from 'preact';
import { Article } from './article.tsx';
import button from './button.css';
import card from './card.css';
import carousel from './carousel.css';
import { Choices } from './choices.tsx';
import { Closed } from './closed.tsx';
import { Comparison } from './comparison.tsx';
import coupon from './coupon.css';
import { Coupon } from './coupon.tsx';
import { File } from './file.tsx';
import form from './form.css';
import { Form } from './form.tsx';
import handoff from './handoff.css';
import { Handoff } from './handoff.tsx';
import { Image } from './image.tsx';
import media from './media.css';
import order from './order.css';
import { Order } from './order.tsx';
import { Orders } from './orders.tsx';
import product from './product.css';
import { Product } from './product.tsx';
import { Products } from './products.tsx';
import { Promotion } from './promotion.tsx';
import rating from './rating.css';
import { Rating } from './rating.tsx';
import reading from './reading.css';
import type { RendererProps } from './renderer.ts';
import returning from './return.css';
import { Return } from './return.tsx';
import { Shipment } from './shipment.tsx';
import { SizeAdvice } from './size-advice.tsx';
import { Sticker } from './sticker.tsx';
import table from './table.css';
import { Voice } from './voice.tsx';

export { richly } from './rich-text.tsx';

/**
 * Everything that is more than words, with its style: one chunk, fetched when the panel has become idle, or at the
 * latest when the first card is drawn.
 */
const cards: Readonly<Partial<Record<string, ComponentType<never>>>> = {
  article: Article,
  comparison: Comparison,
  coupon: Coupon,
  file: File,
  form: Form,
  handoff: Handoff,
  image: Image,
  order: Order,
  orders: Orders,
  product: Product,
  products: Products,
  promotion: Promotion,
  rating: Rating,
  return: Return,
  shipment: Shipment,
  'size-advice': SizeAdvice,
  voice: Voice,
  choices: Choices,
  closed: Closed,
  sticker: Sticker,
};

/**
 * What draws a message: `own`, or the card here; undefined where its body is not one of its kind, or nobody knows the
 * kind. The guards of all kinds travel with the cards.
 */
export function cardFor(
  { kind, body }: Content,
  own?: ComponentType<RendererProps<never>>,
): ComponentType<RendererProps<never>> | undefined {
  const known = isKnownKind(kind);
  if (known && readContent({ kind, body: body as Readonly<Record<string, unknown>> }).kind !== kind) return undefined;
  return (own ?? (known ? cards[kind] : undefined)) as ComponentType<RendererProps<never>> | undefined;
}

/** Style of the kinds in this chunk. */
export const cardStyles: string = [
  card,
  button,
  product,
  carousel,
  handoff,
  order,
  form,
  rating,
  coupon,
  reading,
  media,
  table,
  returning,
].join('\n');
