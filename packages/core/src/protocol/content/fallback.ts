import { articleFallback } from './article.ts';
import { choicesFallback } from './choices.ts';
import { couponFallback } from './coupon.ts';
import { formFallback } from './form.ts';
import { handoffFallback } from './handoff.ts';
import type { Content } from './index.ts';
import { fileFallback, imageFallback, voiceFallback } from './media.ts';
import { noticeFallback } from './notice.ts';
import { orderFallback } from './order.ts';
import { ordersFallback } from './orders.ts';
import { productFallback } from './product.ts';
import { productsFallback } from './products.ts';
import { shipmentFallback } from './shipment.ts';
import { stickerFallback } from './sticker.ts';
import { textFallback } from './text.ts';

/**
 * A message in plain text, for readers that cannot show its card. Marks (read, retracted, closed, rating, events of
 * the house) have no text and give an empty string.
 */
export function fallback(content: Content): string {
  switch (content.kind) {
    case 'text':
      return textFallback(content.body);
    case 'image':
      return imageFallback(content.body);
    case 'voice':
      return voiceFallback(content.body);
    case 'file':
      return fileFallback(content.body);
    case 'sticker':
      return stickerFallback(content.body);
    case 'product':
      return productFallback(content.body);
    case 'products':
      return productsFallback(content.body);
    case 'order':
      return orderFallback(content.body);
    case 'orders':
      return ordersFallback(content.body);
    case 'choices':
      return choicesFallback(content.body);
    case 'form':
      return formFallback(content.body);
    case 'coupon':
      return couponFallback(content.body);
    case 'shipment':
      return shipmentFallback(content.body);
    case 'article':
      return articleFallback(content.body);
    case 'notice':
      return noticeFallback(content.body);
    case 'handoff':
      return handoffFallback(content.body);
    case 'rating':
    case 'retracted':
    case 'read':
    case 'closed':
    case 'trace':
    case 'note':
    case 'hidden':
      return '';
    // `unknown`, and kinds of a later version.
    default:
      return typeof content.body['text'] === 'string' ? content.body['text'] : '';
  }
}
