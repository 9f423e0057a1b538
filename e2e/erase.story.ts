import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

/** Every byte that the server has on its disk. */
function bytesIn(folder: string): Buffer {
  const parts = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? bytesIn(path) : readFileSync(path);
  });
  return Buffer.concat(parts);
}

/** Everything that the page of a shopper has stored, as text. */
const STORED = `(async () => {
  const rows = [JSON.stringify({ ...localStorage })];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
    });
    for (const store of database.objectStoreNames)
      rows.push(await new Promise((done) => {
        const asked = database.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(JSON.stringify(asked.result));
      }));
    database.close();
  }
  return rows.join();
})()`;

test('an admin saves and erases a shopper who is connected: the words go from the chat, its browser, the desk and the disk', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('my doorbell at 9 Longjing Road is broken, card 4111 1111 1111 1111');
  await panel.sees(/doorbell at 9 Longjing Road/);
  expect(await page.evaluate(STORED)).toContain('Longjing');
  const agent = await openVisitor(at.browser, { width: 1440, height: 900 });
  const desk = agent.page;
  await deskOf(desk).enter(at.inn.deskLink);
  await deskOf(desk).choose(/doorbell/);
  await deskOf(desk).sees(/•••• •••• •••• 1111/);
  await desk.getByRole('button', { name: 'Show the number' }).click();
  await desk.getByLabel('What is it needed for?').fill('refund to this card');
  await desk.getByRole('button', { name: 'Show the number' }).click();
  await desk.getByText(/4111 1111 1111 1111/).waitFor();
  await picture(desk, 'erase-reveal');

  await desk.getByRole('button', { name: 'Data of this shopper' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.waitFor();
  expect(await axe(desk)).toEqual([]);
  await picture(desk, 'erase-dialog');
  const [saved] = await Promise.all([
    desk.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Save as a page' }).click(),
  ]);
  const file = join(at.inn.dataDir, '..', `export-${Date.now()}.html`);
  await saved.saveAs(file);
  const html = readFileSync(file, 'utf8');

  expect(html).toContain('my doorbell at 9 Longjing Road is broken, card 4111 1111 1111 1111');
  const read = await openVisitor(at.browser, { width: 900, height: 900 });
  await read.page.goto(`file://${file}`);
  await picture(read.page, 'erase-export');
  await read.context.close();
  rmSync(file);
  // By keyboard: the box, then the button.
  await dialog.getByRole('checkbox').press('Space');
  await dialog.getByRole('button', { name: 'Erase this shopper' }).press('Enter');
  await dialog.getByText('Nothing of this shopper can be read any more.').waitFor();
  await picture(desk, 'erase-done');
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');

  await page.getByText(/doorbell at 9 Longjing Road/).waitFor({ state: 'detached' });
  await desk
    .getByText(/doorbell/)
    .first()
    .waitFor({ state: 'detached' });
  expect(await page.evaluate(STORED)).not.toContain('Longjing');
  expect(bytesIn(at.inn.dataDir).includes('Longjing')).toBe(false);
  await picture(page, 'erase-chat');
  await page.reload();
  await panel.open();
  // Who writes again is somebody new to the house.
  await panel.say('hello again');
  await panel.sees(/hello again/);
  await desk.locator('[data-conversation]').filter({ hasText: 'hello again' }).waitFor();
  expect([...trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});

test('a browser that was away while its shopper was erased by the command throws the words away when it comes back', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('the small cup is not in the box');
  await panel.sees(/small cup is not/);
  const id = /"id":"([\w-]{22})","order"/.exec(String(await page.evaluate(STORED)))?.[1] ?? '';
  await context.setOffline(true);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['packages/server/dist/shopper-cli.js', 'erase', id, '--yes'],
    {
      env: { ...process.env, DATA_DIR: at.inn.dataDir },
    },
  );
  expect(stdout).toContain('is erased');
  await page
    .getByText(/small cup is not/)
    .first()
    .waitFor();
  await context.setOffline(false);
  await page.getByText(/small cup is not/).waitFor({ state: 'detached', timeout: 30_000 });
  expect(await page.evaluate(STORED)).not.toContain('small cup');
  expect(trouble).toEqual([]);
  await context.close();
});
