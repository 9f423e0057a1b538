import type { Flow } from '../flow.ts';
import { PICTURES_OF_FAULT } from './pictures-of-fault.ts';

/** Something of an order is missing, wrong or damaged. */
export const ITEM_PROBLEM: Flow = {
  flow: 1,
  id: 'item-problem',
  title: { 'zh-CN': '少件、错发、破损', en: 'a missing, wrong or damaged item' },
  triggers: [
    { intent: 'item.missing', sets: { problem: 'missing' } },
    { intent: 'item.wrong', sets: { problem: 'wrong' } },
    { intent: 'delivery.damaged', sets: { problem: 'damaged' } },
  ],
  needs: 'signed-in',
  slots: {
    problem: {
      type: 'choice',
      label: { 'zh-CN': '问题', en: 'Problem' },
      ask: { 'zh-CN': '是少了、发错了，还是破损了？', en: 'Is something missing, wrong or damaged?' },
      options: [
        {
          value: 'missing',
          label: { 'zh-CN': '少了东西', en: 'Something is missing' },
          words: { 'zh-CN': '少|漏|缺', en: 'missing|not in the box|incomplete' },
        },
        {
          value: 'wrong',
          label: { 'zh-CN': '发错了', en: 'It is the wrong item' },
          words: { 'zh-CN': '错|不对|不一样', en: 'wrong|different|not what i ordered' },
        },
        {
          value: 'damaged',
          label: { 'zh-CN': '破损了', en: 'It is damaged' },
          words: { 'zh-CN': '坏|破|碎|裂|漏水', en: 'damaged|broken|cracked|torn|smashed' },
        },
      ],
    },
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['shipped', 'delivered'],
      ask: { 'zh-CN': '实在抱歉。是哪一单？', en: 'I am sorry about that. Which order is it?' },
      none: { 'zh-CN': '您名下没有已发出或已收到的订单。', en: 'None of your orders has been sent or delivered.' },
      refused: {
        'zh-CN': '订单 {number} {status}，还没有发出。',
        en: 'Order {number} is {status} and has not been sent.',
      },
    },
    what: {
      type: 'text',
      label: { 'zh-CN': '哪一件', en: 'Which item' },
      min: 2,
      ask: {
        'zh-CN': '订单 {order}：是哪一件，什么样的情况？',
        en: 'Order {order}: which item, and what is the matter with it?',
      },
      retry: { 'zh-CN': '请说一下是哪一件、怎么了。', en: 'Please say which item and what is the matter.' },
    },
    pictures: PICTURES_OF_FAULT,
    wish: {
      type: 'choice',
      label: { 'zh-CN': '希望', en: 'Wish' },
      ask: { 'zh-CN': '您希望怎么处理？', en: 'What would you like?' },
      options: [
        {
          value: 'replace',
          label: { 'zh-CN': '补发或换新', en: 'A replacement' },
          words: { 'zh-CN': '补|换|重发|再发', en: 'replace|replacement|send again|resend|new one' },
        },
        {
          value: 'refund',
          label: { 'zh-CN': '退款', en: 'My money back' },
          words: { 'zh-CN': '退钱|退款|退货|赔', en: 'refund|money back|return' },
        },
        {
          value: 'advise',
          label: { 'zh-CN': '你们看着办', en: 'You decide' },
          words: { 'zh-CN': '随便|都行|都可以|看着办', en: 'whatever|either|up to you|you decide' },
        },
      ],
    },
  },
  steps: [
    { ask: 'problem' },
    { ask: 'order' },
    { ask: 'what' },
    { ask: 'pictures' },
    { ask: 'wish' },
    {
      confirm: {
        'zh-CN': '我这样报上去：订单 {order}，{problem}：{what}；图片 {pictures} 张；希望：{wish}。对吗？',
        en: 'I will report: order {order}, {problem}: {what}; pictures: {pictures}; you would like: {wish}. Is that right?',
      },
    },
    {
      call: 'orders.report',
      with: { order: 'order.id', problem: 'problem', what: 'what', pictures: 'pictures', wish: 'wish' },
      into: 'report',
      errors: { failed: 'failed' },
    },
    {
      say: {
        'zh-CN': '报上去了，订单 {order}。店里核实后会联系您。',
        en: 'It is reported, order {order}. The shop will look at it and come back to you.',
      },
      next: 'end',
    },
    {
      id: 'failed',
      person: {
        'zh-CN': '系统没有收下，我请人直接来处理。',
        en: 'The system did not take it, so I am asking for a person.',
      },
    },
  ],
};
