import type { Flow } from '../flow.ts';

/** The difference back when a price fell after buying. */
export const PRICE_PROTECTION: Flow = {
  flow: 1,
  id: 'price-protection',
  title: { 'zh-CN': '申请价保', en: 'price protection' },
  triggers: ['price.protect'],
  needs: 'signed-in',
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['paid', 'packed', 'shipped', 'delivered'],
      ask: { 'zh-CN': '要给哪一单申请价保？', en: 'Which order is it about?' },
      none: { 'zh-CN': '您名下没有可以申请价保的订单。', en: 'There is no order it could be asked for.' },
      refused: {
        'zh-CN': '订单 {number} {status}，申请不了价保。',
        en: 'Order {number} is {status}; there is no price protection for it.',
      },
    },
  },
  steps: [
    { if: { value: 'policy.priceProtectionDays', is: 0 }, yes: 'none' },
    { ask: 'order' },
    { if: { known: 'policy.priceProtectionDays' }, no: 'sure' },
    { if: { since: 'order.placedAt', days: 'policy.priceProtectionDays' }, no: 'over' },
    {
      id: 'sure',
      confirm: {
        'zh-CN': '给订单 {order}（{order.total}）申请价保，有差价就退。确认吗？',
        en: 'Ask for price protection on order {order} ({order.total}), so that any difference is paid back?',
      },
    },
    {
      call: 'orders.protect-price',
      with: { order: 'order.id' },
      into: 'protection',
      errors: { 'no-difference': 'same', 'too-late': 'over', failed: 'failed' },
    },
    { if: { known: 'protection.amount' }, no: 'asked' },
    {
      say: {
        'zh-CN': '订单 {order} 的差价 {protection.amount} 会按原路退回。',
        en: 'The difference of {protection.amount} on order {order} goes back the way you paid.',
      },
      next: 'end',
    },
    {
      id: 'asked',
      say: {
        'zh-CN': '订单 {order} 的价保已申请，差价核好后按原路退回。',
        en: 'Price protection on order {order} has been asked for; any difference goes back the way you paid.',
      },
      next: 'end',
    },
    {
      id: 'none',
      say: { 'zh-CN': '店里写明降价不补差价。', en: 'The shop does not make up the difference when a price falls.' },
      person: true,
      next: 'end',
    },
    {
      id: 'over',
      say: {
        'zh-CN': '订单 {order} 已经过了 {policy.priceProtectionDays} 天的价保期。',
        en: 'The {policy.priceProtectionDays} days of price protection for order {order} are over.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'same',
      say: {
        'zh-CN': '订单 {order} 里的商品现在没有更便宜，没有差价可退。',
        en: 'Nothing in order {order} is cheaper now, so there is no difference.',
      },
      next: 'end',
    },
    {
      id: 'failed',
      say: {
        'zh-CN': '没申请成：系统没有接受。可以请人来看看。',
        en: 'It was not taken down: the system did not accept it. A person can look into it.',
      },
      person: true,
    },
  ],
};
