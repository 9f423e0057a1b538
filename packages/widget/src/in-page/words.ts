/** What is said only where there is no server. */
export interface PageWords {
  /** What leads to the shopper's orders, and the words before it. */
  readonly ordersTitle: string;
  readonly ordersText: string;
  /** Nobody shows orders, but a message can be left. */
  readonly noOrders: string;
  /** A person was wished for; the form follows. */
  readonly nobody: string;
  /** A person was wished for, and there is no way to one. */
  readonly noWay: string;
  /** The shop's data could not be had; the form follows, or does not. */
  readonly broken: string;
  /** On the form. */
  readonly leave: string;
  readonly taken: string;
  readonly kept: string;
  readonly arrived: string;
  readonly refused: string;
}

const ZH: PageWords = {
  ordersTitle: '您的订单',
  ordersText: '这里看不到订单。进度、退换和修改，请到店铺的订单页面：',
  noOrders: '这里看不到订单。请留言并写上订单号，店家会回复您。',
  nobody: '这里没有人工在线。请留言，店家会回复您。',
  noWay: '这里没有人工在线，也不能留言。请看店铺页面上的联系方式。',
  broken: '店铺的资料现在打不开，这个我答不了，也不想乱说。您写的都还在。',
  leave: '现在写下来，店家会回复到您留的联系方式。',
  taken: '记下了。送到店家时，这里会告诉您。',
  kept: '留言已存在这台设备上，现在还送不到店家；一有网络就会自动再送，不用重写。',
  arrived: '店家已收到您的留言。',
  refused: '留言没有送到：店家的系统没有接受。内容还在上面，请看店铺页面上的其他联系方式。',
};

const EN: PageWords = {
  ordersTitle: 'Your orders',
  ordersText:
    'Orders are not shown in this chat. Where yours is, returns and changes are on the shop’s page of orders.',
  noOrders:
    'Orders are not shown in this chat. Leave a message with the number of your order, and the shop will answer you.',
  nobody: 'Nobody is at a desk here. Leave a message, and the shop will answer you.',
  noWay: 'Nobody is at a desk here, and messages cannot be left. The shop’s pages say how to reach it.',
  broken:
    'The shop’s information cannot be opened just now, so I cannot answer this and would rather not guess. What you wrote is kept.',
  leave: 'Write now, and the shop will answer to the address you leave.',
  taken: 'Noted. You will read here when it has reached the shop.',
  kept: 'Your message is kept on this device. It cannot reach the shop yet and will be sent again by itself; you need not write it again.',
  arrived: 'Your message has reached the shop.',
  refused:
    'Your message was not delivered: the shop’s system did not take it. It still stands above; the shop’s pages may name another way.',
};

/** The words of a language, English for all that are not Chinese. */
export const pageWords = (locale: string): PageWords => (/^zh\b/i.test(locale) ? ZH : EN);
