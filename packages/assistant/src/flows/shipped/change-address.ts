import type { Flow } from '../flow.ts';

/** Changing where an order goes, while it has not left the house. */
export const CHANGE_ADDRESS: Flow = {
  flow: 1,
  id: 'change-address',
  title: { 'zh-CN': '改收货地址', en: 'changing the address of an order' },
  triggers: ['order.address'],
  button: 'address',
  needs: 'signed-in',
  signIn: {
    'zh-CN': '要改订单的地址，请先在页面上登录，登录后再跟我说一声就好。',
    en: 'To change the address of an order, please sign in on this page first and tell me again.',
  },
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['unpaid', 'paid', 'packed'],
      ask: { 'zh-CN': '要改哪一单的地址？', en: 'Which order should go to another address?' },
      none: {
        'zh-CN': '您名下没有还能改地址的订单：发出去的就改不了了。要拦截的话，可以请人来看看。',
        en: 'None of your orders can still be changed: what has left stays on its way. A person can try to intercept it.',
      },
      refused: {
        'zh-CN': '订单 {number} {status}，地址改不了了。',
        en: 'Order {number} is {status}; its address can no longer be changed.',
      },
    },
    address: {
      type: 'address',
      label: { 'zh-CN': '新地址', en: 'New address' },
      ask: {
        'zh-CN': '好的，订单 {order}。新地址是哪里？省市区、街道、门牌写在一条里，电话有变也一并写上。',
        en: 'Order {order}, then. What is the new address? Street, number, city and postcode in one message, and the phone number if it changes.',
      },
      retry: {
        'zh-CN': '这不太像完整的地址。请写上省市区、街道和门牌号，或者说「取消」。',
        en: 'That does not look like a full address. Please give street, number and city, or say “cancel”.',
      },
    },
  },
  steps: [
    { ask: 'order' },
    { ask: 'address' },
    {
      confirm: {
        'zh-CN': '订单 {order} 改寄到：\n{address}\n确认改吗？',
        en: 'Order {order} will go to:\n{address}\nShall I change it?',
      },
    },
    {
      call: 'orders.change-address',
      with: { order: 'order.id', address: 'address' },
      show: true,
      errors: { 'too-late': 'late', 'not-found': 'gone', failed: 'failed' },
    },
    {
      say: { 'zh-CN': '改好了，订单 {order} 会寄到：{address}', en: 'Done: order {order} goes to {address}' },
      next: 'end',
    },
    {
      id: 'late',
      say: {
        'zh-CN': '没改成：订单 {order} 已经交给快递了。要拦截的话，可以请人来看看。',
        en: 'It was not changed: order {order} is already with the carrier. A person can try to intercept it.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'gone',
      say: {
        'zh-CN': '没改成：在您名下没有找到订单 {order}。',
        en: 'It was not changed: there is no order {order} under your name.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'failed',
      say: {
        'zh-CN': '没改成：订单系统没有接受。原地址没有变，可以请人来看看。',
        en: 'It was not changed: the order system did not accept it. The old address stands; a person can look into it.',
      },
      person: true,
    },
  ],
  cancelled: { 'zh-CN': '好的，地址不改，还是原来的。', en: 'All right, the address stays as it was.' },
  gaveUp: {
    'zh-CN': '怕这样耽误您，地址先不改。可以请人来帮您改。',
    en: 'I do not want to keep you, so the address stays as it was. A person can change it for you.',
  },
};
