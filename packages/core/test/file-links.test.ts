import { ChatError } from '@xiaoer/core';
import { fakeEnv } from '@xiaoer/core/testing';
import { createFileLinks, type UploadFetch } from '@xiaoer/core/uploads';
import { expect, test } from 'vitest';

const FILE = '/file/conversation-1/0123456789abcdef';

/** A reader whose requests are answered by `answers` in turn, and by a fresh link after that. */
function reader(...answers: { readonly status: number; readonly json: unknown }[]) {
  const env = fakeEnv();
  const asked: string[] = [];
  const fetch: UploadFetch = async (address, { method, headers }) => {
    asked.push(`${method} ${address} ${headers['Authorization']}`);
    const { status, json } = answers.shift() ?? { status: 200, json: { url: `${FILE}?sign=${asked.length}` } };
    return { status, headers: { get: () => null }, json: async () => json };
  };
  const credential = async (refused?: string) => (refused ? 'Bearer two' : 'Bearer one');
  return { env, asked, links: createFileLinks(env, { fetch, credential, address: 'https://chat.example' }) };
}

const causeOf = (work: Promise<string>) =>
  work.catch((error: unknown) => (error instanceof ChatError ? [error.code, error.cause] : error));

test('a link is asked for once in nine minutes, also by two at once', async () => {
  const { env, asked, links } = reader();
  const both = await Promise.all([links.link(FILE), links.link(FILE)]);
  expect(both).toEqual(Array(2).fill(`https://chat.example${FILE}?sign=1`));
  await env.advance(9 * 60_000 - 1);
  expect(await links.link(FILE)).toBe(both[0]);
  await env.advance(1);
  expect(await links.link(FILE)).toBe(`https://chat.example${FILE}?sign=2`);
  expect(asked).toEqual(Array(2).fill(`POST https://chat.example${FILE}/link Bearer one`));
  expect(env.timers()).toBe(0);
});

test('rule 7: a token that ended is renewed once; a refusal says its code and is asked again at the next need', async () => {
  const gone = { status: 401, json: { code: 'token-expired' } };
  const { asked, links } = reader(gone, { status: 403, json: { code: 'forbidden' } }, gone, gone);
  expect(await causeOf(links.link(FILE))).toEqual(['refused', 'forbidden']);
  expect(asked.map((line) => line.slice(-10))).toEqual(['Bearer one', 'Bearer two']);
  expect(await causeOf(links.link(FILE))).toEqual(['refused', 'token-expired']);
  expect(await links.link(FILE)).toContain('sign=5');
});

test('the credential goes to files of the server only, and what is no address is no link', async () => {
  const { asked, links } = reader({ status: 200, json: { url: 'javascript:alert(1)' } });
  for (const url of [
    'https://evil.example/file/a/b',
    '//evil.example/file/a/b',
    '/file/a/../b',
    '/shop',
    '/file/a/b?c',
  ])
    expect(await causeOf(links.link(url))).toEqual(['refused', 'not-a-file']);
  expect(asked).toEqual([]);
  expect(await causeOf(links.link(FILE))).toEqual(['refused', 200]);
});
