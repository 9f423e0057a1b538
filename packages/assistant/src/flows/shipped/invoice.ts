import type { Flow } from '../flow.ts';

/** An invoice for an order. */
export const INVOICE: Flow = {
  flow: 1,
  id: 'invoice',
  title: { 'zh-CN': '开发票', en: 'an invoice' },
  triggers: ['invoice.ask'],
  needs: 'signed-in',
  slots: {
    order: {
      type: 'order',
      label: { 'zh-CN': '订单', en: 'Order' },
      status: ['paid', 'packed', 'shipped', 'delivered'],
      ask: { 'zh-CN': '要给哪一单开发票？', en: 'Which order is the invoice for?' },
      none: { 'zh-CN': '您名下没有可以开发票的订单。', en: 'There is no order to write an invoice for.' },
      refused: {
        'zh-CN': '订单 {number} {status}，开不了发票。',
        en: 'Order {number} is {status}; no invoice can be written for it.',
      },
    },
    kind: {
      type: 'choice',
      label: { 'zh-CN': '抬头类型', en: 'Kind' },
      ask: { 'zh-CN': '发票开给个人，还是公司？', en: 'Is the invoice for a person or for a company?' },
      options: [
        {
          value: 'personal',
          label: { 'zh-CN': '个人', en: 'A person' },
          words: { 'zh-CN': '私人|自己', en: 'personal|myself|private|me' },
        },
        {
          value: 'company',
          label: { 'zh-CN': '公司', en: 'A company' },
          words: { 'zh-CN': '单位|企业|报销', en: 'business|company|firm|work' },
        },
      ],
    },
    title: {
      type: 'text',
      label: { 'zh-CN': '抬头', en: 'Name on it' },
      min: 2,
      max: 100,
      ask: { 'zh-CN': '发票抬头写什么？', en: 'Which name should be on it?' },
      retry: { 'zh-CN': '请写完整的抬头。', en: 'Please write the whole name.' },
    },
    taxNumber: {
      type: 'text',
      label: { 'zh-CN': '税号', en: 'Tax number' },
      pattern: '[A-Z0-9]{8,20}',
      ask: { 'zh-CN': '公司税号是多少？', en: 'What is the tax number?' },
      retry: {
        'zh-CN': '税号是 8 到 20 位的数字和字母，请核对一下。',
        en: 'A tax number has 8 to 20 digits and letters; please check it.',
      },
    },
    email: {
      type: 'email',
      label: { 'zh-CN': '邮箱', en: 'E-mail' },
      ask: { 'zh-CN': '电子发票发到哪个邮箱？', en: 'Which e-mail address should it go to?' },
      retry: { 'zh-CN': '这不像邮箱地址，请再写一次。', en: 'That is no e-mail address; please write it again.' },
    },
  },
  steps: [
    { if: { value: 'policy.invoices', is: false }, yes: 'none' },
    { ask: 'order' },
    { ask: 'kind' },
    { ask: 'title' },
    { if: { value: 'kind', is: 'company' }, no: 'mail' },
    { ask: 'taxNumber' },
    { id: 'mail', ask: 'email' },
    { if: { value: 'kind', is: 'company' }, no: 'personal' },
    {
      confirm: {
        'zh-CN': '订单 {order} 开公司发票：{title}，税号 {taxNumber}，发到 {email}。确认吗？',
        en: 'A company invoice for order {order}: {title}, tax number {taxNumber}, to {email}. Is that right?',
      },
      yes: 'write',
    },
    {
      id: 'personal',
      confirm: {
        'zh-CN': '订单 {order} 开个人发票：{title}，发到 {email}。确认吗？',
        en: 'An invoice for order {order}: {title}, to {email}. Is that right?',
      },
    },
    {
      id: 'write',
      call: 'orders.invoice',
      with: { order: 'order.id', kind: 'kind', title: 'title', taxNumber: 'taxNumber', email: 'email' },
      errors: { failed: 'failed' },
    },
    {
      say: {
        'zh-CN': '发票已申请，开好后发到 {email}。',
        en: 'The invoice has been asked for and will come to {email}.',
      },
      next: 'end',
    },
    {
      id: 'none',
      say: { 'zh-CN': '店里写明不开发票。', en: 'The shop writes no invoices.' },
      person: true,
      next: 'end',
    },
    {
      id: 'failed',
      say: {
        'zh-CN': '没申请成：系统没有接受。可以请人来开。',
        en: 'It was not taken down: the system did not accept it. A person can write it.',
      },
      person: true,
    },
  ],
};
