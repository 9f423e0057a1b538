import type { Content, Money, OrderCard, ProductCard } from '@xiaoer/core/protocol';
import { NOW, type PEOPLE } from './stage.tsx';

const DAY = 86_400_000;

/** An amount in fen. */
export const yuan = (amount: number): Money => ({ amount, currency: 'CNY' });

/** A product with everything. */
export const duvet: ProductCard = {
  id: 'duvet',
  title: 'Highland wool duvet',
  image: '/p/duvet.svg',
  url: '/p/duvet',
  price: yuan(89_900),
  was: yuan(109_900),
  tags: ['Winter'],
  stock: 3,
  reason: 'Warm to 5 °C',
};

/** A product with a size to choose; the largest is gone. */
export const robe: ProductCard = {
  id: 'robe',
  title: 'Waffle robe',
  price: yuan(32_850),
  variants: [
    { id: 's', label: 'S', stock: 4 },
    { id: 'm', label: 'M', price: yuan(33_900) },
    { id: 'xl', label: 'XL', stock: 0 },
  ],
};

/** A product that is gone. */
export const teapot: ProductCard = { id: 'teapot', title: 'Clay teapot', price: yuan(26_800), stock: 0 };

/** An order on its way. */
export const order: OrderCard = {
  id: 'o1',
  number: '2207-0418',
  placedAt: NOW - 8 * DAY,
  status: 'shipped',
  lines: [
    { title: 'Highland wool duvet', quantity: 1, price: yuan(89_900), image: '/p/duvet.svg' },
    { title: 'Soy candle', quantity: 2, price: yuan(11_350) },
  ],
  total: yuan(112_600),
  steps: [
    { status: 'paid', state: 'done', at: NOW - 8 * DAY },
    { status: 'shipped', state: 'now', at: NOW },
    { status: 'delivered', state: 'todo', at: NOW + DAY },
  ],
  parcel: { carrier: 'SF Express', number: 'SF1409228103', last: 'Left the Xi’an hub', at: NOW - 3_600_000 },
  actions: ['track', 'address'],
};

/** One typical item of every kind that a shopper sees, and who wrote it. */
export const TYPICAL: readonly (readonly [keyof typeof PEOPLE, Content])[] = [
  ['bot', { kind: 'text', body: { text: 'Yes, **free**.', source: { kind: 'answer', label: 'Fees', url: '/fees' } } }],
  ['bot', { kind: 'choices', body: { text: 'Which one?', options: [{ label: 'A', value: 'a' }] } }],
  ['bot', { kind: 'product', body: { product: 'robe', card: robe, text: 'This one.' } }],
  ['bot', { kind: 'products', body: { text: 'Three fit.', items: [duvet, robe, teapot] } }],
  ['bot', { kind: 'order', body: { order: 'o1', card: order } }],
  ['bot', { kind: 'orders', body: { items: [order, { ...order, id: 'o2', number: '2206-1170' }] } }],
  ['agent', { kind: 'form', body: { title: 'Address', fields: [{ name: 's', label: 'Street', type: 'text' }] } }],
  ['shopper', { kind: 'form', body: { to: 1, answers: { contact: 'mei@example.com', message: 'The lid' } } }],
  ['bot', { kind: 'coupon', body: { coupon: 'c', title: 'Winter', off: yuan(5000), until: NOW, state: 'open' } }],
  [
    'bot',
    {
      kind: 'shipment',
      body: { order: 'o1', carrier: 'SF', number: 'SF14', scans: [{ at: NOW, text: 'Left' }], anomaly: 'Late' },
    },
  ],
  ['bot', { kind: 'article', body: { title: 'Wool care', text: 'Air it.\nTurn it.', url: '/care' } }],
  [
    'shopper',
    { kind: 'image', body: { url: '/i.png', bytes: 9, type: 'image/png', width: 400, height: 300, alt: 'A tear' } },
  ],
  ['shopper', { kind: 'voice', body: { url: '/v', bytes: 9, type: 'audio/ogg', ms: 12_000, transcript: 'Saturday?' } }],
  ['agent', { kind: 'file', body: { url: '/f', bytes: 82_000, type: 'application/pdf', name: 'Invoice.pdf' } }],
  ['bot', { kind: 'sticker', body: { pack: 'waiter', sticker: 'coming', alt: 'Coming' } }],
  ['system', { kind: 'notice', body: { text: 'Lin Yue joined.' } }],
  ['system', { kind: 'handoff', body: { state: 'requested' } }],
  ['system', { kind: 'handoff', body: { state: 'queued', position: 3, estimateMs: 240_000 } }],
  ['agent', { kind: 'handoff', body: { state: 'joined', agent: { id: 'lin', name: 'Lin Yue' } } }],
  ['agent', { kind: 'handoff', body: { state: 'returned' } }],
  ['system', { kind: 'handoff', body: { state: 'declined', opensAt: NOW + DAY } }],
  ['agent', { kind: 'rating', body: { state: 'asked' } }],
  ['shopper', { kind: 'rating', body: { state: 'given', score: 4 } }],
  ['agent', { kind: 'closed', body: { reason: 'agent' } }],
];
