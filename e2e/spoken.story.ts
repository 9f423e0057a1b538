import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openVisitor } from './browser.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

/** What is said and pressed in a story, in both languages that the house is written in. */
const STORIES = {
  en: {
    typed: 'can i ret',
    found: 'Can I return something?',
    answered: /From:/,
    goods: 'tea cups under 300',
    add: /^Add /,
    inCart: /In cart/,
    person: 'I want to talk to a person',
    nobody: 'Nobody is at the counter just now',
    read: /^Nobody is at the counter/,
  },
  'zh-CN': {
    typed: '可以退',
    found: '可以退货吗？',
    answered: /来源/,
    goods: '三百以内的茶杯',
    add: /^加购/,
    inCart: /已加/,
    person: '我要找人工',
    nobody: '柜台现在没人',
    read: /柜台|没人/,
  },
} as const;

/** Keeps everything that the one live region says, from before the widget is there. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const look = () => {
      const root = document.querySelector('xiaoer-chat')?.shadowRoot;
      const region = root?.querySelector('[aria-live]');
      if (!region) return setTimeout(look, 20);
      new MutationObserver(() => {
        const text = region.textContent?.trim();
        if (text) said.push(text);
      }).observe(region, { childList: true, characterData: true, subtree: true });
      return undefined;
    };
    look();
  });
/** What was read out, a line a message: two that come within a moment are read together. */
const said = async (page: Page): Promise<string[]> => {
  const told = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  return told.flatMap((text) => text.split(/\n(?=Xiaoer: |小二：|小二: )/));
};

/** Times of the day and parcels of it are not the story's. */
const timeless = (text: string) => text.replace(/\b\d{1,2}:\d{2}\b/g, '00:00');

/** The accessibility tree of the panel, as a reader without eyes goes through it. */
const tree = async (page: Page) => timeless(await page.locator('xiaoer-chat [part~=panel]').ariaSnapshot());

test.each(Object.entries(STORIES))('what a blind shopper is told in a whole story: %s', async (locale, story) => {
  const { context, page, trouble } = await openVisitor(at.browser, { locale });
  const panel = panelOf(page, locale as keyof typeof STORIES);
  await listen(page);
  await page.goto(`${at.inn.address}${locale === 'en' ? '' : '/?lang=zh-CN'}`);
  if (locale !== 'en') await page.evaluate(`xiaoer('setLocale', '${locale}')`);
  await panel.open();
  await panel.root.getByRole('listitem').nth(3).waitFor();
  const told: string[] = [];
  const step = async (name: string) => told.push(`# ${name}\n${await tree(page)}`);
  await step('the empty panel');

  await panel.field.pressSequentially(story.typed);
  await panel.root.getByRole('option', { name: story.found }).waitFor();
  await page.keyboard.press('ArrowDown');
  await step('questions that fit');
  await page.keyboard.press('Enter');
  await panel.sees(story.answered);
  await panel.say(story.goods);
  await panel.root.getByRole('button', { name: story.add }).first().click();
  await panel.sees(story.inCart);
  await step('an answer, and goods of which one is in the cart');
  await panel.say(story.person);
  await panel.sees(story.nobody);
  await step('nobody at the counter');

  // Everything that came was read once, in its order; own words never.
  await expect.poll(async () => (await said(page)).at(-1), { timeout: 10_000 }).toMatch(story.read);
  told.push(`# read out\n${timeless((await said(page)).map((line) => `- ${JSON.stringify(line)}`).join('\n'))}`);

  // History is never read: not after a reload, and not when the panel opens again.
  await page.reload();
  await panel.open();
  await panel.sees(story.nobody);
  await page.waitForTimeout(1_000);
  expect(await said(page)).toEqual([]);

  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot(`trees/story.${locale}.txt`);
  expect(trouble).toEqual([]);
  await context.close();
});
