import type { Content } from '@xiaoer/core/protocol';
import { cotton, delivered, duvet, order, robe, silk, unpaid } from './goods.ts';
import { DAY, NOW, type Sample, yuan } from './sample.ts';

const winter = {
  coupon: 'winter',
  title: 'Winter bedding',
  off: yuan(5_000),
  from: yuan(50_000),
  until: NOW + 10 * DAY,
};
const coupon = (more: object): Content => ({ kind: 'coupon', body: { ...winter, ...more } as never });
const shipment = {
  order: 'o-0418',
  carrier: 'SF',
  number: '1409 2288 103',
  due: NOW + DAY,
  scans: [
    { at: NOW - 8 * 3_600_000, text: 'Left the Xi’an hub' },
    { at: NOW - 20 * 3_600_000, text: 'Arrived at the Xi’an hub' },
    { at: NOW - 2 * DAY, text: 'Left Hangzhou' },
    { at: NOW - 3 * DAY, text: 'Picked up' },
  ],
};
const late: Content = {
  kind: 'shipment',
  body: {
    ...shipment,
    due: undefined,
    anomaly: 'No scan for 3 days',
    text: 'The parcel has stood in Xi’an since Tuesday. We asked the courier at 08:10 and expect an answer today.\nFor the wait: **¥20 off** your next order, or we send a new one at once.',
    offers: [
      { label: 'Take ¥20 off', value: 'off-20' },
      { label: 'Send a new one', value: 'resend' },
    ],
    scans: shipment.scans.slice(1, 2),
  },
};
const robeAdvice: Content = {
  kind: 'size-advice',
  body: {
    product: 'waffle-robe',
    text: 'Tell me two things and I look it up.',
    asks: [
      { name: 'height', unit: 'cm' },
      { name: 'weight', unit: 'kg' },
    ],
    columns: ['Height', 'Weight', 'Length'],
    rows: [
      { size: 'S', cells: ['155–165', '45–55', '104'], fits: { height: [155, 165], weight: [45, 55] } },
      { size: 'M', cells: ['165–175', '55–70', '110'], fits: { height: [165, 175], weight: [55, 70] } },
      { size: 'L', cells: ['172–182', '66–82', '116'], fits: { height: [172, 182], weight: [66, 82] } },
    ],
    source: { kind: 'product', label: 'The maker’s table' },
  },
};
const two: Content = {
  kind: 'comparison',
  body: {
    items: [duvet, silk],
    rows: [
      { label: 'Warm to', values: ['5 °C', '12 °C'], better: [0] },
      { label: 'Weight', values: ['3.2 kg', '1.8 kg'], better: [1] },
      { label: 'Wash', values: ['Air only', ''] },
    ],
    verdict: '**No heating: the wool.** Hot sleeper or a heavy quilt tires you: the silk.',
  },
};
const three: Content = {
  kind: 'comparison',
  body: {
    items: [duvet, silk, cotton],
    rows: [
      { label: 'Warm to', values: ['5 °C', '12 °C', '20 °C'], better: [0] },
      { label: 'Weight', values: ['3.2 kg', '1.8 kg', '1.1 kg'], better: [2] },
      { label: 'Wash', values: ['Air only', 'Air only', '40 °C'], better: [2] },
    ],
  },
};
const goingBack: Content = {
  kind: 'return',
  body: {
    order: 'o-1170',
    number: '2206-1170',
    items: [{ id: 'l1', title: 'Clay teapot', image: '/pictures/clay-teapot.svg', quantity: 1, refund: yuan(26_800) }],
    reasons: [
      { value: 'broken', label: 'Broken', parcel: 'shop', pictures: true },
      { value: 'not-as-shown', label: 'Not as shown', parcel: 'shop' },
      { value: 'wrong', label: 'Wrong item', parcel: 'shop' },
      { value: 'unwanted', label: 'No longer wanted', parcel: 'shopper' },
    ],
    to: 'WeChat Pay',
    until: NOW + 3 * DAY,
  },
};

/** Goods, orders, money and parcels. */
export const commerceSamples: readonly Sample[] = [
  { kind: 'product', state: 'open', by: 'bot', content: { kind: 'product', body: { product: robe.id, card: robe } } },
  {
    kind: 'product',
    state: 'in the cart',
    by: 'bot',
    content: { kind: 'product', body: { product: robe.id, card: robe } },
    pressed: ['M', 'Add to cart'],
  },
  {
    kind: 'product',
    state: 'loading',
    by: 'bot',
    content: { kind: 'product', body: { product: duvet.id, card: duvet } },
    pressed: ['Add to cart'],
    answer: 'never',
  },
  {
    kind: 'product',
    state: 'failed',
    by: 'bot',
    content: { kind: 'product', body: { product: duvet.id, card: duvet } },
    pressed: ['Add to cart'],
    answer: { ok: false, reason: 'Only 2 left in this size. Added 2.' },
  },
  {
    kind: 'product',
    state: 'sold out',
    by: 'bot',
    content: { kind: 'product', body: { product: cotton.id, card: cotton } },
  },
  {
    kind: 'products',
    state: 'open',
    by: 'bot',
    content: {
      kind: 'products',
      body: { text: 'Two fit your bed, your winter and your budget.', items: [duvet, silk, cotton] },
    },
  },
  { kind: 'comparison', state: 'of two', by: 'bot', content: two },
  { kind: 'comparison', state: 'of three', by: 'bot', content: three },
  { kind: 'comparison', state: 'used', by: 'bot', content: two, pressed: ['Add'] },
  { kind: 'size-advice', state: 'open', by: 'bot', content: robeAdvice },
  { kind: 'size-advice', state: 'filled in', by: 'bot', content: robeAdvice, typed: { Height: '172', Weight: '66' } },
  {
    kind: 'size-advice',
    state: 'nothing fits',
    by: 'bot',
    content: robeAdvice,
    typed: { Height: '195', Weight: '66' },
  },
  {
    kind: 'size-advice',
    state: 'failed',
    by: 'bot',
    content: robeAdvice,
    typed: { Height: '160', Weight: '50' },
    pressed: ['Take S'],
    answer: { ok: false },
  },
  { kind: 'size-advice', state: 'used', by: 'bot', content: robeAdvice, item: { answer: 'M' } },
  { kind: 'order', state: 'on its way', by: 'bot', content: { kind: 'order', body: { order: order.id, card: order } } },
  {
    kind: 'order',
    state: 'to be paid',
    by: 'bot',
    content: { kind: 'order', body: { order: unpaid.id, card: unpaid } },
  },
  {
    kind: 'order',
    state: 'loading',
    by: 'bot',
    content: { kind: 'order', body: { order: unpaid.id, card: unpaid } },
    pressed: ['Pay'],
    answer: 'never',
  },
  {
    kind: 'order',
    state: 'failed',
    by: 'bot',
    content: { kind: 'order', body: { order: unpaid.id, card: unpaid } },
    pressed: ['Pay'],
    answer: { ok: false, reason: 'The bank did not answer. Nothing was taken.' },
  },
  {
    kind: 'order',
    state: 'used',
    by: 'bot',
    content: { kind: 'order', body: { order: unpaid.id, card: unpaid } },
    item: { answer: 'confirm' },
  },
  { kind: 'orders', state: 'open', by: 'bot', content: { kind: 'orders', body: { items: [order, delivered] } } },
  {
    kind: 'orders',
    state: 'picked',
    by: 'bot',
    content: { kind: 'orders', body: { items: [order, delivered] } },
    pressed: ['2207-0418'],
  },
  {
    kind: 'orders',
    state: 'used',
    by: 'bot',
    content: { kind: 'orders', body: { items: [order, delivered] } },
    item: { answer: delivered.id },
  },
  {
    kind: 'orders',
    state: 'expired',
    by: 'bot',
    content: { kind: 'orders', body: { items: [order, delivered] } },
    item: { answer: '' },
  },
  { kind: 'coupon', state: 'open', by: 'bot', content: coupon({ state: 'open' }) },
  {
    kind: 'coupon',
    state: 'loading',
    by: 'bot',
    content: coupon({ state: 'open' }),
    pressed: ['Claim'],
    answer: 'never',
  },
  {
    kind: 'coupon',
    state: 'failed',
    by: 'bot',
    content: coupon({ state: 'open' }),
    pressed: ['Claim'],
    answer: { ok: false, reason: 'All of these are gone.' },
  },
  { kind: 'coupon', state: 'claimed', by: 'bot', content: coupon({ state: 'claimed', code: 'YUN-30' }) },
  { kind: 'coupon', state: 'used', by: 'bot', content: coupon({ state: 'open' }), item: { answer: 'winter' } },
  { kind: 'coupon', state: 'expired', by: 'bot', content: coupon({ state: 'expired', until: NOW - DAY }) },
  {
    kind: 'promotion',
    state: 'worked out',
    by: 'bot',
    content: {
      kind: 'promotion',
      body: {
        title: 'What it costs with your coupons',
        steps: [
          { kind: 'sum', label: '3 items', amount: yuan(112_600) },
          { kind: 'off', label: 'Winter week, 100 off 1,000', amount: yuan(-10_000) },
          { kind: 'off', label: 'Coupon YUN-30', amount: yuan(-3_000) },
          { kind: 'unused', label: 'Member 5 %', amount: yuan(0), why: 'not with coupons' },
        ],
        total: yuan(99_600),
        source: { kind: 'policy', label: 'Winter week', url: '/winter' },
      },
    },
  },
  { kind: 'shipment', state: 'on its way', by: 'bot', content: { kind: 'shipment', body: shipment } },
  { kind: 'shipment', state: 'trouble', by: 'bot', content: late },
  { kind: 'shipment', state: 'loading', by: 'bot', content: late, pressed: ['Take'], answer: 'never' },
  { kind: 'shipment', state: 'used', by: 'bot', content: late, item: { answer: 'off-20' } },
  { kind: 'return', state: 'open', by: 'bot', content: goingBack },
  { kind: 'return', state: 'with a slip', by: 'bot', content: goingBack, pressed: ['Broken', 'Send the return'] },
  {
    kind: 'return',
    state: 'failed',
    by: 'bot',
    content: goingBack,
    pressed: ['No longer wanted', 'Send the return'],
    answer: { ok: false, reason: 'This order was returned already.' },
  },
  { kind: 'return', state: 'used', by: 'bot', content: goingBack, item: { answer: 'broken' } },
  {
    kind: 'return',
    state: 'expired',
    by: 'bot',
    content: { ...goingBack, body: { ...goingBack.body, until: NOW - DAY } } as Content,
  },
];
