import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** Where the pictures of the documents are. */
export const PICTURES = join(ROOT, 'docs/pictures');

/** A port that nobody listens on. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The output of a process until it fits; rejects when the process ends before. */
const untilSaid = (child, pattern) =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk) => {
      said += chunk;
      const match = pattern.exec(said);
      if (match) resolve(match[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`the process ended:\n${said}`)));
  });

/** The bundled shop on a database of its own, which is gone afterwards. `prepare` may write it first. */
export async function openShop(prepare = async () => undefined) {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'xiaoer-pictures-'));
  await prepare(dataDir);
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir };
  const run = (...args) => spawn(process.execPath, args, { cwd: ROOT, env });
  const server = run('packages/server/dist/cli.js');
  await untilSaid(server, /\/health/);
  return {
    address: `http://127.0.0.1:${port}`,
    link: (...agent) => untilSaid(run('packages/server/dist/agent-cli.js', 'add', ...agent), /http\S+key=\S+/),
    close() {
      server.kill('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A shopper who says these, one after the other, each once the one before was answered. */
export async function shopper(browser, address, path, ...lines) {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(address + path);
  const panel = page.locator('xiaoer-chat');
  await panel.getByRole('button', { name: /^Open/ }).click();
  for (const line of lines) {
    await panel.getByRole('textbox').last().fill(line);
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await page.waitForTimeout(1_500);
  }
  return page;
}

/** The desk of somebody who comes in by a link. */
export async function agent(browser, link) {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 860 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  return page;
}
