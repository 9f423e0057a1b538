import { abuse } from './abuse.ts';
import { accountLogin } from './account-login.ts';
import { botIdentity } from './bot-identity.ts';
import { bye } from './bye.ts';
import { deliveryDamaged } from './delivery-damaged.ts';
import { deliveryLate } from './delivery-late.ts';
import { deliveryLost } from './delivery-lost.ts';
import { deliveryTrack } from './delivery-track.ts';
import { exchangeRequest } from './exchange-request.ts';
import { giftAsk } from './gift-ask.ts';
import { greet } from './greet.ts';
import { humanRequest } from './human-request.ts';
import { installHelp } from './install-help.ts';
import { invoiceAsk } from './invoice-ask.ts';
import { itemMissing } from './item-missing.ts';
import { itemWrong } from './item-wrong.ts';
import { memberBenefits } from './member-benefits.ts';
import { orderAddress } from './order-address.ts';
import { orderCancel } from './order-cancel.ts';
import { orderConfirm } from './order-confirm.ts';
import { orderItems } from './order-items.ts';
import { orderStatus } from './order-status.ts';
import { orderUrge } from './order-urge.ts';
import { paymentMethods } from './payment-methods.ts';
import { paymentProblem } from './payment-problem.ts';
import { priceProtect } from './price-protect.ts';
import { privacyDelete } from './privacy-delete.ts';
import { productAuthentic } from './product-authentic.ts';
import { productCompare } from './product-compare.ts';
import { productInfo } from './product-info.ts';
import { productPrice } from './product-price.ts';
import { productRecommend } from './product-recommend.ts';
import { productSafety } from './product-safety.ts';
import { productSimilar } from './product-similar.ts';
import { productSize } from './product-size.ts';
import { productStock } from './product-stock.ts';
import { productUsage } from './product-usage.ts';
import { promoAsk } from './promo-ask.ts';
import { promoBargain } from './promo-bargain.ts';
import { promoCoupon } from './promo-coupon.ts';
import { qualityComplaint } from './quality-complaint.ts';
import { refundAmount } from './refund-amount.ts';
import { refundStatus } from './refund-status.ts';
import { returnPolicy } from './return-policy.ts';
import { returnRequest } from './return-request.ts';
import { reviewIssue } from './review-issue.ts';
import { serviceComplaint } from './service-complaint.ts';
import { shippingArea } from './shipping-area.ts';
import { shippingCarrier } from './shipping-carrier.ts';
import { shippingCost } from './shipping-cost.ts';
import { shippingTime } from './shipping-time.ts';
import { thanks } from './thanks.ts';
import { warrantyRepair } from './warranty-repair.ts';

/** English phrasings of every service intent. */
export const EN_PHRASINGS: Readonly<Record<string, readonly string[]>> = {
  abuse: abuse,
  'account.login': accountLogin,
  'bot.identity': botIdentity,
  bye: bye,
  'delivery.damaged': deliveryDamaged,
  'delivery.late': deliveryLate,
  'delivery.lost': deliveryLost,
  'delivery.track': deliveryTrack,
  'exchange.request': exchangeRequest,
  'gift.ask': giftAsk,
  greet: greet,
  'human.request': humanRequest,
  'install.help': installHelp,
  'invoice.ask': invoiceAsk,
  'item.missing': itemMissing,
  'item.wrong': itemWrong,
  'member.benefits': memberBenefits,
  'order.address': orderAddress,
  'order.cancel': orderCancel,
  'order.confirm': orderConfirm,
  'order.items': orderItems,
  'order.status': orderStatus,
  'order.urge': orderUrge,
  'payment.methods': paymentMethods,
  'payment.problem': paymentProblem,
  'price.protect': priceProtect,
  'privacy.delete': privacyDelete,
  'product.authentic': productAuthentic,
  'product.compare': productCompare,
  'product.info': productInfo,
  'product.price': productPrice,
  'product.recommend': productRecommend,
  'product.safety': productSafety,
  'product.similar': productSimilar,
  'product.size': productSize,
  'product.stock': productStock,
  'product.usage': productUsage,
  'promo.ask': promoAsk,
  'promo.bargain': promoBargain,
  'promo.coupon': promoCoupon,
  'quality.complaint': qualityComplaint,
  'refund.amount': refundAmount,
  'refund.status': refundStatus,
  'return.policy': returnPolicy,
  'return.request': returnRequest,
  'review.issue': reviewIssue,
  'service.complaint': serviceComplaint,
  'shipping.area': shippingArea,
  'shipping.carrier': shippingCarrier,
  'shipping.cost': shippingCost,
  'shipping.time': shippingTime,
  thanks: thanks,
  'warranty.repair': warrantyRepair,
};
