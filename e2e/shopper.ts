import type { Locator, Page } from 'playwright-core';

/** The widget as a shopper uses it, by roles and names. */
export interface Panel {
  readonly root: Locator;
  readonly field: Locator;
  open(): Promise<void>;
  say(text: string): Promise<void>;
  /** Waits for a bubble, card or line with these words. */
  sees(words: string | RegExp, timeout?: number): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  /** Every row of the timeline as text, white space folded, without how it stands. */
  rows(): Promise<readonly string[]>;
}

/** Words of the two languages that stories press. */
const WORDS = {
  en: { launcher: /^Open/, send: 'Send' },
  'zh-CN': { launcher: /^打开/, send: '发送' },
};

/** Finds the widget on a page. */
export function panelOf(page: Page, language: keyof typeof WORDS = 'en'): Panel {
  const words = WORDS[language];
  const root = page.locator('xiaoer-chat');
  const field = root.getByRole('textbox').last();
  const log = root.locator('[part~=timeline]');
  const rows = () =>
    log.locator('[data-key]').evaluateAll((all) =>
      all.map((row) => {
        const said = row.cloneNode(true) as Element;
        for (const foot of said.querySelectorAll('.delivery, .more')) foot.remove();
        return (said.textContent ?? '').replace(/\s+/g, ' ').trim();
      }),
    );
  return {
    root,
    field,
    async open() {
      await root.getByRole('button', { name: words.launcher }).click();
      await field.waitFor();
    },
    async say(text) {
      await field.fill(text);
      await root.getByRole('button', { name: words.send, exact: true }).click();
    },
    async sees(text, timeout = 10_000) {
      try {
        await log.getByText(text).last().waitFor({ timeout });
      } catch {
        throw new Error(`«${text}» was not seen. The timeline:\n${(await rows()).join('\n')}`);
      }
    },
    async press(name) {
      await log.getByRole('button', { name }).last().click();
    },
    rows,
  };
}
