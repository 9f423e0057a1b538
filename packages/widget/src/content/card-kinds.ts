import button from './button.css';
import card from './card.css';
import carousel from './carousel.css';
import coupon from './coupon.css';
import form from './form.css';
import handoff from './handoff.css';
import media from './media.css';
import order from './order.css';
import product from './product.css';
import rating from './rating.css';
import reading from './reading.css';

/** Checks a body before its card is drawn: the guards of all kinds travel with the cards. */
export { readContent } from '@xiaoer/core/protocol';
/*
 * Everything that is more than words, with its style: one chunk, fetched when the panel has become idle, or at the
 * latest when the first card is drawn. Each export is named after what the registry asks for.
 */
export { Article } from './article.tsx';
export { Coupon } from './coupon.tsx';
export { File } from './file.tsx';
export { Form } from './form.tsx';
export { Handoff } from './handoff.tsx';
export { Image } from './image.tsx';
export { Order } from './order.tsx';
export { Orders } from './orders.tsx';
export { Product } from './product.tsx';
export { Products } from './products.tsx';
export { Rating } from './rating.tsx';
export { Shipment } from './shipment.tsx';
export { Voice } from './voice.tsx';

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
].join('\n');
