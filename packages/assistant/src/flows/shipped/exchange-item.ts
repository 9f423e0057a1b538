import type { Flow } from '../flow.ts';
import { PICTURES_OF_FAULT } from './pictures-of-fault.ts';
import { RETURN_REASONS } from './return-reasons.ts';

/** Another size, colour or piece instead of the one that came. */
export const EXCHANGE_ITEM: Flow = {
  flow: 1,
  id: 'exchange-item',
  title: { 'zh-CN': '换货', en: 'an exchange' },
  triggers: ['exchange.request'],
  needs: 'signed-in',
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['delivered'],
      ask: { 'zh-CN': '要换哪一单里的东西？', en: 'Which order is it about?' },
      none: { 'zh-CN': '您名下没有已收到的订单可以换。', en: 'None of your orders has been delivered.' },
      refused: {
        'zh-CN': '订单 {number} {status}，还办不了换货。',
        en: 'Order {number} is {status}; nothing of it can be exchanged.',
      },
    },
    instead: {
      type: 'text',
      label: { 'zh-CN': '换成', en: 'Instead' },
      min: 2,
      ask: { 'zh-CN': '订单 {order}，哪一件要换，换成什么？', en: 'Order {order}: which item, and what instead?' },
      retry: {
        'zh-CN': '请说具体一点：哪一件，换成什么尺码或颜色。',
        en: 'Please say which item, and which size or colour instead.',
      },
    },
    reason: {
      type: 'choice',
      label: { 'zh-CN': '原因', en: 'Reason' },
      ask: { 'zh-CN': '为什么要换？', en: 'Why is it exchanged?' },
      options: RETURN_REASONS,
    },
    pictures: PICTURES_OF_FAULT,
  },
  steps: [
    { ask: 'order' },
    {
      if: {
        all: [
          { known: 'policy.returnDays' },
          { known: 'order.deliveredAt' },
          { not: { since: 'order.deliveredAt', days: 'policy.returnDays' } },
        ],
      },
      yes: 'over',
    },
    { ask: 'instead' },
    { ask: 'reason' },
    { if: { value: 'reason', is: ['damaged', 'wrong'] }, no: 'sure' },
    { ask: 'pictures' },
    {
      id: 'sure',
      confirm: {
        'zh-CN': '换货：订单 {order}，{instead}，原因：{reason}。确认申请吗？',
        en: 'An exchange for order {order}: {instead}; reason: {reason}. Shall I ask for it?',
      },
    },
    {
      call: 'orders.exchange',
      with: { order: 'order.id', instead: 'instead', reason: 'reason', pictures: 'pictures' },
      show: true,
      errors: { 'too-late': 'over', 'out-of-stock': 'out', failed: 'failed' },
    },
    {
      say: {
        'zh-CN': '订单 {order} 的换货已申请：{instead}。',
        en: 'The exchange for order {order} has been asked for: {instead}.',
      },
      next: 'end',
    },
    {
      id: 'over',
      say: {
        'zh-CN': '订单 {order} 已经过了可以退换的时间。有特殊情况，可以请人来看。',
        en: 'The time for returning or exchanging order {order} is over. In a special case a person can decide.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'out',
      say: {
        'zh-CN': '想换的那款没有货了，换货没有申请。可以退货，或者请人来看看。',
        en: 'What you want instead is sold out, so nothing was asked for. You can return it, or a person can look.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'failed',
      say: {
        'zh-CN': '没申请成：系统没有接受。可以请人来办。',
        en: 'The exchange was not taken down: the system did not accept it. A person can arrange it.',
      },
      person: true,
    },
  ],
};
