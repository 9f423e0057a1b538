import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { agentCookie, append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';

const C1 = 'c'.repeat(22);

test('a lead draws, replays and reviews a conversation; it is written down who read it, and the review goes with the shopper', async () => {
  const inn = await openInn();
  const origin = ownOrigin(inn);
  const cookie = await agentCookie(inn, 'Lin', 'lead');
  const lin = await dial(inn, '/desk/ws', { cookie, origin });
  lin.send(hello({ cursors: [] }));
  const { principal } = (await lin.next('welcome')) as unknown as { principal: { id: string } };
  const mei = await dial(inn, '/ws');
  mei.send(hello({ secret: 'A'.repeat(43) }));
  await mei.next('welcome');
  mei.send(append(C1, randomUUID(), '转人工'));
  const row = (await lin.next(
    (frame) => frame.t === 'signal' && JSON.stringify(frame).includes('"mode":"queued"'),
  )) as unknown as { body: { rows: readonly { serving: number }[] } };
  const serving = Number(row.body.rows[0]?.serving);
  lin.send({ t: 'append', conversation: C1, id: 'j', kind: 'handoff', body: { state: 'joined' }, serving });
  await lin.next((frame) => frame.t === 'ack' && frame['id'] === 'j');
  lin.send(append(C1, 'l1', '蚕丝被是 500 元的，爱买不买。我的卡号 4111 1111 1111 1111'));
  await lin.next((frame) => frame.t === 'ack' && frame['id'] === 'l1');

  const here = '/desk/api/quality';
  const get = async (path: string) => {
    const { status, text } = await ask(inn, `${here}${path}`, { headers: { cookie } });
    return { status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
  };
  const post = async (body: object) => {
    const got = await ask(inn, `${here}/reviews`, {
      method: 'POST',
      headers: { cookie, origin },
      body: JSON.stringify(body),
    });
    return { status: got.status, text: got.text };
  };
  expect((await get('?week=soon')).status).toBe(400);
  const { body: sample } = await get('?locale=en');
  expect(sample.drawn).toMatchObject([
    { conversation: C1, k: 0, agents: [principal.id], critical: true, reason: 'rude', reviewedBy: [] },
  ]);
  // Nobody is told the score of the rules before giving one.
  expect(JSON.stringify(sample.drawn)).not.toContain('score');

  expect((await get(`/talks/${'x'.repeat(22)}`)).status).toBe(404);
  const { body: replay } = await get(`/talks/${C1}?locale=en`);
  const [session] = replay.sessions;
  expect(session.score).toBeUndefined();
  const said = replay.events.find((event: { id: string }) => event.id === 'l1');
  expect(session.hits).toEqual([
    { rule: 'rude', seq: said.seq, agent: principal.id },
    {
      rule: 'wrong-data',
      seq: said.seq,
      agent: principal.id,
      wrong: { claim: 'price:¥:500', of: 'product:quilt' },
    },
  ]);
  expect(said.body.text).toContain('•••• •••• •••• 1111');
  expect(replay.events.some(({ kind }: { kind: string }) => kind === 'trace')).toBe(true);

  const findings = session.hits.map(({ rule, seq }: { rule: string; seq: number }) => ({ rule, seq, right: true }));
  const review = { conversation: C1, k: 0, score: 40, findings, comment: 'Mei deserved better' };
  expect(await post({ ...review, score: 140 })).toMatchObject({ status: 400, text: 'score: a score is 0 to 100' });
  expect((await post({ ...review, k: 7 })).status).toBe(404);
  expect((await post({ ...review, findings: [{ rule: 'slow', seq: 1, right: true }] })).status).toBe(409);
  expect(JSON.parse((await post(review)).text)).toMatchObject({
    counted: 50,
    reviews: [{ score: 40, who: principal.id }],
  });
  const after = (await get('?locale=en')).body;
  expect(after.drawn[0].reviewedBy).toEqual([principal.id]);
  expect(after.agreement).toMatchObject({ reviewed: 1, apart: 10, near: 1 });

  await inn.privacy.audit.idle();
  const acts = inn.privacy.audit
    .entries(50)
    .map(({ who, what, detail }) => `${what} ${who === principal.id} ${detail}`);
  expect(acts).toContain(`read.conversation true ${C1}`);
  expect(acts).toContain(`quality.review true ${C1}`);
  // What was written of a shopper cannot be read without that shopper’s key.
  const rows = inn.store.reader.prepare('SELECT * FROM quality_review').all();
  expect(JSON.stringify(rows.map((one) => Buffer.from((one['sealed'] as Uint8Array) ?? []).toString()))).not.toContain(
    'Mei',
  );
  expect((await get(`/talks/${C1}`)).body.reviews[0].comment).toBe('Mei deserved better');
  await inn.store.run('DELETE FROM subject_key');
  inn.store.keys.forget();
  expect((await get(`/talks/${C1}`)).body.reviews[0]).toMatchObject({ score: 40, comment: '' });
});
