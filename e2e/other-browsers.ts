import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/** A browser that is not Chromium, with one page. */
export interface OtherBrowser {
  goto(address: string): Promise<void>;
  /** Runs a function of its own in the page, and gives what it or its promise gives. */
  run<A, R>(what: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  close(): Promise<void>;
}

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
const WEBKIT_DRIVER = ['/usr/bin/WebKitWebDriver'].find(existsSync);
const XVFB = ['/usr/bin/Xvfb'].find(existsSync);

/** Where Debian keeps the browser of WebKitGTK, below a folder with the version of its interface. */
async function miniBrowser(): Promise<string | undefined> {
  const base = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
  const folders = await readdir(base).catch(() => []);
  return folders.map((name) => join(base, name, 'MiniBrowser')).find((path) => /webkit/.test(path) && existsSync(path));
}

/** Resolves with what a process says of itself, by a pattern with one group. */
const says = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = pattern.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${said}`)));
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

/** The text of a call, as both protocols take it: its result as JSON. */
const callOf = (what: (argument: never) => unknown, argument: unknown): string =>
  `(async () => JSON.stringify(await (${what})(${JSON.stringify(argument)})) ?? 'null')()`;

/** Debian's Firefox over WebDriver BiDi; undefined where there is none. */
export async function openFirefox(): Promise<OtherBrowser | undefined> {
  if (!FIREFOX) return undefined;
  const profile = await mkdtemp(join(tmpdir(), 'xiaoer-firefox-'));
  const args = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile];
  const child = spawn(FIREFOX, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const close = async () => {
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const socket = new WebSocket(`${await says(child, /BiDi listening on (ws:\S+)/)}/session`);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>();
    socket.on('message', (data) => {
      const { id, type, result, error, message } = JSON.parse(String(data));
      if (type === 'error') waiting.get(id)?.reject(new Error(`${error}: ${message}`));
      else waiting.get(id)?.resolve(result as never);
    });
    let calls = 0;
    const call = <R>(method: string, params: object): Promise<R> =>
      new Promise((resolve, reject) => {
        waiting.set(++calls, { resolve, reject });
        socket.send(JSON.stringify({ id: calls, method, params }));
      });
    await call('session.new', { capabilities: {} });
    const { contexts } = await call<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
    const context = contexts[0]?.context;
    return {
      goto: (url) => call('browsingContext.navigate', { context, url, wait: 'complete' }),
      async run(what, argument) {
        const expression = callOf(what, argument);
        const { result, exceptionDetails } = await call<{
          result?: { value: string };
          exceptionDetails?: { text: string };
        }>('script.evaluate', { expression, target: { context }, awaitPromise: true });
        if (!result) throw new Error(exceptionDetails?.text);
        return JSON.parse(result.value);
      },
      async close() {
        socket.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Debian's WebKitGTK over its WebDriver, on a screen of its own; undefined where there is none. */
export async function openWebKit(): Promise<OtherBrowser | undefined> {
  const binary = await miniBrowser();
  if (!binary || !WEBKIT_DRIVER || !XVFB) return undefined;
  const screen = spawn(XVFB, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
  const children = [screen];
  const close = async () => {
    for (const child of children.reverse()) await ended(child);
  };
  try {
    const display = await says(screen, /(\d+)\n/);
    const port = 20_000 + (process.pid % 20_000);
    const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
      // Its sandbox cannot be made by root, or inside a container.
      env: { ...process.env, DISPLAY: `:${display}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    });
    children.push(driver);
    const call = async <R>(method: string, path: string, body?: object): Promise<R> => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      const { value } = (await answer.json()) as { value: R };
      if (!answer.ok) throw new Error(JSON.stringify(value));
      return value;
    };
    for (let tries = 0; ; tries++)
      try {
        await call('GET', '/status');
        break;
      } catch (error) {
        if (tries > 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } };
    const { sessionId } = await call<{ sessionId: string }>('POST', '/session', { capabilities });
    const session = `/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
    return {
      goto: (url) => call('POST', `${session}/url`, { url }),
      async run(what, argument) {
        const script = `const done = arguments[0]; ${callOf(what, argument)}.then((json) => done({ json }), (error) => done({ error: String(error) }));`;
        const { json, error } = await call<{ json?: string; error?: string }>('POST', `${session}/execute/async`, {
          script,
          args: [],
        });
        if (json === undefined) throw new Error(error);
        return JSON.parse(json);
      },
      async close() {
        await call('DELETE', session).catch(() => undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
