import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { stage } from './stage.ts';

const at = stage();

const PASSWORD = 'four quilts in a row';

/** What an authenticator app shows for a key, some steps of half a minute from now. */
function codeOf(key: string, ahead = 0): string {
  const bits = [...key.replace(/\s/g, '')]
    .map((char) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac('sha1', secret).update(counter).digest();
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('by link once, then by password and code; a browser that is signed out is out, and wrong tries are slowed', async () => {
  const first = await openVisitor(at.browser, { width: 1280, height: 900 });
  const desk = first.page;
  await deskOf(desk).enter(await at.inn.addAgent('Lin Yue'));
  await desk.getByRole('button', { name: /Password and browsers/ }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel(/Set a password/).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Set it' }).press('Enter');
  await dialog.getByText(/The password is set/).waitFor();
  await dialog.getByRole('button', { name: 'Add an authenticator app' }).press('Enter');
  const key = (await dialog.locator('.totp-key').textContent()) ?? '';
  expect(await axe(desk)).toEqual([]);
  await picture(desk, 'account-totp');
  await dialog.getByLabel('Code that the app shows').fill(codeOf(key, -1));
  await dialog.getByRole('button', { name: 'Turn it on' }).press('Enter');
  await dialog.getByText(/From now on signing in asks for a code/).waitFor();
  await picture(desk, 'account-dialog');
  await dialog.getByRole('button', { name: 'Close' }).click();

  const second = await openVisitor(at.browser, { width: 390, height: 800, dark: true });
  const phone = second.page;
  await phone.goto(`${at.inn.address}/desk/`);
  await phone.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await axe(phone)).toEqual([]);
  await picture(phone, 'sign-in');
  const signIn = async (password: string) => {
    await phone.getByLabel('Name').fill('Lin Yue');
    await phone.getByLabel('Password').fill(password);
    await phone.getByRole('button', { name: 'Sign in' }).press('Enter');
  };
  await signIn('not this one');
  await phone.getByText('Name, password or code is wrong.').waitFor();
  await signIn(PASSWORD);
  await phone.getByLabel('Code of your authenticator app').fill(codeOf(key));
  await phone.keyboard.press('Enter');
  await phone.getByRole('heading', { name: 'Inbox' }).waitFor();

  await desk.getByRole('button', { name: /Password and browsers/ }).click();
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click();
  await dialog.getByText('Signed out.').waitFor();
  await phone.getByRole('heading', { name: 'Sign in' }).waitFor();
  for (let n = 0; n < 6; n++) {
    await signIn('guess');
    await phone.getByText(/is wrong\.|Too many tries/).waitFor();
    await phone.waitForTimeout(150);
  }
  await signIn(PASSWORD);
  await phone.getByText(/Too many tries\. Try again in \d+ s\./).waitFor();
  await picture(phone, 'sign-in-slowed');
  // The one who asked is still in.
  await dialog.getByRole('button', { name: 'Close' }).click();
  await desk.getByRole('heading', { name: 'Inbox' }).waitFor();
  await Promise.all([first.context.close(), second.context.close()]);
});
