import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

const EVERYTHING = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** All that other colours can spoil. */
export const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast'] } };

/**
 * What axe finds on a page, shadow roots included, as one line a finding; empty when there is nothing. The script comes
 * in by the debugger, which the page's policy does not bind.
 */
export async function axe(page: Page, options: object = EVERYTHING): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (how) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run(how),
    options,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} at ${JSON.stringify(target)}`),
  );
}
