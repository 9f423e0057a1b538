import { isReading, type Route, sendText } from './route.ts';
import { serveFile } from './static-files.ts';

/** Addresses that the page itself takes apart. */
const PAGES = /^\/(?:cart|orders|product\/[^/]+)?$/;

/** What an operator who has no storefront here comes to ask. */
const signpost = (shop: string): string => `小二已开门。把这一行放进您的网页，即可接待顾客（换成本服务器的地址）：
Xiaoer is open. Put this line into your pages to receive your shoppers (with the address of this server):

  <script src="/xiaoer/xiaoer.js" data-shop="${shop}" defer></script>

坐席工作台 / The desk of your agents: /desk/
运行状况 / Health: /health
`;

/**
 * `/`, the addresses of its other views, and the files it consists of. Where there is no storefront, `/` says where the
 * widget's script and the desk are.
 */
export const storefrontRoute =
  (folder: string, shop: string, greets: () => boolean): Route =>
  async (exchange) => {
    const { pathname } = exchange.url;
    if (await serveFile(exchange, folder, PAGES.test(pathname) ? '/index.html' : pathname, { shop, greets: greets() }))
      return true;
    if (pathname !== '/') return false;
    return !isReading(exchange) || sendText(exchange, 200, signpost(shop));
  };
