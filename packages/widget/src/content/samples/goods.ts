import type { OrderCard, ProductCard } from '@xiaoer/core/protocol';
import { DAY, NOW, yuan } from './sample.ts';

const picture = (name: string) => `/pictures/${name}.svg`;

/** Products and orders of a small shop, as its server would fill them in. */
export const duvet: ProductCard = {
  id: 'wool-duvet',
  title: 'Highland wool duvet, 200 × 230',
  image: picture('wool-duvet'),
  url: '/product/wool-duvet',
  price: yuan(89_900),
  was: yuan(109_900),
  tags: ['Winter'],
  stock: 3,
  reason: 'Warm to 5 °C, 3.2 kg',
};
export const silk: ProductCard = {
  id: 'silk-duvet',
  title: 'Mulberry silk duvet, 200 × 230',
  image: picture('silk-duvet'),
  url: '/product/silk-duvet',
  price: yuan(96_800),
  reason: 'Light, 1.8 kg',
};
export const cotton: ProductCard = {
  id: 'cotton-set',
  title: 'Washed cotton set',
  image: picture('cotton-set'),
  url: '/product/cotton-set',
  price: yuan(45_900),
  stock: 0,
  reason: 'Four pieces',
};
export const robe: ProductCard = {
  id: 'waffle-robe',
  title: 'Waffle robe, lake',
  subtitle: 'Cotton, knee length',
  image: picture('waffle-robe'),
  url: '/product/waffle-robe',
  price: yuan(32_800),
  variants: [
    { id: 's', label: 'S', stock: 4 },
    { id: 'm', label: 'M', stock: 14 },
    { id: 'l', label: 'L', stock: 2 },
    { id: 'xl', label: 'XL', stock: 0 },
  ],
};

export const order: OrderCard = {
  id: 'o-0418',
  number: '2207-0418',
  placedAt: NOW - 8 * DAY,
  status: 'shipped',
  lines: [
    { title: 'Highland wool duvet', quantity: 1, price: yuan(89_900), image: picture('wool-duvet') },
    { title: 'Buckwheat pillow', quantity: 1, price: yuan(12_900), image: picture('buckwheat-pillow') },
    { title: 'Soy candle', quantity: 1, price: yuan(9_800), image: picture('soy-candle') },
  ],
  total: yuan(112_600),
  steps: [
    { status: 'paid', state: 'done', at: NOW - 8 * DAY },
    { status: 'packed', state: 'done', at: NOW - 7 * DAY },
    { status: 'shipped', state: 'now', at: NOW },
    { status: 'delivered', state: 'todo', at: NOW + DAY },
  ],
  parcel: { carrier: 'SF', number: '1409 2288 103', last: 'Left the Xi’an hub', at: NOW - 8 * 3_600_000 },
  actions: ['track', 'address'],
};
export const unpaid: OrderCard = {
  id: 'o-0420',
  number: '2207-0420',
  placedAt: NOW,
  status: 'unpaid',
  lines: [{ title: 'Clay teapot', quantity: 1, price: yuan(26_800), image: picture('clay-teapot') }],
  total: yuan(26_800),
  address: { name: 'Mei', phone: '138 0013 8012', text: 'Wulin Road 88, 3-1202, Hangzhou' },
  actions: ['pay', 'confirm', 'address'],
};
export const delivered: OrderCard = {
  id: 'o-1170',
  number: '2206-1170',
  placedAt: NOW - 18 * DAY,
  status: 'delivered',
  lines: [{ title: 'Clay teapot', quantity: 1, price: yuan(26_800), image: picture('clay-teapot') }],
  total: yuan(26_800),
  actions: ['return'],
};
