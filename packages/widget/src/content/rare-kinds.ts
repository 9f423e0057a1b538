import css from './rare.css';

/*
 * Kinds that most conversations never show, with their style: one chunk, fetched when the first of them is drawn. Each
 * export is named after what the registry asks for.
 */
export { Article } from './article.tsx';
export { Coupon } from './coupon.tsx';
export { File } from './file.tsx';
export { Form } from './form.tsx';
export { Image } from './image.tsx';
export { LeaveMessage } from './leave-message.tsx';
export { Order } from './order.tsx';
export { Orders } from './orders.tsx';
export { Rating } from './rating.tsx';
export { Shipment } from './shipment.tsx';
export { Voice } from './voice.tsx';

/** Style of the kinds in this chunk. */
export const rareStyles: string = css;
