import type { Flow } from '../flow.ts';

/** Cancelling an order that has not left the house. */
export const CANCEL_ORDER: Flow = {
  flow: 1,
  id: 'cancel-order',
  title: { 'zh-CN': '取消订单', en: 'cancelling an order' },
  triggers: ['order.cancel'],
  button: 'cancel',
  needs: 'signed-in',
  signIn: {
    'zh-CN': '要取消订单，请先在页面上登录，登录后再跟我说一声就好。',
    en: 'To cancel an order, please sign in on this page first and tell me again.',
  },
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['unpaid', 'paid', 'packed'],
      ask: { 'zh-CN': '要取消哪一单？', en: 'Which order shall be cancelled?' },
      none: {
        'zh-CN': '您名下没有还能取消的订单：已发出的，可以拒收或者收到后退货。',
        en: 'None of your orders can still be cancelled. One that has left can be refused at the door or returned.',
      },
      refused: {
        'zh-CN': '订单 {number} {status}，取消不了了：可以拒收，或者收到后退货。',
        en: 'Order {number} is {status} and can no longer be cancelled: it can be refused at the door or returned.',
      },
    },
    reason: {
      type: 'choice',
      label: { 'zh-CN': '原因', en: 'Reason' },
      ask: { 'zh-CN': '好的，订单 {order}。方便说一下为什么取消吗？', en: 'Order {order}, then. May I ask why?' },
      options: [
        {
          value: 'not-wanted',
          label: { 'zh-CN': '不想要了', en: 'I no longer want it' },
          words: {
            'zh-CN': '不要了|不需要|用不上|改主意',
            en: "no longer|don't need|do not need|don't want|changed my mind",
          },
        },
        {
          value: 'mistake',
          label: { 'zh-CN': '拍错了', en: 'Ordered by mistake' },
          words: { 'zh-CN': '买错|下错|选错|多拍|重复', en: 'mistake|wrong one|twice|accident' },
        },
        {
          value: 'price',
          label: { 'zh-CN': '价格不合适', en: 'The price' },
          words: { 'zh-CN': '贵|便宜|降价|优惠', en: 'price|cheaper|expensive' },
        },
        {
          value: 'slow',
          label: { 'zh-CN': '发货太慢', en: 'It takes too long' },
          words: { 'zh-CN': '太慢|太久|等不及|不发货', en: 'slow|too long|late|waiting' },
        },
        {
          value: 'other',
          label: { 'zh-CN': '其他', en: 'Something else' },
          words: { 'zh-CN': '别的|其它|不方便说|不想说', en: 'other|rather not|none of your business' },
        },
      ],
    },
  },
  steps: [
    { ask: 'order' },
    { ask: 'reason' },
    {
      confirm: {
        'zh-CN': '取消订单 {order}（{order.total}），原因：{reason}。确认取消吗？',
        en: 'Cancel order {order} ({order.total}); reason: {reason}. Shall I cancel it?',
      },
    },
    {
      call: 'orders.cancel',
      with: { order: 'order.id', reason: 'reason' },
      show: true,
      errors: { 'too-late': 'late', failed: 'failed' },
    },
    {
      say: {
        'zh-CN': '订单 {order} 已取消。付过的钱按原路退回。',
        en: 'Order {order} is cancelled. What you paid goes back the way it came.',
      },
      next: 'end',
    },
    {
      id: 'late',
      say: {
        'zh-CN': '没取消成：订单 {order} 已经发出。可以拒收，或者收到后退货。',
        en: 'It was not cancelled: order {order} has left. It can be refused at the door or returned.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'failed',
      say: {
        'zh-CN': '没取消成：订单系统没有接受。订单 {order} 还是原样，可以请人来看看。',
        en: 'It was not cancelled: the order system did not accept it. Order {order} stands; a person can look into it.',
      },
      person: true,
    },
  ],
  cancelled: { 'zh-CN': '好的，订单不取消，照常处理。', en: 'All right, the order stands and goes on as usual.' },
};
