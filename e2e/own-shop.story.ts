import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openVisitor } from './browser.ts';
import { stage } from './stage.ts';

const SHOP = {
  'mapping.json': {
    shop: { id: 'tea', name: { 'zh-CN': '山茶馆', en: 'Hill Tea' }, locales: ['zh-CN', 'en'], currency: 'CNY' },
  },
  'products.json': [{ id: 'oolong', title: 'Oolong', price: { amount: 8800, currency: 'CNY' } }],
};

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-shop-'));
for (const [name, content] of Object.entries(SHOP)) writeFileSync(join(folder, name), JSON.stringify(content));
const own = stage({ args: ['--shop', folder] });
const bundled = stage();

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a shop, and tells what its page asked for in vain and whether it offers to sign in. */
async function visit(address: string) {
  const { context, page, trouble } = await openVisitor(own.browser);
  const asked: string[] = [];
  page.on('response', (answer) => {
    const path = new URL(answer.url()).pathname;
    if (answer.status() >= 400 || path.startsWith('/demo/')) asked.push(`${answer.status()} ${path}`);
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  const offered = await page.getByRole('button', { name: 'Sign in' }).count();
  await context.close();
  return { asked, offered, trouble };
}

test('a merchant’s own shop is not asked for the demonstration sign-in, and the bundled one only by its button', async () => {
  expect(await visit(own.inn.address)).toEqual({ asked: [], offered: 0, trouble: [] });
  expect(await visit(bundled.inn.address)).toEqual({ asked: [], offered: 1, trouble: [] });
});
