import type { Flow } from '../flow.ts';

/** Asking the shop to hurry with an order. */
export const URGE_ORDER: Flow = {
  flow: 1,
  id: 'urge-order',
  title: { 'zh-CN': '催订单', en: 'hurrying an order' },
  triggers: ['order.urge'],
  needs: 'signed-in',
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['paid', 'packed', 'shipped'],
      ask: { 'zh-CN': '要催哪一单？', en: 'Which order shall I hurry?' },
      none: { 'zh-CN': '您名下没有还在路上或者待发的订单。', en: 'None of your orders is waiting or on its way.' },
      refused: {
        'zh-CN': '订单 {number} {status}，没有什么可催的了。',
        en: 'Order {number} is {status}: there is nothing left to hurry.',
      },
    },
  },
  steps: [
    { ask: 'order' },
    {
      confirm: {
        'zh-CN': '订单 {order} 现在{order.status}。我帮您催一下，好吗？',
        en: 'Order {order} is {order.status}. Shall I ask for it to be hurried?',
      },
    },
    { call: 'orders.urge', with: { order: 'order.id' }, show: true, errors: { failed: 'failed' } },
    {
      say: { 'zh-CN': '催过了，订单 {order} 记为加急。', en: 'I have asked: order {order} is marked as urgent.' },
      next: 'end',
    },
    {
      id: 'failed',
      say: {
        'zh-CN': '没催成：系统没有接受。可以请人去问仓库。',
        en: 'It could not be marked: the system did not accept it. A person can ask the warehouse.',
      },
      person: true,
    },
  ],
};
