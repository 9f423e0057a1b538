import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ANALYTICS_NAMES } from '../src/analytics/analytics-event.ts';

test('docs/events.md tells every event of the widget and of analytics', () => {
  const docs = readFileSync(new URL('../../../docs/events.md', import.meta.url), 'utf8');
  const source = readFileSync(new URL('../src/state/events.ts', import.meta.url), 'utf8');
  const body = source.slice(source.indexOf('interface WidgetEvents {'), source.indexOf('\n}\n'));
  const names = [...body.matchAll(/^ {2}'([\w:]+)':/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect([...names, ...ANALYTICS_NAMES].filter((name) => !docs.includes(`| \`${name}\` |`))).toEqual([]);
});
