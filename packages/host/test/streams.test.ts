import type { Answer, Responder } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { createFakeEnv, type FakeEnv } from './fake-env.ts';
import { C1, type Guest, openInn } from './inn.ts';

type Step = string | number | Error | 'hang';

/** Pieces with pauses in milliseconds between them; an error breaks it off. What it returned to is in `returned`. */
function streaming(env: FakeEnv, steps: readonly Step[], rest: Answer = { lines: [] }): Responder {
  return async function* () {
    for (const step of steps) {
      if (step instanceof Error) throw step;
      if (typeof step === 'string' && step !== 'hang') yield step;
      else
        await new Promise<void>((resolve) => {
          if (typeof step === 'number') env.timer(resolve, step);
        });
    }
    return rest;
  };
}

const HANG = 'hang';

const deltas = (guest: Guest): string[] => guest.since('typing').filter((line) => line.startsWith('signal delta'));

const open = (steps: readonly Step[], rest?: Answer) => {
  const env = createFakeEnv();
  return openInn({ env, responder: streaming(env, steps, rest) });
};

test('rule 15: an opening, deltas with their offsets at most twelve a second, one final with the whole text', async () => {
  const inn = await open(['Silk ', 20, 'is ', 20, 'warm', 300, '.'], {
    lines: [{ kind: 'choices', body: { text: '?', options: [{ label: 'a', value: 'a' }] } }],
    streamed: { source: { kind: 'catalogue', label: 'Quilt' } },
  });
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.pass(1_000);
  expect(deltas(man)).toEqual([
    'signal delta {"id":"bot:1:stream","offset":0,"text":"Silk "}',
    'signal delta {"id":"bot:1:stream","offset":5,"text":"is warm"}',
  ]);
  const rows = man.replica.get(C1) ?? [];
  expect(rows.map(({ seq, id, kind }) => `${seq} ${id} ${kind}`)).toEqual([
    '1 a1 text',
    '2 bot:1:stream text',
    '3 bot:1:final final',
    '4 bot:1:0 choices',
    '5 bot:1:1 hidden',
  ]);
  expect([rows[1]?.body, rows[2]?.body]).toEqual([
    { text: 'Silk ', streaming: true },
    { of: 2, text: 'Silk is warm.', source: { kind: 'catalogue', label: 'Quilt' } },
  ]);
  expect(inn.turns).toHaveLength(1);
});

test('rule 15: a link that comes late, or back, gets what was said so far; losing the link is no cancel', async () => {
  const inn = await open(['Silk ', 1_000, 'is ', 1_000, 'warm.']);
  const man = await inn.shopper();
  const lin = await inn.agent();
  man.say(C1, 'a1', '一');
  await inn.env.pass(1_500);
  man.cut();
  lin.watch(C1);
  const back = await inn.shopper();
  await inn.env.pass(100);
  const sofar = 'signal delta {"id":"bot:1:stream","offset":0,"text":"Silk is "}';
  expect(deltas(lin)).toEqual([sofar]);
  expect(back.sees(C1)).toEqual(['1 shopper text 一', '2 bot text Silk']);
  await inn.env.pass(1_000);
  // The last piece comes with the final, which needs no delta.
  expect(deltas(lin)).toEqual([]);
  expect(back.sees(C1).slice(2)).toEqual(['3 bot final Silk is warm.', '4 house hidden']);
});

test('rule 15: a link that cannot take more is left out, and gets all that it lacks in one when it can', async () => {
  const env = createFakeEnv();
  const steps = ['Silk ', 1_000, 'is ', 1_000, 'warm', 1_000, '.'];
  const rate = { perSecond: 1_000, burst: 1_000 };
  const inn = await openInn({ env, settings: { rate }, responder: streaming(env, steps) });
  const [man, phone] = [await inn.shopper(), await inn.shopper()];
  man.say(C1, 'a1', '一');
  await env.pass(500);
  expect(deltas(man)).toEqual(['signal delta {"id":"bot:1:stream","offset":0,"text":"Silk "}']);
  man.buffered = 1;
  for (let n = 0; n < 260; n++) {
    phone.say(C1, `b${n}`, '再');
    if (n % 10 === 0) await env.settle();
  }
  await env.pass(1_900);
  expect(deltas(man)).toEqual([]);
  man.buffered = 0;
  await env.pass(300);
  expect(deltas(man)).toEqual(['signal delta {"id":"bot:1:stream","offset":5,"text":"is warm"}']);
});

test('rule 15: a stream that is silent for 60 s ends with a final that says so, and a person is asked for', async () => {
  const inn = await open(['Silk ', HANG]);
  const man = await inn.shopper();
  await inn.agent();
  man.say(C1, 'a1', '一');
  await inn.env.pass(59_900);
  expect(await inn.written(C1)).toHaveLength(2);
  await inn.env.pass(200);
  expect((await inn.written(C1)).slice(2)).toEqual([
    '3 bot final Silk',
    '4 bot handoff requested failures',
    '5 bot trace failed',
    '6 house handoff queued',
  ]);
  expect(man.replica.get(C1)?.[2]?.body).toMatchObject({ of: 2, cut: 'silent' });
});

test('rule 15: a stream that breaks off is tried once more under the same opening, then a person is asked for', async () => {
  const env = createFakeEnv();
  let attempt = 0;
  const inn = await openInn({
    env,
    responder: (turn) =>
      streaming(
        env,
        [
          ['Wool ', 'itches', new Error('x')],
          ['Silk ', 'is fine.'],
        ][attempt++] ?? [],
      )(turn),
  });
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await env.pass(200);
  expect(await inn.written(C1)).toEqual([
    '1 shopper text 一',
    '2 bot text Wool',
    '3 bot final Silk is fine.',
    '4 bot trace answer',
  ]);
  attempt = 0;
  const other = await open(['Wool ', new Error('x')]);
  (await other.shopper()).say(C1, 'a1', '一');
  await other.env.pass(200);
  expect((await other.written(C1)).slice(1, 4)).toEqual([
    '2 bot text Wool',
    '3 bot final Wool',
    '4 bot handoff requested failures',
  ]);
});

test('server rule 9: who takes the conversation ends the stream at once: a final of what was said, and no line after it', async () => {
  const inn = await open(['Silk ', 1_000, 'is ', HANG], { lines: [{ kind: 'text', body: { text: 'more' } }] });
  const man = await inn.shopper();
  const lin = await inn.agent();
  man.say(C1, 'a1', '一');
  await inn.env.pass(1_500);
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await inn.env.settle();
  expect((await inn.written(C1)).slice(2)).toEqual([
    '3 agent handoff joined',
    '4 bot final Silk is',
    '5 bot trace cut',
  ]);
  expect(man.replica.get(C1)?.[3]?.body).toEqual({ of: 2, text: 'Silk is ', cut: 'taken' });
  man.since();
  await inn.env.pass(120_000);
  expect(deltas(man)).toEqual([]);
  expect(await inn.written(C1)).toHaveLength(5);
});

test('rule 15: the restarted house runs the turn again under the same opening, and there is one final', async () => {
  const inn = await open(['Silk ', HANG]);
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.pass(100);
  expect(await inn.written(C1)).toHaveLength(2);
  inn.host.close();
  await inn.env.settle();
  expect(inn.env.pending).toBe(0);
  const again = await openInn({ env: inn.env, log: inn.log, responder: streaming(inn.env, ['Silk ', 'is warm.']) });
  await again.env.pass(100);
  expect((await again.written(C1)).slice(1)).toEqual([
    '2 bot text Silk',
    '3 bot final Silk is warm.',
    '4 bot trace answer',
  ]);
  expect((await again.restart()).turns).toEqual([]);
});

test('rule 15: what was open when an agent joined, or when more was asked, gets its final after a restart', async () => {
  const inn = await open(['Silk ', HANG]);
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.pass(100);
  inn.host.close();
  const { log, env } = inn;
  const at = env.now();
  const by = { role: 'agent', id: 'lin' } as const;
  const from = { role: 'shopper', id: 'man' } as const;
  log.elsewhere({ conversation: C1, events: [{ seq: 3, id: 'a2', at, from, kind: 'text', body: { text: '二' } }] });
  const more = await openInn({
    env,
    log,
    responder: async ({ events }) => ({ lines: [{ kind: 'text', body: { text: `${events.length}` } }] }),
  });
  expect((await more.written(C1)).slice(3)).toEqual(['4 bot final Silk', '5 bot text 2', '6 bot trace answer']);
  more.host.close();
  log.elsewhere({
    conversation: C1,
    events: [
      { seq: 7, id: 'a3', at, from, kind: 'text', body: { text: '三' } },
      {
        seq: 8,
        id: 'bot:7:stream',
        at,
        from: { role: 'bot', id: 'bot' },
        kind: 'text',
        body: { text: 'We', streaming: true },
      },
      { seq: 9, id: 'j', at, from: by, kind: 'handoff', body: { state: 'joined', agent: { id: 'lin', name: 'lin' } } },
    ],
  });
  const last = await openInn({ env, log });
  expect((await last.written(C1)).slice(9)).toEqual(['10 bot final We', '11 bot trace cut']);
});

test('a text longer than a message may be ends at the limit, and only the bot may stream', async () => {
  const inn = await open(['x'.repeat(3_999), '好的好的', 'never']);
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.pass(100);
  const final = man.replica.get(C1)?.[2]?.body;
  expect([String(final?.['text']).length, final?.['cut']]).toEqual([4_000, 'limit']);
  man.op(C1, 's', 'text', { text: 'x', streaming: true });
  man.op(C1, 'f', 'final', { of: 2, text: 'x' });
  await inn.env.settle();
  expect(man.nacks().map(({ id, code }) => `${id} ${code}`)).toEqual(['s forbidden', 'f forbidden']);
});
