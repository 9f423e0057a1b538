import type { Page } from 'playwright-core';

/** A page of a shop that is not ours, at an address of the inn. */
export interface ShopPage {
  /** Attributes of `<html>`. */
  readonly html?: string | undefined;
  /** What stands in the head, in front of the widget's tag. */
  readonly head?: string | undefined;
  readonly body?: string | undefined;
  /** Attributes of the widget's tag; null for a page without it. */
  readonly tag?: string | null | undefined;
  /** The shop's policy; none where nothing is said. */
  readonly policy?: string | undefined;
}

/** Opens a page that a test has written, with the widget of the inn in it. */
export async function openShopPage(page: Page, address: string, shop: ShopPage): Promise<void> {
  const { html = 'lang="en"', head = '', body = '<main><h1>Shop</h1></main>', tag = '', policy } = shop;
  // A page without the widget has a tag in its place that does nothing: a stylesheet may draw tags.
  const script =
    tag === null
      ? '<script type="text/plain"></script>'
      : `<script src="/xiaoer/xiaoer.js" data-shop="yunlai" ${tag} defer></script>`;
  const text = `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width">${head}${script}</head><body>${body}</body></html>`;
  // To Chromium an answer that the test gives comes from no machine at all, and such a page may not reach this one.
  await page.context().grantPermissions(['local-network-access']);
  await page.route(`${address}/shop.html`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: text,
      ...(policy ? { headers: { 'content-security-policy': policy } } : {}),
    }),
  );
  await page.goto(`${address}/shop.html`);
}
