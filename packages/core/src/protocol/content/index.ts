import type { Guard } from '../shape.ts';
import { isObject } from '../shape.ts';
import { type ArticleBody, isArticle } from './article.ts';
import { type ChoicesBody, isChoices } from './choices.ts';
import { type ComparisonBody, isComparison } from './comparison.ts';
import { type CouponBody, isCoupon } from './coupon.ts';
import { type FormBody, isForm } from './form.ts';
import { type HandoffBody, isHandoff } from './handoff.ts';
import {
  type ClaimedBody,
  type HiddenBody,
  isClaimed,
  isNote,
  isTrace,
  type NoteBody,
  type TraceBody,
} from './house.ts';
import {
  type ClosedBody,
  isClosed,
  isRating,
  isRead,
  isRetracted,
  type RatingBody,
  type ReadBody,
  type RetractedBody,
} from './marks.ts';
import { type FileBody, type ImageBody, isFile, isImage, isVoice, type VoiceBody } from './media.ts';
import { isNotice, type NoticeBody } from './notice.ts';
import { isOrder, type OrderBody } from './order.ts';
import { isOrders, type OrdersBody } from './orders.ts';
import { isProduct, type ProductBody } from './product.ts';
import { isProducts, type ProductsBody } from './products.ts';
import { isPromotion, type PromotionBody } from './promotion.ts';
import { isReturn, type ReturnBody } from './return.ts';
import { isShipment, type ShipmentBody } from './shipment.ts';
import { isSizeAdvice, type SizeAdviceBody } from './size-advice.ts';
import { isSticker, type StickerBody } from './sticker.ts';
import { type FinalBody, isFinal, isText, type TextBody } from './text.ts';

/** Every kind this version knows, with its body. */
export interface ContentMap {
  readonly text: TextBody;
  readonly final: FinalBody;
  readonly image: ImageBody;
  readonly voice: VoiceBody;
  readonly file: FileBody;
  readonly sticker: StickerBody;
  readonly product: ProductBody;
  readonly products: ProductsBody;
  readonly order: OrderBody;
  readonly orders: OrdersBody;
  readonly choices: ChoicesBody;
  readonly form: FormBody;
  readonly coupon: CouponBody;
  readonly shipment: ShipmentBody;
  readonly 'size-advice': SizeAdviceBody;
  readonly comparison: ComparisonBody;
  readonly promotion: PromotionBody;
  readonly return: ReturnBody;
  readonly article: ArticleBody;
  readonly notice: NoticeBody;
  readonly handoff: HandoffBody;
  readonly rating: RatingBody;
  readonly retracted: RetractedBody;
  readonly read: ReadBody;
  readonly closed: ClosedBody;
  readonly trace: TraceBody;
  readonly note: NoteBody;
  readonly claimed: ClaimedBody;
  readonly hidden: HiddenBody;
}

/** A kind this version knows. */
export type Kind = keyof ContentMap;

/** A checked body with its kind; `unknown` for kinds or bodies this version cannot read. */
export type Content =
  | { readonly [K in Kind]: { readonly kind: K; readonly body: ContentMap[K] } }[Kind]
  | { readonly kind: 'unknown'; readonly body: Readonly<Record<string, unknown>> };

/** The guard of every kind. */
export const GUARDS: { readonly [K in Kind]: Guard<ContentMap[K]> } = {
  text: isText,
  final: isFinal,
  image: isImage,
  voice: isVoice,
  file: isFile,
  sticker: isSticker,
  product: isProduct,
  products: isProducts,
  order: isOrder,
  orders: isOrders,
  choices: isChoices,
  form: isForm,
  coupon: isCoupon,
  shipment: isShipment,
  'size-advice': isSizeAdvice,
  comparison: isComparison,
  promotion: isPromotion,
  return: isReturn,
  article: isArticle,
  notice: isNotice,
  handoff: isHandoff,
  rating: isRating,
  retracted: isRetracted,
  read: isRead,
  closed: isClosed,
  trace: isTrace,
  note: isNote,
  claimed: isClaimed,
  hidden: isObject,
};

/** Whether this version knows the kind. */
export const isKnownKind = (kind: string): kind is Kind => Object.hasOwn(GUARDS, kind);

/** Checks a body against its kind. What cannot be read becomes `unknown`, never an error. */
export function readContent(item: {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}): Content {
  return isKnownKind(item.kind) && GUARDS[item.kind](item.body)
    ? ({ kind: item.kind, body: item.body } as Content)
    : { kind: 'unknown', body: item.body };
}
