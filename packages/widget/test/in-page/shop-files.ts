import type { PageSetup } from '../../src/in-page/page-setup.ts';

export const FAQ = {
  shop: { name: { 'zh-CN': '山茶馆', en: 'Hill Tea' }, policies: { returnDays: 7 } },
  answers: [
    {
      id: 'shipping',
      question: { 'zh-CN': '运费怎么算？', en: 'How much is shipping?' },
      phrasings: [{ 'zh-CN': '包邮吗？', en: 'Is shipping free?' }],
      answer: { 'zh-CN': '满 99 元包邮，不满收 8 元。', en: 'Free from ¥99, ¥8 below that.' },
    },
    {
      id: 'brew',
      question: { 'zh-CN': '乌龙茶怎么泡？', en: 'How do I brew oolong?' },
      answer: { 'zh-CN': '95 度的水，泡 30 秒。', en: 'Water of 95 °C, 30 seconds.' },
    },
  ],
};

export const PRODUCTS = [
  {
    id: 'oolong',
    title: { 'zh-CN': '高山乌龙茶', en: 'High mountain oolong' },
    category: [{ 'zh-CN': '茶叶', en: 'Tea' }],
    price: { amount: 8800, currency: 'CNY' },
    stock: 12,
    image: 'pictures/oolong.svg',
    url: 'oolong.html',
    attributes: [{ name: { 'zh-CN': '产地', en: 'Origin' }, value: { 'zh-CN': '福建安溪', en: 'Anxi, Fujian' } }],
  },
  {
    id: 'teapot',
    title: { 'zh-CN': '紫砂茶壶', en: 'Clay teapot' },
    category: [{ 'zh-CN': '茶具', en: 'Tea ware' }],
    price: { amount: 16800, currency: 'CNY' },
    stock: 3,
    attributes: [],
  },
];

export const SETUP: PageSetup = {
  shop: 'tea',
  locale: 'zh-CN',
  knowledge: 'https://tea.test/faq.json',
  catalog: 'https://tea.test/products.json',
  orders: 'https://tea.test/orders',
  messages: 'https://tea.test/messages',
  keep: true,
  kept: false,
};

/** A shop's own web server: texts by path, with what was asked of it. */
export function fakeSite(files: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  return {
    asked,
    fetchFile: async (address: string) => {
      const { pathname } = new URL(address);
      asked.push(pathname);
      const file = files[pathname];
      if (file instanceof Error) throw file;
      return file === undefined
        ? new Response('', { status: 404 })
        : new Response(typeof file === 'string' ? file : JSON.stringify(file));
    },
  };
}
