import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openVisitor } from './browser.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const EXPORT = fileURLToPath(new URL('../../shared/data/litemall', import.meta.url));
const missing = !existsSync(EXPORT);
if (missing) console.warn(`The stories of a real merchant's export are skipped: they need ${EXPORT}.`);

describe.skipIf(missing)("a real merchant's export", () => {
  const at = stage({ args: ['--shop', EXPORT, '--mapping', 'examples/litemall-mapping.json'] });

  test('the start prints what was taken, and what was skipped or flagged with row and reason', () => {
    expect(at.inn.output).toMatch(/239/);
    expect(at.inn.output).toMatch(/flagged faq\.json row 1/);
  });

  test('there is no demo sign-in at a shop that is not the bundled one', async () => {
    const answer = await fetch(`${at.inn.address}/demo/sign-in`, {
      method: 'POST',
      headers: { origin: at.inn.address },
    });
    expect(answer.status).toBe(404);
  });

  test('运费 · 四件套 1000 元以内 · 填充物 · 羊毛被和蚕丝被 · 找人工', async () => {
    const { context, page, trouble } = await openVisitor(at.browser, { locale: 'zh-CN' });
    const panel = panelOf(page, 'zh-CN');
    await page.goto(`${at.inn.address}/product/1006007`);
    await page.getByRole('heading', { level: 1, name: /羊毛被/ }).waitFor();
    await panel.open();
    await panel.say('运费怎么算');
    await panel.sees(/满88元免邮费/);
    await panel.say('这款被子填充物是什么');
    await panel.sees(/100%羊毛/);
    await panel.say('有没有纯棉的四件套 1000 元以内的');
    await panel.sees(/四件套/);
    const prices = await panel.root.locator('.c-price > bdi').allTextContents();
    expect(prices.length).toBeGreaterThan(0);
    for (const price of prices) expect(Number(price.replace(/[^\d.]/g, '')), price).toBeLessThanOrEqual(1_000);
    await panel.say('羊毛被和蚕丝被有什么区别');
    await panel.sees(/桑蚕丝/);
    await panel.say('我要找人工');
    await panel.sees(/留言|下一位|您前面/);
    expect(trouble).toEqual([]);
    await context.close();
  });
});
