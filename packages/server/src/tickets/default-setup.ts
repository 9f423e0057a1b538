import type { Localized } from '@xiaoer/assistant';
import type { FieldType, TicketSetup } from './ticket-type.ts';

const text = (id: string, zh: string, en: string, more: Partial<FieldType> = {}): FieldType => ({
  id,
  label: { 'zh-CN': zh, en },
  type: 'text',
  ...more,
});
const title = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });

const WHAT = text('what', '哪一件、什么情况', 'Which item, and what is the matter');
const PICTURES = text('pictures', '图片', 'Pictures', { type: 'pictures' });
const PAID = text('paid', '实付', 'Paid', { type: 'money', min: 0 });
const WAYBILL = text('waybill', '运单号', 'Waybill', {
  pattern: '[A-Za-z0-9-]{8,24}',
  hint: title('8 到 24 位字母或数字', '8 to 24 letters and digits'),
});
const CARRIER = text('carrier', '承运商', 'Carrier');
const WISH = text('wish', '希望', 'Wish', {
  type: 'choice',
  options: [
    { value: 'replace', label: title('补发或换新', 'A replacement') },
    { value: 'refund', label: title('退款', 'Money back') },
    { value: 'advise', label: title('店家决定', 'The shop decides') },
  ],
});

/** The types and rules of a shop that has no `tickets.json`. */
export const DEFAULT_SETUP: TicketSetup = {
  types: [
    {
      id: 'refund-gap',
      title: title('退差价', 'Refund gap'),
      group: 'after-sales',
      dueHours: 24,
      fields: [
        PAID,
        text('due', '应付', 'Should have been', { type: 'money', min: 0 }),
        text('rule', '依据', 'By which rule'),
      ],
    },
    {
      id: 'price-protection',
      title: title('价保', 'Price protection'),
      group: 'after-sales',
      dueHours: 24,
      fields: [PAID, text('seen', '看到的价格', 'Price that was seen', { type: 'money', min: 0 })],
      from: [{ task: 'orders.protect-price' }],
    },
    {
      id: 'missing',
      title: title('少件', 'Missing item'),
      group: 'warehouse',
      dueHours: 24,
      fields: [
        WHAT,
        PICTURES,
        WISH,
        text('weight', '包裹重量（克）', 'Weight of the parcel, g', { type: 'number', min: 0 }),
      ],
      from: [{ task: 'orders.report', when: { problem: 'missing' } }],
    },
    {
      id: 'wrong',
      title: title('错发', 'Wrong item'),
      group: 'warehouse',
      dueHours: 24,
      fields: [WHAT, PICTURES, WISH],
      from: [{ task: 'orders.report', when: { problem: 'wrong' } }],
    },
    {
      id: 're-ship',
      title: title('补发', 'Re-ship'),
      group: 'warehouse',
      dueHours: 24,
      fields: [WHAT, text('address', '核对过的地址', 'Address, checked'), WAYBILL],
    },
    {
      id: 'damage',
      title: title('破损', 'Damage'),
      group: 'after-sales',
      dueHours: 48,
      fields: [WHAT, PICTURES, WISH],
      from: [{ task: 'orders.report', when: { problem: 'damaged' } }],
    },
    {
      id: 'freight-claim',
      title: title('运费与理赔', 'Freight claim'),
      group: 'logistics',
      dueHours: 72,
      fields: [CARRIER, WAYBILL, text('insured', '保价', 'Insured value', { type: 'money', min: 0 }), PICTURES],
    },
    {
      id: 'return-freight',
      title: title('退运费', 'Return freight'),
      group: 'finance',
      dueHours: 48,
      fields: [PAID, WAYBILL, text('receipt', '凭证', 'Receipt', { type: 'pictures' })],
    },
    {
      id: 'warranty',
      title: title('质量与保修', 'Quality and warranty'),
      group: 'service',
      dueHours: 24,
      fields: [text('fault', '故障', 'Fault'), PICTURES, text('batch', '批次', 'Batch')],
      from: [{ task: 'warranty.claim' }],
    },
    {
      id: 'complaint',
      title: title('投诉', 'Complaint'),
      group: 'lead',
      dueHours: 4,
      priority: 'urgent',
      fields: [
        WHAT,
        text('case', '平台单号', 'Case number of the authority'),
        text('deadline', '法定期限', 'Legal date', { type: 'date' }),
      ],
    },
    {
      id: 'review',
      title: title('差评跟进', 'Review to follow up'),
      group: 'reviews',
      dueHours: 24,
      fields: [
        text('stars', '星级', 'Stars', { type: 'number', min: 1, max: 5 }),
        text('review', '评价', 'Review'),
        WISH,
      ],
    },
    {
      id: 'invoice',
      title: title('发票', 'Invoice'),
      group: 'finance',
      dueHours: 24,
      fields: [
        text('kind', '类型', 'Kind'),
        text('title', '抬头', 'Made out to'),
        text('taxNumber', '税号', 'Tax number'),
        text('email', '邮箱', 'Mail'),
      ],
      from: [{ task: 'orders.invoice' }],
    },
    {
      id: 'message',
      title: title('留言', 'Message'),
      dueHours: 24,
      fields: [text('message', '留言', 'Message', { required: true }), text('contact', '联系方式', 'Contact')],
      from: [{ task: 'messages.leave' }],
    },
  ],
  rules: [
    { when: { emotion: 'angry' }, to: { group: 'lead', priority: 'urgent' } },
    { when: { amount: { gte: 20_000 } }, to: { group: 'lead', priority: 'high' } },
  ],
};
