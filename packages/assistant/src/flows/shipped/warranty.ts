import type { Flow } from '../flow.ts';
import { PICTURES_OF_FAULT } from './pictures-of-fault.ts';

/** A repair under warranty. */
export const WARRANTY: Flow = {
  flow: 1,
  id: 'warranty',
  title: { 'zh-CN': '保修', en: 'a repair under warranty' },
  triggers: ['warranty.repair'],
  needs: 'signed-in',
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['delivered'],
      ask: { 'zh-CN': '是哪一单里的东西？', en: 'Which order is it from?' },
      none: { 'zh-CN': '您名下没有已收到的订单。', en: 'None of your orders has been delivered.' },
      refused: {
        'zh-CN': '订单 {number} {status}，还没有收到。',
        en: 'Order {number} is {status} and has not arrived.',
      },
    },
    fault: {
      type: 'text',
      label: { 'zh-CN': '故障', en: 'Fault' },
      min: 2,
      ask: {
        'zh-CN': '订单 {order}：哪一件，出了什么毛病？',
        en: 'Order {order}: which item, and what is wrong with it?',
      },
      retry: { 'zh-CN': '请说一下是哪一件、什么毛病。', en: 'Please say which item and what is wrong.' },
    },
    pictures: PICTURES_OF_FAULT,
  },
  steps: [
    { if: { value: 'policy.warrantyMonths', is: 0 }, yes: 'none' },
    { ask: 'order' },
    { if: { known: 'policy.warrantyMonths' }, no: 'fault' },
    { if: { since: 'order.placedAt', months: 'policy.warrantyMonths' }, no: 'over' },
    { id: 'fault', ask: 'fault' },
    { ask: 'pictures' },
    {
      confirm: {
        'zh-CN': '报修：订单 {order}，{fault}。确认吗？',
        en: 'A repair for order {order}: {fault}. Shall I ask for it?',
      },
    },
    {
      call: 'warranty.claim',
      with: { order: 'order.id', fault: 'fault', pictures: 'pictures' },
      errors: { failed: 'failed' },
    },
    {
      say: { 'zh-CN': '报修已提交，订单 {order}。', en: 'The repair has been asked for, order {order}.' },
      next: 'end',
    },
    {
      id: 'none',
      say: {
        'zh-CN': '店里写明没有保修。可以请人来看看能不能修。',
        en: 'The shop gives no warranty. A person can see whether it can be repaired.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'over',
      say: {
        'zh-CN': '订单 {order} 已经过了 {policy.warrantyMonths} 个月的保修期。可以请人来看付费维修。',
        en: 'The warranty of {policy.warrantyMonths} months for order {order} is over. A person can tell you about paid repairs.',
      },
      person: true,
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
