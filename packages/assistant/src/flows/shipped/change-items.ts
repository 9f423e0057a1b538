import type { Flow } from '../flow.ts';

/** Changing what is in an order before it is packed. */
export const CHANGE_ITEMS: Flow = {
  flow: 1,
  id: 'change-items',
  title: { 'zh-CN': '改订单里的商品', en: 'changing the items of an order' },
  triggers: ['order.items'],
  needs: 'signed-in',
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['unpaid', 'paid'],
      ask: { 'zh-CN': '要改哪一单？', en: 'Which order shall be changed?' },
      none: {
        'zh-CN': '您名下没有还能改的订单：打包好的就改不了了。',
        en: 'None of your orders can still be changed: what is packed stays as it is.',
      },
      refused: {
        'zh-CN': '订单 {number} {status}，里面的商品改不了了。',
        en: 'Order {number} is {status}; its items can no longer be changed.',
      },
    },
    change: {
      type: 'text',
      label: { 'zh-CN': '怎么改', en: 'Change' },
      min: 2,
      ask: {
        'zh-CN': '订单 {order}，想怎么改？比如换哪个颜色、尺码，加几件或者去掉哪件。',
        en: 'Order {order}: what should change? Another colour or size, one more, one less …',
      },
      retry: { 'zh-CN': '请说具体一点：哪一件，改成什么。', en: 'Please say which item, and what it should become.' },
    },
  },
  steps: [
    { ask: 'order' },
    { ask: 'change' },
    {
      confirm: {
        'zh-CN': '订单 {order} 这样改：{change}。确认吗？',
        en: 'Order {order}, to be changed: {change}. Is that right?',
      },
    },
    {
      call: 'orders.change-items',
      with: { order: 'order.id', change: 'change' },
      show: true,
      errors: { 'too-late': 'late', 'out-of-stock': 'out', failed: 'failed' },
    },
    { say: { 'zh-CN': '改好了，订单 {order}：{change}。', en: 'Done: order {order}, {change}.' }, next: 'end' },
    {
      id: 'late',
      say: { 'zh-CN': '没改成：订单 {order} 已经在打包了。', en: 'It was not changed: order {order} is being packed.' },
      person: true,
      next: 'end',
    },
    {
      id: 'out',
      say: {
        'zh-CN': '没改成：要换的那款没有货了，订单还是原样。',
        en: 'It was not changed: what you want instead is sold out. The order stands.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'failed',
      say: {
        'zh-CN': '没改成：订单系统没有接受，订单还是原样。',
        en: 'It was not changed: the order system did not accept it. The order stands.',
      },
      person: true,
    },
  ],
  cancelled: { 'zh-CN': '好的，订单不改，还是原样。', en: 'All right, the order stays as it was.' },
};
