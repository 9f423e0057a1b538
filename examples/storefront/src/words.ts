import type { Locale } from './localized.ts';
import type { OrderStatus } from './orders.ts';
import type { Subject } from './sign-in.ts';
import type { SortKey } from './sort.ts';

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
  readonly allCategories: string;
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
  readonly sort: string;
  readonly sorts: Readonly<Record<SortKey, string>>;
  readonly inStockOnly: string;
  readonly askXiaoer: string;
  readonly related: string;
  readonly promises: string;
  readonly goods: string;
  readonly shipping: string;
  readonly free: string;
  readonly untilFree: (amount: string) => string;
  readonly orders: string;
  readonly ordersOf: (name: string) => string;
  readonly ordersNeedSignIn: string;
  readonly ordersLoading: string;
  readonly ordersFailed: string;
  readonly noOrders: string;
  readonly retry: string;
  readonly placed: (date: string) => string;
  readonly pieces: (count: number) => string;
  readonly statuses: Readonly<Record<OrderStatus, string>>;
  readonly stepStates: Readonly<Record<'done' | 'now' | 'todo', string>>;
  readonly progress: string;
  readonly parcel: string;
  readonly shipTo: string;
  readonly askOrder: string;
  readonly askOrderText: (number: string) => string;
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
  allCategories: '全部分类',
  filters: '筛选',
  all: '全部',
  allOf: (category) => `全部${category}`,
  count: (count) => `${count} 件商品`,
  found: (query) => `“${query}”的搜索结果`,
  nothing: '没有找到。换个词、放宽筛选，或者问问小二。',
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
  sort: '排序',
  sorts: { featured: '推荐', 'price-up': '价格从低到高', 'price-down': '价格从高到低', saving: '优惠多的在前' },
  inStockOnly: '只看有货',
  askXiaoer: '问小二',
  related: '看了又看',
  promises: '服务',
  goods: '商品',
  shipping: '运费',
  free: '免运费',
  untilFree: (amount) => `再买 ${amount} 免运费`,
  orders: '订单',
  ordersOf: (name) => `${name}的订单`,
  ordersNeedSignIn: '登录后就能看到您的订单。',
  ordersLoading: '正在取订单',
  ordersFailed: '订单没有取到。',
  noOrders: '还没有订单。',
  retry: '再试一次',
  placed: (date) => `${date}下单`,
  pieces: (count) => `${count} 件`,
  statuses: {
    unpaid: '待付款',
    paid: '已付款',
    packed: '已打包',
    shipped: '运输中',
    delivered: '已签收',
    cancelled: '已取消',
    returning: '退货中',
    refunded: '已退款',
  },
  stepStates: { done: '已完成', now: '当前', todo: '未开始' },
  progress: '进度',
  parcel: '物流',
  shipTo: '收货',
  askOrder: '问小二',
  askOrderText: (number) => `我的订单 ${number} 到哪了？`,
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
  allCategories: 'All categories',
  filters: 'Filters',
  all: 'All',
  allOf: (category) => `All ${category.toLowerCase()}`,
  count: (count) => `${count} ${count === 1 ? 'product' : 'products'}`,
  found: (query) => `Results for ${query}`,
  nothing: 'Nothing found. Try another word, loosen the filters, or ask Xiaoer.',
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
  sort: 'Sort by',
  sorts: {
    featured: 'Featured',
    'price-up': 'Price, low to high',
    'price-down': 'Price, high to low',
    saving: 'Largest saving',
  },
  inStockOnly: 'In stock only',
  askXiaoer: 'Ask Xiaoer',
  related: 'You may also like',
  promises: 'Service',
  goods: 'Goods',
  shipping: 'Shipping',
  free: 'Free',
  untilFree: (amount) => `${amount} more and shipping is free`,
  orders: 'Orders',
  ordersOf: (name) => `Orders of ${name}`,
  ordersNeedSignIn: 'Sign in to see your orders.',
  ordersLoading: 'Fetching your orders',
  ordersFailed: 'The orders could not be fetched.',
  noOrders: 'There are no orders yet.',
  retry: 'Try again',
  placed: (date) => `Placed ${date}`,
  pieces: (count) => `${count} ${count === 1 ? 'piece' : 'pieces'}`,
  statuses: {
    unpaid: 'Unpaid',
    paid: 'Paid',
    packed: 'Packed',
    shipped: 'On its way',
    delivered: 'Delivered',
    cancelled: 'Cancelled',
    returning: 'Being returned',
    refunded: 'Refunded',
  },
  stepStates: { done: 'done', now: 'now', todo: 'to come' },
  progress: 'Progress',
  parcel: 'Parcel',
  shipTo: 'Ship to',
  askOrder: 'Ask Xiaoer',
  askOrderText: (number) => `Where is my order ${number}?`,
  total: 'Total',
  noCheckout: 'This is a demonstration shop: it ends at the cart, nothing is really ordered.',
  missing: 'There is no such page.',
  broken: 'The products could not be loaded. Please reload the page.',
  footer: 'A demonstration shop; everything in it is drawn.',
};

/** The page's words by language. */
export const words: Readonly<Record<Locale, Words>> = { 'zh-CN': zh, en };
