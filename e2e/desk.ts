import type { Page } from 'playwright-core';

/** The desk as an agent uses it, by roles and names. */
export interface DeskPage {
  /** Comes in by a one-time link. */
  enter(link: string): Promise<void>;
  /** Opens the conversation whose row has these words. */
  choose(words: string | RegExp): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  reply(text: string): Promise<void>;
  /** Waits for these words in the conversation. */
  sees(words: string | RegExp, timeout?: number): Promise<void>;
}

/** Finds the desk on a page. */
export function deskOf(page: Page): DeskPage {
  const messages = page.getByLabel('Messages');
  return {
    async enter(link) {
      await page.goto(link);
      await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    },
    async choose(words) {
      await page.locator('[data-conversation]').filter({ hasText: words }).first().click();
    },
    async press(name) {
      await page.getByRole('button', { name }).first().click();
    },
    async reply(text) {
      const field = page.getByRole('textbox', { name: /^Reply/ });
      await field.fill(text);
      await field.press('Enter');
    },
    async sees(words, timeout = 10_000) {
      await messages.getByText(words).last().waitFor({ timeout });
    },
  };
}
