import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Inn, openInn } from './inn.ts';
import { type OtherBrowser, openFirefox, openWebKit } from './other-browsers.ts';

let inn: Inn;
beforeAll(async () => {
  inn = await openInn();
});
afterAll(() => inn?.close());

/** Opens the panel by its launcher. */
async function openPanel(): Promise<void> {
  const until = async <T>(what: () => T | null | undefined | false): Promise<T> => {
    for (let tries = 0; tries < 400; tries++) {
      const found = what();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never: ${what}`);
  };
  const root = () => document.querySelector('xiaoer-chat')?.shadowRoot;
  const launcher = await until(() => root()?.querySelector<HTMLElement>('[part=launcher]'));
  launcher.click();
  await until(() => root()?.querySelector('textarea'));
}

/** Writes and sends, and waits for a message of the house that has these words. */
async function ask([question, words]: readonly [string, string]): Promise<void> {
  const root = document.querySelector('xiaoer-chat')?.shadowRoot as ShadowRoot;
  const field = root.querySelector('textarea') as HTMLTextAreaElement;
  field.value = question;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 200));
  root.querySelector<HTMLElement>('[part=send]')?.click();
  for (let tries = 0; tries < 400; tries++) {
    const said = [...root.querySelectorAll('.row.in')].some((row) => row.textContent?.includes(words));
    if (said) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`«${words}» was not said:\n${root.querySelector('[part=timeline]')?.textContent}`);
}

/** What stands in the timeline, once it is `count` rows. */
async function rows(count: number): Promise<readonly (string | null)[]> {
  const list = () => [
    ...(document.querySelector('xiaoer-chat')?.shadowRoot?.querySelectorAll('[data-key] .c-item') ?? []),
  ];
  for (let tries = 0; tries < 400 && list().length < count; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  // What comes late, such as cards, has come.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return list().map((row) => row.textContent);
}

for (const [name, open, packages] of [
  ['Firefox', openFirefox, 'firefox-esr'],
  ['WebKitGTK', openWebKit, 'webkit2gtk-driver xvfb'],
] as const)
  test(`asked, answered with a card, and all there after a reload: ${name}`, async (context) => {
    const browser: OtherBrowser | undefined = await open();
    if (!browser) {
      const why = `There is no ${name} here. On Debian: apt-get install ${packages}`;
      console.warn(`${why}. Its story is skipped.`);
      return context.skip(why);
    }
    try {
      await browser.goto(`${inn.address}/product/wool-duvet`);
      await browser.run(openPanel, null);
      await browser.run(ask, ['What is the filling?', 'From:'] as const);
      await browser.run(ask, ['tea cups under 300', 'Add'] as const);
      const before = await browser.run(rows, 4);
      expect(before.length).toBeGreaterThanOrEqual(4);
      await browser.goto(`${inn.address}/product/wool-duvet`);
      await browser.run(openPanel, null);
      expect(await browser.run(rows, before.length)).toEqual(before);
    } finally {
      await browser.close();
    }
  });
