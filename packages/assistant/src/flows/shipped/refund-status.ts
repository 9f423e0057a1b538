import type { Flow } from '../flow.ts';

/** Where a refund is. */
export const REFUND_STATUS: Flow = {
  flow: 1,
  id: 'refund-status',
  title: { 'zh-CN': '查退款', en: 'looking up a refund' },
  triggers: ['refund.status'],
  needs: 'signed-in',
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['returning', 'refunded', 'cancelled'],
      ask: { 'zh-CN': '要查哪一单的退款？', en: 'Which order is the refund for?' },
      none: {
        'zh-CN': '您名下没有在退货、退款或已取消的订单。',
        en: 'None of your orders is being returned, refunded or cancelled.',
      },
      refused: {
        'zh-CN': '订单 {number} {status}，没有在退款。',
        en: 'Order {number} is {status}; no refund is under way.',
      },
    },
  },
  steps: [
    { ask: 'order' },
    {
      call: 'refunds.get',
      with: { order: 'order.id' },
      reads: true,
      into: 'refund',
      errors: { unsupported: 'unknown', 'not-found': 'nothing', failed: 'unknown' },
    },
    { if: { known: 'refund.paidAt' }, yes: 'paid' },
    { if: { known: 'refund.dueAt' }, yes: 'due' },
    {
      say: {
        'zh-CN': '订单 {order} 的退款 {refund.amount} 在处理中，店里还没有写到账的日子。',
        en: 'The refund of {refund.amount} for order {order} is under way; the shop has not said when it will arrive.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'paid',
      say: {
        'zh-CN': '订单 {order} 的退款 {refund.amount} 已在{refund.paidAt}退出。',
        en: 'The refund of {refund.amount} for order {order} was paid on {refund.paidAt}.',
      },
      next: 'end',
    },
    {
      id: 'due',
      say: {
        'zh-CN': '订单 {order} 的退款 {refund.amount} 在处理中，预计{refund.dueAt}到账。',
        en: 'The refund of {refund.amount} for order {order} is under way and expected by {refund.dueAt}.',
      },
      next: 'end',
    },
    {
      id: 'nothing',
      say: {
        'zh-CN': '订单 {order} 还没有退款记录。可以请人来查。',
        en: 'There is no refund on record for order {order} yet. A person can look into it.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'unknown',
      say: {
        'zh-CN': '订单 {order} {order.status}；退款走到哪一步，我这里查不到，不敢乱说。可以请人来查。',
        en: 'Order {order} is {order.status}. Where its refund is I cannot see and will not guess; a person can look.',
      },
      person: true,
    },
  ],
};
