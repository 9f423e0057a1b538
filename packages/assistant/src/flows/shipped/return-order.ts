import type { Flow } from '../flow.ts';

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
      options: [
        {
          value: 'not-wanted',
          label: { 'zh-CN': '不喜欢', en: 'I do not like it' },
          words: {
            'zh-CN': '不想要|不合心意|不好看|不满意',
            en: "don't want|changed my mind|not what i expected|unwanted",
          },
        },
        {
          value: 'size',
          label: { 'zh-CN': '尺寸不合适', en: 'The size' },
          words: { 'zh-CN': '大了|小了|尺码|太大|太小|不合身', en: "size|too big|too small|does not fit|doesn't fit" },
        },
        {
          value: 'damaged',
          label: { 'zh-CN': '有破损或质量问题', en: 'Damaged or faulty' },
          words: {
            'zh-CN': '坏|破|裂|质量|瑕疵|掉色|不能用',
            en: "broken|damaged|faulty|defect|quality|torn|does not work|doesn't work",
          },
        },
        {
          value: 'wrong',
          label: { 'zh-CN': '发错了', en: 'The wrong item' },
          words: { 'zh-CN': '错|不是我要的|不一样', en: 'wrong|not what i ordered|different' },
        },
        {
          value: 'other',
          label: { 'zh-CN': '其他', en: 'Something else' },
          words: { 'zh-CN': '别的|其它', en: 'other' },
        },
      ],
    },
    pictures: {
      type: 'pictures',
      label: { 'zh-CN': '图片', en: 'Pictures' },
      min: 0,
      ask: {
        'zh-CN': '请发几张图片，拍清楚有问题的地方；没有的话说「没有图片」。',
        en: 'Please send pictures that show the problem, or say “no pictures”.',
      },
      retry: {
        'zh-CN': '这里要的是图片；没有的话说「没有图片」。',
        en: 'Pictures are what I need here; say “no pictures” if there are none.',
      },
    },
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
        'zh-CN': '店里写明不接受退货。东西有问题的话，可以请人来处理。',
        en: 'The shop does not take goods back. If something is wrong with it, a person can help.',
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
