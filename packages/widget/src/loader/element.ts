/*
 * xiaoer-element.js: a module for pages in which `<xiaoer-chat>` stands. It defines the element, for those that are there
 * and those to come; their server is the one that this file came from, unless they name another.
 */
const found = document.querySelector<HTMLElement>('xiaoer-chat');
const chat = found ?? document.createElement('xiaoer-chat');

import('../browser.ts').then(
  ({ start }) => {
    try {
      start(chat, []);
    } catch (error) {
      if (found) reportError(error);
      // One without a shop only brought the definition.
      else chat.remove();
    }
  },
  // That it could not be fetched is no error of the page.
  () => {},
);
