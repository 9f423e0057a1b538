import type { Flow } from '../flow.ts';

/** Where an order is, for somebody who is not signed in: its number and a one-time code. */
export const FIND_ORDER: Flow = {
  flow: 1,
  id: 'find-order',
  title: { 'zh-CN': '查订单', en: 'looking up an order' },
  slots: {
    number: {
      type: 'order-number',
      label: { 'zh-CN': '订单号', en: 'Order number' },
      ask: {
        'zh-CN': '没登录也能查：请告诉我订单号。登录后再问我会更快。',
        en: 'I can look it up without signing in: what is the order number? Signed in it is faster.',
      },
      retry: {
        'zh-CN': '这不像订单号，请看一下下单后的短信或邮件。',
        en: 'That is no order number; it is in the message you got after ordering.',
      },
    },
    code: {
      type: 'code',
      label: { 'zh-CN': '验证码', en: 'Code' },
      ask: {
        'zh-CN': '要是有这一单，验证码已经发到下单时留的联系方式。请把验证码发给我。',
        en: 'If there is such an order, a code has gone to the contact given with it. What is the code?',
      },
      retry: {
        'zh-CN': '验证码是几位数字，请再看一下。',
        en: 'The code is a row of digits; please have another look.',
      },
    },
  },
  steps: [
    { ask: 'number' },
    {
      id: 'send',
      call: 'guests.send-code',
      with: { number: 'number' },
      reads: true,
      errors: { 'too-many': 'locked', failed: 'down' },
    },
    { id: 'code', ask: 'code' },
    {
      call: 'guests.order',
      with: { number: 'number', code: 'code' },
      reads: true,
      show: true,
      errors: { 'wrong-code': 'wrong', 'too-many': 'locked', failed: 'down' },
      next: 'end',
    },
    { id: 'wrong', say: { 'zh-CN': '验证码不对，或者已经过期。', en: 'That code is wrong, or it has expired.' } },
    { forget: 'code', next: 'code' },
    {
      id: 'locked',
      say: {
        'zh-CN': '试的次数太多了，为了安全先不再查。可以登录后再问，或者请人来查。',
        en: 'That was tried too often, so for safety I stop here. Sign in and ask again, or a person can look.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'down',
      say: {
        'zh-CN': '现在查不了，系统没有回应。可以请人来查。',
        en: 'I cannot look it up just now: the system does not answer. A person can look.',
      },
      person: true,
    },
  ],
  cancelled: { 'zh-CN': '好的，不查了。', en: 'All right, I leave it.' },
  gaveUp: {
    'zh-CN': '怕这样耽误您，先不查了。可以登录后再问，或者请人来查。',
    en: 'I do not want to keep you, so I leave it. Sign in and ask again, or a person can look.',
  },
};
