// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import * as core from '@xiaoer/core';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import * as bindings from '../src/index.ts';
import { ClientProvider, useClient, useClientEvent, useConnected, useMessages, useUnread } from '../src/index.ts';
import { fakeClient, textItem } from './fake-client.ts';

afterEach(cleanup);

function Timeline() {
  useConnected();
  const texts = useMessages().map(({ content }) => (content.kind === 'text' ? content.body.text : '?'));
  return (
    <p>
      {texts.join(' | ')} ({useUnread()})
    </p>
  );
}

function Listener({ name, heard }: { readonly name: string; readonly heard: string[] }) {
  useClientEvent('unread:changed', (unread) => heard.push(`${name} ${unread}`));
  return null;
}

function Orphan() {
  useClient();
  return null;
}

test('a component follows the signals of the client', () => {
  const client = fakeClient();
  render(
    <ClientProvider client={client}>
      <Timeline />
    </ClientProvider>,
  );
  expect(screen.getByText('(0)')).toBeDefined();
  act(() => {
    client.messages.value = [textItem(1, 'Welcome'), textItem(2, 'Tea?')];
    client.unread.value = 2;
  });
  expect(screen.getByText('Welcome | Tea? (2)')).toBeDefined();
});

test('under StrictMode the link is opened again after the trial unmount and closed once at the end', () => {
  const client = fakeClient();
  const view = render(
    <StrictMode>
      <ClientProvider client={client}>
        <Timeline />
        <Timeline />
      </ClientProvider>
    </StrictMode>,
  );
  expect(client.calls.at(-1)).toBe('connect');
  view.unmount();
  expect(client.calls.filter((call) => call === 'connect').length).toBe(
    client.calls.filter((call) => call === 'disconnect').length,
  );
  expect(client.calls.at(-1)).toBe('disconnect');
});

test('a server draws what the client holds and opens nothing', () => {
  const client = fakeClient();
  client.messages.value = [textItem(1, 'Welcome')];
  const html = renderToString(
    <ClientProvider client={client}>
      <Timeline />
    </ClientProvider>,
  );
  expect(html).toContain('Welcome');
  expect(client.calls).toEqual([]);
});

test('an event listener is the newest one, once, and gone after unmount', () => {
  const client = fakeClient();
  const heard: string[] = [];
  const view = render(
    <ClientProvider client={client}>
      <Listener name="first" heard={heard} />
    </ClientProvider>,
  );
  view.rerender(
    <ClientProvider client={client}>
      <Listener name="second" heard={heard} />
    </ClientProvider>,
  );
  for (const listener of client.listeners) (listener as (unread: number) => void)(3);
  expect(heard).toEqual(['second 3']);
  view.unmount();
  expect(client.listeners.size).toBe(0);
});

test('a hook without a provider says what is missing', () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(() => render(<Orphan />)).toThrow(/<ClientProvider/);
  silence.mockRestore();
});

test('the bindings export everything that core does', () => {
  expect(Object.keys(bindings)).toEqual(expect.arrayContaining(Object.keys(core)));
});
