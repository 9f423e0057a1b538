import type { Client } from '@xiaoer/core';
import type { DeskClient } from '@xiaoer/core/desk';
import type { Page } from 'playwright-core';

/** What speaks for haste in a wish for a person, with its head start in milliseconds: the table of DESK.md §4. */
export const WISHES = {
  angry: { text: '垃圾，转人工', headStartMs: 300_000 },
  gold: { text: '转人工', headStartMs: 180_000 },
  urgent: { text: '转人工，很急', headStartMs: 120_000 },
  calm: { text: '转人工', headStartMs: 0 },
} as const;

/** One of {@link WISHES}. */
export type Wish = keyof typeof WISHES;

/** A shopper of the rush. */
export interface Comer {
  readonly wish: Wish;
  readonly client: Client;
  /** Id of the op that asks for a person. */
  readonly asked: string;
  /** When it was written, milliseconds since 1970. */
  readonly at: number;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const first = ({ inbox }: DeskClient) =>
  inbox.value
    .filter(({ mode }) => mode === 'queued')
    .sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity))[0];

/** Waits a little for something of the inbox; false when it does not come. */
async function comes(answer: () => boolean): Promise<boolean> {
  for (const until = Date.now() + 5_000; Date.now() < until; await pause(20)) if (answer()) return true;
  return false;
}

/** Takes whoever is first, answers, talks for a while, closes, and goes on, until it is told to stop. */
export async function workAt(agent: DeskClient, talkMs: number, over: () => boolean): Promise<number> {
  let served = 0;
  while (!over()) {
    const row = first(agent);
    const me = agent.principal.value;
    if (!row || !me) {
      await pause(50);
      continue;
    }
    const talk = agent.conversation(row.conversation);
    const now = () => agent.inbox.value.find(({ conversation }) => conversation === row.conversation);
    const id = await talk.send('handoff', { state: 'joined', agent: { id: me.id, name: me.name ?? me.id } }, row);
    const stands = () => agent.outbox.value.find((one) => one.id === id);
    await comes(() => stands() === undefined || stands()?.status === 'failed');
    // A colleague was quicker.
    if (stands()?.status === 'failed') await agent.discard(id);
    await comes(() => now()?.serving !== row.serving);
    const mine = now()?.agent?.id === me.id;
    if (mine) {
      await talk.send('text', { text: '您好，我来看看。' }, { serving: now()?.serving });
      await pause(talkMs);
      await talk.send('closed', { reason: 'agent' }, { serving: now()?.serving });
      await comes(() => now() === undefined);
      served += 1;
    }
    talk.leave();
  }
  return served;
}

/** The same by the desk in a browser, by mouse and keys. */
export async function workOn(page: Page, talkMs: number, over: () => boolean): Promise<number> {
  const waiting = page.locator('[aria-labelledby=section-waiting] [data-conversation]').first();
  const field = page.locator('#composer');
  const close = page.getByRole('button', { name: /^Close/ }).first();
  let served = 0;
  while (!over()) {
    try {
      await waiting.click({ timeout: 2_000 });
      // The answer takes the conversation as well.
      await field.fill('您好，我来看看。', { timeout: 2_000 });
      await field.press('Enter');
      await close.click({ timeout: 2_000 });
      await pause(talkMs);
      await page.getByRole('button', { name: 'Close it' }).click({ timeout: 2_000 });
      served += 1;
    } catch (error) {
      // Whoever was clicked has been taken by a colleague meanwhile.
      if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
      await field.fill('', { timeout: 2_000 }).catch(() => undefined);
    }
  }
  return served;
}
