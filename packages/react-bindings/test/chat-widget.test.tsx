// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/react';
import type { Extension } from '@xiaoer/widget';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChatWidget } from '../src/index.ts';

const log: string[] = [];
const listeners = new Map<string, (detail: unknown) => unknown>();

vi.mock('@xiaoer/widget', () => ({
  mount: (options: { shop: string; locale?: string }) => {
    log.push(`mount ${options.shop}`);
    return {
      update: ({ locale }: { locale?: string }) => log.push(`update ${locale}`),
      on: (name: string, listener: (detail: unknown) => unknown) => {
        log.push(`on ${name}`);
        listeners.set(name, listener);
        return () => {
          log.push(`off ${name}`);
          listeners.delete(name);
        };
      },
      extend: ({ actions }: Extension) => {
        const name = String(actions?.[0]?.label);
        log.push(`extend ${name}`);
        return () => log.push(`undo ${name}`);
      },
      destroy: () => log.push('destroy'),
    };
  },
}));

beforeEach(() => {
  log.length = 0;
  listeners.clear();
});
afterEach(cleanup);

const ready = () => waitFor(() => expect(log.some((line) => line.startsWith('mount'))).toBe(true));

test('one widget is mounted, changed options are merged, unmounting leaves nothing', async () => {
  const view = render(<ChatWidget shop="yunlai" locale="en" />);
  await ready();
  await waitFor(() => expect(log).toEqual(['mount yunlai', 'update en']));
  view.rerender(<ChatWidget shop="yunlai" locale="zh-CN" />);
  expect(log).toEqual(['mount yunlai', 'update en', 'update zh-CN']);
  view.rerender(<ChatWidget shop="yunlai" locale="zh-CN" />);
  view.unmount();
  expect(log).toEqual(['mount yunlai', 'update en', 'update zh-CN', 'destroy']);
});

test('under StrictMode there is still one widget', async () => {
  const view = render(
    <StrictMode>
      <ChatWidget shop="yunlai" />
    </StrictMode>,
  );
  await ready();
  expect(log.filter((line) => line.startsWith('mount'))).toEqual(['mount yunlai']);
  view.unmount();
  expect(log.at(-1)).toBe('destroy');
});

test('the newest listener answers, without being registered again', async () => {
  const view = render(<ChatWidget shop="yunlai" on={{ 'cart:add': () => ({ ok: false, reason: 'full' }) }} />);
  await waitFor(() => expect(listeners.size).toBe(1));
  view.rerender(<ChatWidget shop="yunlai" on={{ 'cart:add': () => ({ ok: true }) }} />);
  expect(listeners.get('cart:add')?.({})).toEqual({ ok: true });
  expect(log.filter((line) => line === 'on cart:add').length).toBe(1);
});

test('an extension is added once, and another object takes its place', async () => {
  const wishlist: Extension = { actions: [{ label: 'wishlist', run: () => {} }] };
  const view = render(<ChatWidget shop="yunlai" extend={wishlist} />);
  await waitFor(() => expect(log).toContain('extend wishlist'));
  view.rerender(<ChatWidget shop="yunlai" extend={wishlist} locale="en" />);
  view.rerender(<ChatWidget shop="yunlai" extend={{ actions: [{ label: 'scan', run: () => {} }] }} />);
  expect(log.filter((line) => /extend|undo/.test(line))).toEqual(['extend wishlist', 'undo wishlist', 'extend scan']);
});

test('a server renders nothing and mounts nothing', () => {
  expect(renderToString(<ChatWidget shop="yunlai" />)).toBe('');
  expect(log).toEqual([]);
});
