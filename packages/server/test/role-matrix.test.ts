import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { AgentRole } from '../src/identity/roles.ts';
import type { RunningServer } from '../src/server.ts';
import { agentCookie, ask, openInn, ownOrigin } from './inn.ts';
import { conversationId } from './made-up.ts';

/** Who comes: without anything, with a shopper's token, and as the three roles of the desk. */
const CALLERS = ['nobody', 'shopper', 'agent', 'lead', 'admin'] as const;

/** What each door answers: let in, `401` who are you, `403` not you. */
const DOORS = {
  public: 'in in in in in',
  shopper: '401 in 401 401 401',
  agent: '401 401 in in in',
  lead: '401 401 403 in in',
  admin: '401 401 403 403 in',
} as const;

/**
 * A row for every address of the house: its door, and the body that it is asked with. An
 * address that is not here fails the test, and one that is here and nowhere else, too.
 */
const ROWS: Readonly<
  Record<string, readonly [keyof typeof DOORS, { readonly body?: object; readonly wakes?: boolean }?]>
> = {
  'POST /link/stream': ['public'],
  'POST /link/poll': ['public', { body: { link: 'x', after: 0 } }],
  'POST /link/send': ['public', { body: { link: 'x', n: 1 } }],
  'POST /desk/link/stream': ['agent'],
  'POST /desk/link/poll': ['agent', { body: { link: 'x', after: 0 } }],
  'POST /desk/link/send': ['agent', { body: { link: 'x', n: 1 } }],
  'GET /health': ['public'],
  'GET /xiaoer/*': ['public'],
  'GET /shop/catalogue.json': ['public'],
  'GET /shop/products/:id': ['public'],
  'GET /shop/page.json': ['public'],
  'GET /shop/pictures/*': ['public'],
  'GET /desk/enter': ['public'],
  'POST /desk/sign-in': ['public', { body: { name: 'x', password: 'x' } }],
  'GET /desk/api/account': ['agent'],
  'POST /desk/api/account/prove': ['agent', { body: { code: '1' } }],
  'POST /desk/api/account/password': ['agent', { body: { password: 'short' } }],
  'POST /desk/api/account/totp': ['agent', { body: {} }],
  'POST /desk/api/account/totp/end': ['agent', { body: {} }],
  'POST /desk/api/account/sessions/end': ['agent', { body: { session: 'none' } }],
  'GET /desk/ws': ['agent'],
  'GET /desk/api/orders': ['agent'],
  'GET /desk/api/replies': ['agent'],
  'GET /desk/api/answers': ['agent'],
  'GET /desk/api/drafts': ['agent'],
  'GET /desk/api/learning': ['admin', { wakes: true }],
  'GET /desk/api/learning/lessons': ['admin', { wakes: true }],
  'GET /desk/api/learning/replay': ['admin', { wakes: true }],
  'GET /desk/api/learning/answers': ['admin', { wakes: true }],
  'GET /desk/api/learning/versions': ['admin', { wakes: true }],
  'POST /desk/api/learning/preview': ['admin', { body: {} }],
  'POST /desk/api/learning/ask': ['admin', { body: {} }],
  'POST /desk/api/learning/versions': ['admin', { body: {} }],
  'POST /desk/api/learning/undo': ['admin', { body: {} }],
  'POST /desk/api/learning/automatic': ['admin', { body: {} }],
  'GET /desk/api/settings': ['admin'],
  'GET /desk/api/settings/versions': ['admin'],
  'POST /desk/api/settings/versions': ['admin', { body: {} }],
  'POST /desk/api/settings/undo': ['admin', { body: {} }],
  'GET /desk/api/numbers': ['lead'],
  'GET /desk/api/numbers.csv': ['lead'],
  'GET /desk/api/quality': ['lead'],
  'GET /desk/api/quality/talks/:conversation': ['lead'],
  'POST /desk/api/quality/reviews': ['lead', { body: {} }],
  'GET /desk/api/tickets': ['agent'],
  'GET /desk/api/tickets.csv': ['agent'],
  'GET /desk/api/tickets/setup': ['agent'],
  'GET /desk/api/tickets/draft': ['agent'],
  'GET /desk/api/tickets/:number': ['agent'],
  'POST /desk/api/tickets': ['agent', { body: {} }],
  'POST /desk/api/tickets/bulk': ['agent', { body: {} }],
  'POST /desk/api/tickets/import': ['agent', { body: {} }],
  'POST /desk/api/tickets/:number': ['agent', { body: {} }],
  'GET /desk/api/me': ['agent'],
  'POST /desk/api/reveal': ['agent', { body: {} }],
  'GET /desk/api/audit': ['admin'],
  'GET /desk/api/audit.csv': ['admin'],
  'GET /desk/api/flows': ['admin'],
  'POST /desk/api/flows/check': ['admin', { body: {} }],
  'GET /desk/api/people': ['admin'],
  'POST /desk/api/people': ['admin', { body: {} }],
  'POST /desk/api/people/change': ['admin', { body: {} }],
  'POST /desk/api/people/link': ['admin', { body: {} }],
  'POST /desk/api/people/sign-out': ['admin', { body: {} }],
  'POST /desk/api/people/leave': ['admin', { body: {} }],
  'POST /desk/api/groups': ['admin', { body: {} }],
  'POST /desk/api/groups/rename': ['admin', { body: {} }],
  'POST /desk/api/groups/leave': ['admin', { body: {} }],
  'GET /desk/api/shopper/export.json': ['admin'],
  'GET /desk/api/shopper/export.html': ['admin'],
  'POST /desk/api/shopper/erase': ['admin', { body: {} }],
  'GET /upload/:id': ['shopper'],
  'PUT /upload/:id': ['shopper'],
  'DELETE /upload/:id': ['shopper'],
  'GET /desk/upload/:id': ['agent'],
  'PUT /desk/upload/:id': ['agent'],
  'DELETE /desk/upload/:id': ['agent'],
  'GET /resume': ['public'],
  'GET /resume.js': ['public'],
  'GET /notices.css': ['public'],
  'POST /resume/token': ['public'],
  'GET /confirm': ['public'],
  'POST /confirm': ['public'],
  'GET /stop': ['public'],
  'POST /stop': ['public'],
  'POST /suggest': ['public', { body: { text: 'x' } }],
  'GET /file/:conversation/:file': ['public'],
  'POST /file/:conversation/:file/link': ['shopper'],
  'GET /desk/file/:conversation/:file': ['public'],
  'POST /desk/file/:conversation/:file/link': ['agent'],
  'GET /desk': ['public'],
  'GET /desk/*': ['public'],
  'POST /demo/sign-in': ['public', { body: {} }],
  'GET /demo/orders': ['shopper'],
  'GET /playground': ['public'],
  'GET /playground/*': ['public'],
  'GET /*': ['public'],
};

/** Answers that say that something is over, wrong, not whole or not there, behind the door. */
const OPEN = /belongs to somebody else|This link|This file|"code":"wrong"|is over|已失效/;

type Headers = Readonly<Record<string, string>>;

/** How an address answers: `in`, or the status that keeps the caller out. A stream is left as soon as it begins. */
const knock = (
  { port }: RunningServer,
  address: string,
  headers: Headers,
  body: object | undefined,
): Promise<string> => {
  const [method = '', place = ''] = address.split(' ');
  const path = place
    .replace(':number', '261122-0001')
    .replace(':conversation', conversationId('none'))
    .replace(':file', 'a'.repeat(32))
    .replace(':id', 'u'.repeat(22))
    .replace('*', 'x');
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { ...headers } }, (response) => {
      const { statusCode = 0 } = response;
      let text = '';
      const end = () => {
        sent.destroy();
        const out = (statusCode === 401 || statusCode === 403) && !OPEN.test(text);
        resolve(out ? String(statusCode) : 'in');
      };
      if (response.headers['content-type']?.startsWith('text/event-stream')) return end();
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', end);
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
};

async function callers(server: RunningServer): Promise<Readonly<Record<(typeof CALLERS)[number], Headers>>> {
  const origin = ownOrigin(server);
  const signIn = await ask(server, '/demo/sign-in', { method: 'POST', headers: { origin }, body: '{"sub":"mei"}' });
  const { token } = JSON.parse(signIn.text) as { token: string };
  const desk = async (role: AgentRole) => ({ origin, cookie: await agentCookie(server, role, role) });
  const shopper = { origin, authorization: `Bearer ${token}` };
  return {
    nobody: { origin },
    shopper,
    agent: await desk('agent'),
    lead: await desk('lead'),
    admin: await desk('admin'),
  };
}

test('every address of the house lets in whom its door names, and nobody else', async () => {
  const server = await openInn();
  expect(Object.keys(ROWS).sort()).toEqual(Object.keys(server.addresses).sort());
  expect(Object.entries(ROWS).filter(([address, [door]]) => server.addresses[address] !== door)).toEqual([]);
  const by = await callers(server);
  const answers: Record<string, string> = {};
  for (const [address, [, { body, wakes } = {}]] of Object.entries(ROWS)) {
    const heard: string[] = [];
    // Whoever may, and is let in by the same line as at the addresses beside it, would wake the assistant, which takes seconds.
    for (const caller of CALLERS)
      heard.push(wakes && caller === 'admin' ? 'in' : await knock(server, address, by[caller], body));
    answers[address] = heard.join(' ');
  }
  expect(answers).toEqual(Object.fromEntries(Object.entries(ROWS).map(([address, [door]]) => [address, DOORS[door]])));
});

test('no page from elsewhere, and none that does not say where it is from, changes anything at the desk', async () => {
  const server = await openInn();
  const { admin } = await callers(server);
  const writes = Object.entries(ROWS).filter(([address]) => /^(?!GET)\w+ \/desk/.test(address));
  expect(writes.length).toBeGreaterThan(15);
  const { cookie = '' } = admin;
  for (const headers of [{ cookie }, { cookie, origin: 'https://evil.example' }, { cookie, origin: 'null' }])
    for (const [address, [, { body } = {}]] of writes)
      expect([address, await knock(server, address, headers, body)]).toEqual([address, '403']);
  // Nor does a page that shows the link of somebody as a picture.
  const { key } = await server.agents.add('Tang');
  const shown = await ask(server, `/desk/enter?key=${key}`, { headers: { 'sec-fetch-dest': 'image' } });
  expect([shown.status, shown.headers['set-cookie']]).toEqual([403, undefined]);
  expect((await ask(server, `/desk/enter?key=${key}`, { headers: { 'sec-fetch-dest': 'document' } })).status).toBe(303);
});
