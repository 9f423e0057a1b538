import { expect, test } from 'vitest';
import { agentCookie, append, ask, dial, hello, type Line, openInn, ownOrigin } from './inn.ts';

const SECRET = 's'.repeat(43);
const CONVERSATION = 'c'.repeat(22);

interface Seen {
  readonly seq: number;
  readonly from: { readonly role: string };
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Events of a line as they come, until one fits. */
async function until(line: Line, fits: (event: Seen) => boolean): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (;;) {
    const frame = await line.next((one) => one.t === 'events' || one.t === 'reset');
    seen.push(...(frame['events'] as Seen[]));
    if (seen.some(fits)) return seen;
  }
}

/** The trace comes last of a bot's answer; a shopper sees its place only. */
const answered = ({ kind }: Seen): boolean => kind === 'hidden';

test('the shop tells its name in the language of each shopper', async () => {
  const inn = await openInn();
  const names: unknown[] = [];
  for (const locale of ['zh-CN', 'en-GB', 'fr', undefined]) {
    const line = await dial(inn, '/ws');
    line.send(hello({ locale }));
    names.push((await line.next('welcome'))['shop']);
  }
  expect(names).toEqual(['客栈', 'The Inn', '客栈', '客栈'].map((name) => ({ name, agents: 0 })));
});

test('a question is answered from the shop’s own answers, and is there after a restart', async () => {
  const inn = await openInn();
  const line = await dial(inn, '/ws');
  line.send(hello({ secret: SECRET }));
  await line.next('welcome');
  line.send(append(CONVERSATION, 'a1', '运费怎么算？'));
  expect(await line.next('ack')).toMatchObject({ id: 'a1', seq: 1 });
  const events = await until(line, answered);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  expect(JSON.stringify(events)).toContain('满 88 元包邮。');
  const dataDir = inn.store.path.replace(/\/[^/]*$/, '');
  await inn.close();

  const again = await openInn({ dataDir });
  const back = await dial(again, '/ws');
  back.send(hello({ secret: SECRET }));
  expect(await back.next('welcome')).toMatchObject({
    conversations: [{ conversation: CONVERSATION, head: events.length, epoch: again.store.epoch }],
  });
  expect(await until(back, answered)).toEqual(events);
  back.send(append(CONVERSATION, 'a1', '运费怎么算？'));
  expect(await back.next('ack')).toMatchObject({ id: 'a1', seq: 1 });
});

test('a product and an order that a page names are filled in, for that shopper only', async () => {
  const inn = await openInn();
  const headers = { origin: ownOrigin(inn) };
  const { token } = JSON.parse((await ask(inn, '/demo/sign-in', { method: 'POST', headers })).text);
  const line = await dial(inn, '/ws');
  line.send(hello({ token, locale: 'en' }));
  await line.next('welcome');
  const forged = { id: 'quilt', title: 'free', price: { amount: 0, currency: 'CNY' } };
  const name = (id: string, kind: string, body: object) => line.send(append(CONVERSATION, id, '', { kind, body }));
  name('p1', 'product', { product: 'quilt', card: forged });
  await line.next('ack');
  const [product] = await until(line, ({ kind }) => kind === 'product');
  expect(product?.body).toMatchObject({ card: { title: 'Silk quilt', price: { amount: 89_900 } } });
  name('o1', 'order', { order: 'o1' });
  const seen = await until(line, ({ kind }) => kind === 'order');
  expect(seen.find(({ kind }) => kind === 'order')?.body).toMatchObject({
    card: { number: 'N1', lines: [{ title: 'Silk quilt' }] },
  });
  name('o2', 'order', { order: 'o2' });
  expect(await line.next('nack')).toMatchObject({ id: 'o2', class: 'rejected', code: 'not-found' });
  name('p2', 'product', { product: 'nothing' });
  expect(await line.next('nack')).toMatchObject({ id: 'p2', class: 'rejected', code: 'not-found' });

  const cookie = await agentCookie(inn);
  const orders = await ask(inn, `/desk/api/orders?conversation=${CONVERSATION}`, { headers: { cookie } });
  expect(JSON.parse(orders.text)).toMatchObject({ orders: [{ id: 'o1', number: 'N1' }] });
  expect((await ask(inn, '/desk/api/orders?conversation=none', { headers: { cookie } })).status).toBe(404);
});

test('HTML and script in a message come back as the text they are', async () => {
  const inn = await openInn();
  const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const line = await dial(inn, '/ws');
  line.send(hello({ secret: SECRET }));
  await line.next('welcome');
  line.send(append(CONVERSATION, 'a1', evil));
  const [first] = await until(line, ({ seq }) => seq === 1);
  expect(first?.body['text']).toBe(evil);
});
