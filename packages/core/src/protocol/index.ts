export { FILE_BYTES, PICTURE_SIDE, WAITING_BYTES } from './attachments/attachment-limits.ts';
export { FILE_TYPES, type FileType, fileType, fitsKind } from './attachments/file-type.ts';
export { isHouseKind, mayAppend } from './authorship.ts';
export { BATCH } from './batch.ts';
export type { ArticleBody } from './content/article.ts';
export type { Choice, ChoicesBody } from './content/choices.ts';
export type { ComparisonBody, ComparisonRow } from './content/comparison.ts';
export type { CouponBody } from './content/coupon.ts';
export { fallback } from './content/fallback.ts';
export { type FormAnswer, type FormBody, type FormField, type FormQuestion, isFormAnswer } from './content/form.ts';
export type { HandoffBody, HandoffReason, HandoffState } from './content/handoff.ts';
export type { ClaimedBody, HiddenBody, NoteBody, TraceBody, TraceCandidate } from './content/house.ts';
export { type Content, type ContentMap, GUARDS, isKnownKind, type Kind, readContent } from './content/index.ts';
export type { ClosedBody, RatingBody, ReadBody, RetractedBody } from './content/marks.ts';
export type { FileBody, ImageBody, VoiceBody } from './content/media.ts';
export type { NoticeBody } from './content/notice.ts';
export {
  type Address,
  isAddress,
  isOrderCard,
  isOrderStatus,
  type OrderAction,
  type OrderBody,
  type OrderCard,
  type OrderLine,
  type OrderStatus,
  type OrderStep,
  type Parcel,
} from './content/order.ts';
export type { OrdersBody } from './content/orders.ts';
export { isProductCard, type ProductBody, type ProductCard, type ProductVariant } from './content/product.ts';
export type { ProductsBody } from './content/products.ts';
export type { PromotionBody, PromotionStep } from './content/promotion.ts';
export type { ReturnBody, ReturnItem, ReturnReason } from './content/return.ts';
export type { Scan, ShipmentBody } from './content/shipment.ts';
export type { SizeAdviceBody, SizeMeasure, SizeRange, SizeRow } from './content/size-advice.ts';
export type { StickerBody } from './content/sticker.ts';
export type { Cut, FinalBody, Reply, Source, TextBody } from './content/text.ts';
export { type Cursor, type Epoch, isCursor } from './cursor.ts';
export type { Decoded } from './decode.ts';
export { decodeClientFrame } from './decode-client-frame.ts';
export { decodeServerFrame } from './decode-server-frame.ts';
export { encode, jsonBytes, utf8Bytes } from './encode.ts';
export { ERROR_CLASSES, type ErrorClass, type ErrorCode } from './error-code.ts';
export { type ChatEvent, isChatEvent, isKind, type Op } from './event.ts';
export { fits, type Sample } from './fields.ts';
export type {
  Ack,
  Append,
  Auth,
  AuthSoon,
  Bye,
  ClientFrame,
  Events,
  GoAway,
  Hello,
  Nack,
  OpenConversation,
  Ping,
  Pong,
  Pull,
  Reset,
  ServerFrame,
  SignalFrame,
  Watch,
  Welcome,
} from './frame.ts';
export {
  type ConversationId,
  isConversationId,
  isName,
  isOpId,
  isUploadId,
  newId,
  type OpId,
  randomText,
  type UploadId,
} from './ids.ts';
export { LIMITS, type Limits, MAX_REPLAY } from './limits.ts';
export { isMoney, type Money, minorDigits, plainMoney } from './money.ts';
export { isParticipant, isRole, type Participant, type Role } from './participant.ts';
export { isPortMessage, type PortLike, type PortMessage } from './port-message.ts';
export type { Serving } from './serving.ts';
export { type Guard, isObject } from './shape.ts';
export {
  type AwaySignal,
  type DeltaSignal,
  type InboxRow,
  type InboxSignal,
  isInbox,
  isPage,
  isTeam,
  type PageSignal,
  type PresenceSignal,
  type QueueSignal,
  type SignalMap,
  type SignalName,
  type TeamMember,
  type TeamSignal,
  TYPING_MS,
  type TypingSignal,
} from './signal.ts';
export { isSafeUrl } from './url.ts';
export { PROTOCOL_VERSION } from './version.ts';
