/* xiaoer-analytics.js: the bridge to `dataLayer`, for a second tag beside the loader's. The order of the two does not matter. */
import { toDataLayer } from './to-data-layer.ts';
import { watchChat } from './watch-chat.ts';

const page = window as { xiaoerAnalytics?: boolean };
// A tag manager may run it twice.
if (!page.xiaoerAnalytics) {
  page.xiaoerAnalytics = true;
  watchChat(toDataLayer);
}
