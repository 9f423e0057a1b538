import type { Locale } from './localized.ts';
import type { Subject } from './sign-in.ts';

/** Everything the page says by itself; what is sold is said by the catalogue. */
export interface Words {
  readonly search: string;
  readonly searchFor: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly signInAs: string;
  readonly signInFailed: string;
  readonly signedInAs: (name: string) => string;
  readonly demoShoppers: Readonly<Record<Subject, string>>;
  readonly close: string;
  readonly cart: string;
  readonly cartCount: (count: number) => string;
  readonly cartEmpty: string;
  readonly toTheShop: string;
  readonly otherLanguage: { readonly short: string; readonly name: string };
  readonly skip: string;
  readonly categories: string;
  readonly filters: string;
  readonly all: string;
  readonly allOf: (category: string) => string;
  readonly count: (count: number) => string;
  readonly found: (query: string) => string;
  readonly nothing: string;
  readonly showMore: string;
  readonly breadcrumb: string;
  readonly home: string;
  readonly size: string;
  readonly weight: string;
  readonly style: string;
  readonly price: string;
  readonly before: string;
  readonly less: (amount: string) => string;
  readonly add: string;
  readonly added: (name: string) => string;
  readonly soldOut: string;
  readonly left: (count: number) => string;
  readonly noMore: (left: number, inCart: number) => string;
  readonly inStock: string;
  readonly unknownProduct: string;
  readonly facts: string;
  readonly views: string;
  readonly view: (number: number) => string;
  readonly quantityOf: (name: string) => string;
  readonly oneLess: (name: string) => string;
  readonly oneMore: (name: string) => string;
  readonly remove: string;
  readonly removeLine: (name: string) => string;
  readonly total: string;
  readonly noCheckout: string;
  readonly missing: string;
  readonly broken: string;
  readonly footer: string;
}

const zh: Words = {
  search: '搜索',
  searchFor: '搜索商品',
  signIn: '登录',
  signOut: '退出登录',
  signInAs: '以谁的身份登录？',
  signInFailed: '没有登录成功，请再试一次。',
  signedInAs: (name) => `${name}，您已登录`,
  demoShoppers: { mei: '梅若雪', lin: '林小满', song: '宋知远', gu: '顾南枝' },
  close: '关闭',
  cart: '购物车',
  cartCount: (count) => `购物车，${count} 件`,
  cartEmpty: '购物车还空着。',
  toTheShop: '去看看商品',
  otherLanguage: { short: 'EN', name: 'English' },
  skip: '跳到正文',
  categories: '分类',
  filters: '筛选',
  all: '全部',
  allOf: (category) => `全部${category}`,
  count: (count) => `${count} 件商品`,
  found: (query) => `“${query}”的搜索结果`,
  nothing: '没有找到。换个词试试，或者问问小二。',
  showMore: '显示更多',
  breadcrumb: '所在位置',
  home: '首页',
  size: '尺寸',
  weight: '重量',
  style: '款式',
  price: '价格',
  before: '原价',
  less: (amount) => `立减 ${amount}`,
  add: '加入购物车',
  added: (name) => `${name}已加入购物车。`,
  soldOut: '售罄',
  left: (count) => `仅剩 ${count} 件`,
  noMore: (left, inCart) => (inCart > 0 ? `库存 ${left} 件，购物车里已有 ${inCart} 件。` : `库存只有 ${left} 件。`),
  inStock: '现货',
  unknownProduct: '这件商品已经不在店里了。',
  facts: '商品详情',
  views: '图片',
  view: (number) => `第 ${number} 张图`,
  quantityOf: (name) => `${name}的数量`,
  oneLess: (name) => `${name}减一件`,
  oneMore: (name) => `${name}加一件`,
  remove: '移除',
  removeLine: (name) => `移除${name}`,
  total: '合计',
  noCheckout: '这里是演示店铺，到购物车为止，不会真的下单。',
  missing: '没有这个页面。',
  broken: '商品没有加载出来，请刷新页面。',
  footer: '演示店铺，所有商品都是画出来的。',
};

const en: Words = {
  search: 'Search',
  searchFor: 'Search products',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signInAs: 'Sign in as',
  signInFailed: 'Signing in did not work. Please try again.',
  signedInAs: (name) => `Signed in as ${name}`,
  demoShoppers: { mei: 'Mei Ruoxue', lin: 'Lin Xiaoman', song: 'Song Zhiyuan', gu: 'Gu Nanzhi' },
  close: 'Close',
  cart: 'Cart',
  cartCount: (count) => `Cart, ${count} ${count === 1 ? 'item' : 'items'}`,
  cartEmpty: 'Your cart is still empty.',
  toTheShop: 'Look around the shop',
  otherLanguage: { short: '中文', name: '简体中文' },
  skip: 'Skip to the content',
  categories: 'Categories',
  filters: 'Filters',
  all: 'All',
  allOf: (category) => `All ${category.toLowerCase()}`,
  count: (count) => `${count} ${count === 1 ? 'product' : 'products'}`,
  found: (query) => `Results for ${query}`,
  nothing: 'Nothing found. Try another word, or ask the assistant.',
  showMore: 'Show more',
  breadcrumb: 'Breadcrumb',
  home: 'Home',
  size: 'Size',
  weight: 'Weight',
  style: 'Style',
  price: 'Price',
  before: 'Before',
  less: (amount) => `${amount} off`,
  add: 'Add to cart',
  added: (name) => `${name} is in your cart.`,
  soldOut: 'Sold out',
  left: (count) => `Only ${count} left`,
  noMore: (left, inCart) => (inCart > 0 ? `Only ${left} left, and ${inCart} in your cart.` : `Only ${left} left.`),
  inStock: 'In stock',
  unknownProduct: 'This product is no longer in the shop.',
  facts: 'Details',
  views: 'Pictures',
  view: (number) => `Picture ${number}`,
  quantityOf: (name) => `Quantity of ${name}`,
  oneLess: (name) => `One less of ${name}`,
  oneMore: (name) => `One more of ${name}`,
  remove: 'Remove',
  removeLine: (name) => `Remove ${name}`,
  total: 'Total',
  noCheckout: 'This is a demonstration shop: it ends at the cart, nothing is really ordered.',
  missing: 'There is no such page.',
  broken: 'The products could not be loaded. Please reload the page.',
  footer: 'A demonstration shop; everything in it is drawn.',
};

/** The page's words by language. */
export const words: Readonly<Record<Locale, Words>> = { 'zh-CN': zh, en };
