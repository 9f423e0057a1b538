import type { Flow } from '../flow.ts';
import { PICTURES_OF_FAULT } from './pictures-of-fault.ts';
import { RETURN_REASONS } from './return-reasons.ts';

/** Sending something back. */
export const RETURN_ORDER: Flow = {
  flow: 1,
  id: 'return-order',
  title: { 'zh-CN': '退货', en: 'a return' },
  triggers: ['return.request'],
  button: 'return',
  needs: 'signed-in',
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['delivered'],
      ask: { 'zh-CN': '要退哪一单？', en: 'Which order is it about?' },
      none: {
        'zh-CN': '您名下没有已收到的订单可以退。还没发出的可以取消。',
        en: 'None of your orders has been delivered. One that has not left can be cancelled.',
      },
      refused: {
        'zh-CN': '订单 {number} {status}，还办不了退货。',
        en: 'Order {number} is {status}; it cannot be returned.',
      },
    },
    reason: {
      type: 'choice',
      label: { 'zh-CN': '原因', en: 'Reason' },
      ask: { 'zh-CN': '订单 {order}，为什么要退？', en: 'Order {order}: why does it go back?' },
      options: RETURN_REASONS,
    },
    pictures: PICTURES_OF_FAULT,
  },
  steps: [
    { ask: 'order' },
    { if: { known: 'policy.returnDays' }, no: 'why' },
    { if: { value: 'policy.returnDays', is: 0 }, yes: 'none' },
    {
      if: {
        any: [
          { since: 'order.deliveredAt', days: 'policy.returnDays' },
          { all: [{ not: { known: 'order.deliveredAt' } }, { since: 'order.placedAt', days: 'policy.returnDays' }] },
        ],
      },
      no: 'over',
    },
    { id: 'why', ask: 'reason' },
    { if: { value: 'reason', is: ['damaged', 'wrong'] }, no: 'sure' },
    { ask: 'pictures' },
    {
      id: 'sure',
      confirm: {
        'zh-CN': '退货：订单 {order}（{order.total}），原因：{reason}。确认申请吗？',
        en: 'A return of order {order} ({order.total}); reason: {reason}. Shall I ask for it?',
      },
    },
    {
      call: 'orders.return',
      with: { order: 'order.id', reason: 'reason', pictures: 'pictures' },
      show: true,
      errors: { 'too-late': 'over', failed: 'failed' },
    },
    {
      say: { 'zh-CN': '订单 {order} 的退货已申请。', en: 'The return of order {order} has been asked for.' },
      next: 'end',
    },
    {
      id: 'none',
      say: {
        'zh-CN': '订单 {order} 的商品，店里写明不接受退货。东西有问题的话，可以请人来处理。',
        en: 'What is in order {order} is not taken back. If something is wrong with it, a person can help.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'over',
      say: {
        'zh-CN': '订单 {order} 已经过了可以退货的时间。有特殊情况，可以请人来看。',
        en: 'The time for returning order {order} is over. In a special case a person can decide.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'failed',
      say: {
        'zh-CN': '没申请成：系统没有接受。可以请人来办。',
        en: 'The return was not taken down: the system did not accept it. A person can arrange it.',
      },
      person: true,
    },
  ],
  cancelled: { 'zh-CN': '好的，退货先不办。', en: 'All right, no return for now.' },
};
