import { mkdirSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';

/** What Chromium is started with. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Debian's Chromium is; `CHROMIUM` names another. */
export function chromiumPath(): string {
  const path = findChromium();
  if (!path) throw new Error('No Chromium. Install it, or name it in CHROMIUM.');
  return path;
}

/** Starts Chromium, with more flags where a story needs them. */
export function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [...CHROMIUM_FLAGS, ...flags],
  });
}

/** One person with a browser of their own: storage, cookies, and everything that went wrong in it. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Violations of the page's policy, uncaught errors and failed requests, in order. Empty in every story. */
  readonly trouble: string[];
}

/** Options of {@link openVisitor}. */
export interface VisitorOptions {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly locale?: string | undefined;
  readonly dark?: boolean | undefined;
  /** The colours of the system in place of the page's, as in Windows' contrast themes. */
  readonly forced?: boolean | undefined;
}

/** Opens a browser profile. */
export async function openVisitor(
  browser: Browser,
  { width = 1280, height = 860, locale = 'en-GB', dark = false, forced = false }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme: dark ? 'dark' : 'light',
    forcedColors: forced ? 'active' : 'none',
    hasTouch: width < 480,
  });
  context.setDefaultTimeout(10_000);
  const trouble: string[] = [];
  await context.exposeBinding('reportTrouble', (_source, text: string) => {
    trouble.push(text);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportTrouble(text: string): void }).reportTrouble;
      report(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A cut network is part of some stories; everything else that is an error is one.
    if (message.type() === 'error' && !/WebSocket|net::ERR_|Failed to load resource/.test(message.text()))
      trouble.push(`console: ${message.text()}`);
  });
  return { context, page, trouble };
}

/** Keeps a picture for a person to look at, in `e2e/screenshots`. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('e2e/screenshots', { recursive: true });
  await page.screenshot({ path: `e2e/screenshots/${name}.png` });
}

/** The name of the element that has the focus, in a shadow root as well. */
export const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement?.shadowRoot?.activeElement ?? activeElement)?.tagName;
  });
