import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailServer, openMailServer } from '../packages/server/test/mail-server.ts';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

let post: MailServer;

/** The five minutes, made short. */
const env: Record<string, string> = { NOTICE_AFTER_SECONDS: '1', MAIL_FROM: 'Yunlai <help@yunlai.example>' };
beforeAll(async () => {
  post = await openMailServer();
  env['SMTP_URL'] = post.url;
});
const at = stage({ env });
afterAll(() => post.close());

const linkIn = (text: string): string => /http\S+/.exec(text)?.[0] ?? '';

test('who has left is told by mail, after having said that the address is theirs, and goes on with the conversation on a phone', async () => {
  const laptop = await openVisitor(at.browser);
  const panel = panelOf(laptop.page);
  await laptop.page.goto(at.inn.address);
  await panel.open();
  await panel.say('human please');
  await panel.sees('Nobody is at the counter');
  await panel.root.getByRole('textbox', { name: 'Mail or phone' }).fill('mei@example.com');
  await panel.root.getByRole('textbox', { name: 'Message', exact: true }).fill('The lid does not close');
  await panel.press('Leave it');
  await panel.sees('Message left');
  await laptop.context.close();

  const question = await post.next('mei@example.com');
  expect(question.text).not.toContain('lid');
  const phone = await openVisitor(at.browser, { width: 360, height: 740 });
  await phone.page.goto(linkIn(question.text));
  expect(await axe(phone.page)).toEqual([]);
  await picture(phone.page, 'late-reply-confirm-360');
  await phone.page.getByRole('button', { name: 'Yes, send answers here' }).click();
  await phone.page.getByText('come to this address').waitFor();

  const agent = await openVisitor(at.browser, { width: 1280, height: 800 });
  const desk = deskOf(agent.page);
  await desk.enter(await at.inn.addAgent('Lin Yue'));
  await agent.page.locator('[aria-labelledby=section-left] [data-conversation]').first().click();
  await desk.press(/^Take/);
  await desk.reply('A new lid is on its way to you.');
  const notice = await post.next('mei@example.com');
  expect(notice.text).toContain('A new lid is on its way to you.');

  await phone.page.goto(linkIn(notice.text));
  const small = panelOf(phone.page);
  await small.sees('A new lid is on its way to you.');
  await small.sees('The lid does not close');
  expect(phone.page.url()).not.toContain('#');
  await picture(phone.page, 'late-reply-resumed-360');
  await small.say('Thank you, on which day?');
  await desk.sees('Thank you, on which day?');
  await desk.reply('On Thursday.');
  await small.sees('On Thursday.');
  // A reload of this tab stays in it; nothing of it is stored.
  await phone.page.reload();
  await small.sees('On Thursday.');
  expect(await phone.page.evaluate(() => indexedDB.databases())).toEqual([]);
  expect([...laptop.trouble, ...phone.trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([phone.context.close(), agent.context.close()]);
});
