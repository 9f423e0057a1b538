import type { Flow } from '../flow.ts';

/** A day for somebody to come and install what was bought. */
export const INSTALLATION: Flow = {
  flow: 1,
  id: 'installation',
  title: { 'zh-CN': '预约安装', en: 'booking an installation' },
  triggers: ['install.help'],
  needs: 'signed-in',
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['shipped', 'delivered'],
      ask: { 'zh-CN': '要装的是哪一单？', en: 'Which order shall be installed?' },
      none: { 'zh-CN': '您名下没有已发出或已收到的订单。', en: 'None of your orders has been sent or delivered.' },
      refused: {
        'zh-CN': '订单 {number} {status}，约不了安装。',
        en: 'Order {number} is {status}; no installation can be booked.',
      },
    },
    day: {
      type: 'date',
      label: { 'zh-CN': '日期', en: 'Day' },
      withinDays: 30,
      ask: {
        'zh-CN': '订单 {order}，哪天方便上门？三十天以内都可以。',
        en: 'Order {order}: which day would suit you? Any within thirty days.',
      },
      retry: {
        'zh-CN': '请说一个三十天以内的日子，比如「周六」或者「11月25日」。',
        en: 'Please name a day within thirty days, like “saturday” or “25 November”.',
      },
    },
    phone: {
      type: 'phone',
      label: { 'zh-CN': '电话', en: 'Phone' },
      ask: { 'zh-CN': '师傅上门前打哪个电话？', en: 'Which number may the fitter call?' },
      retry: { 'zh-CN': '这不像电话号码，请再写一次。', en: 'That is no phone number; please write it again.' },
    },
  },
  steps: [
    { ask: 'order' },
    { ask: 'day' },
    { ask: 'phone' },
    {
      confirm: {
        'zh-CN': '预约安装：订单 {order}，{day}，电话 {phone}。确认吗？',
        en: 'An installation for order {order} on {day}, phone {phone}. Shall I book it?',
      },
    },
    {
      call: 'installation.book',
      with: { order: 'order.id', day: 'day', phone: 'phone' },
      errors: { 'day-taken': 'taken', failed: 'failed' },
    },
    {
      say: {
        'zh-CN': '约好了：{day} 上门安装，会先打 {phone}。',
        en: 'Booked: somebody comes on {day} and calls {phone} before.',
      },
      next: 'end',
    },
    {
      id: 'taken',
      say: { 'zh-CN': '{day} 已经约满了，换一天吧。', en: '{day} is booked out; please choose another day.' },
    },
    { forget: 'day', next: 'again' },
    { id: 'again', ask: 'day', next: 'sure' },
    {
      id: 'sure',
      confirm: {
        'zh-CN': '预约安装：订单 {order}，{day}，电话 {phone}。确认吗？',
        en: 'An installation for order {order} on {day}, phone {phone}. Shall I book it?',
      },
    },
    {
      call: 'installation.book',
      with: { order: 'order.id', day: 'day', phone: 'phone' },
      errors: { failed: 'failed' },
    },
    {
      say: {
        'zh-CN': '约好了：{day} 上门安装，会先打 {phone}。',
        en: 'Booked: somebody comes on {day} and calls {phone} before.',
      },
      next: 'end',
    },
    {
      id: 'failed',
      person: {
        'zh-CN': '没约上：系统没有接受。我请人来帮您约。',
        en: 'It was not booked: the system did not accept it. I am asking for a person.',
      },
    },
  ],
};
