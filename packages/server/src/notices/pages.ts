import { escapeHtml } from '../escape-html.ts';
import { words } from '../locales/words.ts';

/** A page of one card: what it is about, and buttons that post to the same address. */
export function cardPage(
  locale: string,
  {
    title,
    text,
    buttons = [],
  }: {
    readonly title: string;
    readonly text: string;
    readonly buttons?: readonly { readonly label: string; readonly value: string }[];
  },
): string {
  const pressed = buttons
    .map(({ label, value }) => `<button name="answer" value="${escapeHtml(value)}">${escapeHtml(label)}</button>`)
    .join('');
  const form = pressed && `<form method="post">${pressed}</form>`;
  return `<!doctype html><html lang="${escapeHtml(locale)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/notices.css"><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${form}</main></html>`;
}

/** The page that goes on with a conversation. The key stands behind the `#`, which no server and no log sees. */
export const resumePage = (locale: string, shop: string, shopName: string): string =>
  `<!doctype html><html lang="${escapeHtml(locale)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(words(locale, 'page.resume.title', { shop: shopName }))}</title><link rel="stylesheet" href="/notices.css"><main><h1>${escapeHtml(words(locale, 'page.resume.title', { shop: shopName }))}</h1><p id="state" role="status" data-failed="${escapeHtml(words(locale, 'page.resume.failed', { shop: shopName }))}">${escapeHtml(words(locale, 'page.resume.wait'))}</p></main><script src="/xiaoer/xiaoer.js" data-shop="${escapeHtml(shop)}" data-locale="${escapeHtml(locale)}" data-consent="none" defer></script><script src="/resume.js" defer></script></html>`;

/**
 * Trades the key for a token whenever the widget asks for one. The key is kept for a reload of this tab only, and nothing
 * of the conversation is stored in this browser: it may be anybody's.
 */
export const RESUME_SCRIPT = `const given = location.hash.slice(1);
if (given) sessionStorage.setItem('xiaoer-resume', given);
history.replaceState(null, '', location.pathname);
const key = sessionStorage.getItem('xiaoer-resume') || '';
const state = document.getElementById('state');
const ask = async () => {
  const answer = await fetch('/resume/token', { method: 'POST', body: key });
  if (!answer.ok) {
    state.textContent = state.dataset.failed;
    throw new Error('the link is over');
  }
  return answer.text();
};
ask().then((token) => {
  let first = token;
  xiaoer('identify', async () => {
    const now = first || (await ask());
    first = '';
    return now;
  });
  xiaoer('open');
  state.textContent = '';
}, () => {});
`;

/** The sheet of these pages. */
export const NOTICE_SHEET = `:root{color-scheme:light dark;font:1rem/1.6 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:Canvas;color:CanvasText}
main{max-width:32rem;padding:2rem 1.25rem}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .75rem}
p{margin:0 0 1.5rem;overflow-wrap:anywhere}
form{display:flex;flex-wrap:wrap;gap:.75rem}
button{font:inherit;min-height:2.75rem;padding:.5rem 1.25rem;border-radius:.75rem;border:1px solid;background:transparent;color:inherit;cursor:pointer}
button:first-child{background:#1f5c50;border-color:#1f5c50;color:#fff}
button:focus-visible{outline:3px solid #7ab8a8;outline-offset:2px}
`;
