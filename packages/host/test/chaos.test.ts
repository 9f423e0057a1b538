import { BOT_SERVES, foldServing } from '@xiaoer/core/view';
import { type Answer, createHost, type Host, type Log, type Responder, type StreamedAnswer } from '@xiaoer/host';
import { createMemoryLog, type MemoryLog } from '@xiaoer/host/testing';
import { expect, test } from 'vitest';
import { emptyProjection, fold } from '../src/projection.ts';
import { ChaosShopper } from './chaos-shopper.ts';
import { createFakeEnv, type FakeEnv } from './fake-env.ts';
import { BOT, Guest, line } from './inn.ts';

const FROM = 1;
const SEEDS = 60;

/** Park and Miller's minimal standard generator: the same seed makes the same run. */
function random(seed: number): (below: number) => number {
  let state = seed * 7_919 + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A process that can be killed: its timers never fire again and its log never answers again. */
function createProcess(env: FakeEnv, log: MemoryLog, below: (n: number) => number, faulty: () => boolean) {
  let alive = true;
  const never = new Promise<never>(() => undefined);
  const trip = () => new Promise<void>((resolve) => env.timer(resolve, below(8)));
  const slow =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await trip();
      if (!alive) return never;
      if (faulty() && below(12) === 0) throw new Error('the disk is gone');
      const result = await call(...args);
      await trip();
      if (!alive) return never;
      if (faulty() && below(12) === 0) throw new Error('the answer was lost');
      return result;
    };
  const far: Log = {
    insert: slow(log.insert),
    find: slow(log.find),
    head: slow(log.head),
    read: slow(log.read),
    first: slow(log.first),
    openOf: slow(log.openOf),
    allOf: slow(log.allOf),
    claim: slow(log.claim),
    aliasOf: slow(log.aliasOf),
    trim: slow(log.trim),
    snapshot: slow(log.snapshot),
    open: slow(log.open),
    epoch: log.epoch,
    close: log.close,
  };
  /** Rule 15: breaks off, falls silent, or comes to its end. */
  async function* stream(text: string, rest: Answer): StreamedAnswer {
    for (const piece of [text, '，', '再', '说']) {
      yield piece;
      await trip();
      if (faulty() && below(8) === 0) throw new Error('lost the thread');
      if (faulty() && below(30) === 0) await never;
    }
    return rest;
  }
  const responder: Responder = async ({ events, returned }) => {
    await trip();
    if (faulty() && below(6) === 0) throw new Error('no idea');
    const streamed = below(3) === 0;
    if (streamed) return stream(events.map(({ id }) => id).join() || '抱歉', { lines: [] });
    const lines = [{ kind: 'text', body: { text: returned ?? events.map(({ id }) => id).join() } }] as const;
    return below(8) === 0 && !returned ? { lines, handoff: { reason: 'wish' } } : { lines };
  };
  const host: Host = createHost({
    env: { ...env, timer: (task, ms) => env.timer(() => (alive ? task() : undefined), ms) },
    log: far,
    shop: { id: 'inn', name: '悦来客栈' },
    bot: BOT,
    responder,
    enrich: async ({ body }) => ({ ...body }),
    authenticate: async ({ token }) => ({ principal: { role: 'shopper', id: token ?? '' } }),
    settings: { rate: { perSecond: 5, burst: 10 }, queueLimitMs: 20_000, restAfterMs: 2_000 },
  });
  return {
    host,
    kill: () => {
      alive = false;
    },
  };
}

/** What must hold in every log, whatever happened. */
async function problems(log: MemoryLog, shoppers: readonly ChaosShopper[]): Promise<string[]> {
  const found: string[] = [];
  for (const shopper of shoppers) {
    const recorded: string[] = [];
    for (const [conversation, rows] of shopper.replica) {
      const events = await log.read(conversation, 0, 10_000);
      const holes = events.filter((event, n) => event.seq !== n + 1);
      if (holes.length > 0) found.push(`${conversation} has holes`);
      const masked = events.map((event) => (event.kind === 'trace' ? `${event.seq} house hidden` : line(event)));
      const seen = rows.map(line);
      if (seen.join('\n') !== masked.slice(-seen.length).join('\n')) found.push(`${shopper.name} sees another log`);
      if (rows.at(-1)?.seq !== events.at(-1)?.seq) found.push(`${shopper.name} does not reach the head`);
      recorded.push(...events.filter(({ from }) => from.role === 'shopper').map(({ id }) => id));
      const house = emptyProjection();
      for (const event of events) fold(house, event);
      const openings = events.filter(({ body }) => body['streaming'] === true).map(({ seq }) => seq);
      const finals = events.filter(({ kind }) => kind === 'final').map(({ body }) => Number(body['of']));
      if (openings.join() !== finals.join()) found.push(`openings ${openings.join()} but finals ${finals.join()}`);
      if (house.serving.mode === 'queued') found.push(`${conversation} waits for ever`);
      if (house.serving.mode === 'bot' && (house.asked > house.answered || house.owed))
        found.push(`${conversation} is not answered`);
      let serving = BOT_SERVES;
      for (const event of events) {
        const { role, id } = event.from;
        if (role === 'bot' && event.kind === 'text' && serving.mode !== 'bot')
          found.push(`the bot speaks while ${serving.mode} serves: ${line(event)}`);
        if (role === 'agent' && event.kind === 'text' && serving.agent?.id !== id)
          found.push(`${id} speaks without holding: ${line(event)}`);
        if (event.body['state'] === 'joined' && serving.mode === 'agent') found.push(`two agents: ${line(event)}`);
        serving = foldServing(serving, event);
      }
    }
    const accepted = shopper.composed.filter((id) => !shopper.rejected.includes(id));
    if (recorded.join() !== accepted.join())
      found.push(`${shopper.name} composed ${accepted.join()} but recorded ${recorded.join()}`);
    if (!shopper.idle) found.push(`${shopper.name} still has something to send`);
  }
  return found;
}

async function run(seed: number): Promise<{ readonly found: string[]; readonly reached: Set<string> }> {
  const below = random(seed);
  const env = createFakeEnv();
  const log = createMemoryLog();
  let faults = true;
  let starting = false;
  const spawn = () => createProcess(env, log, below, () => faults && !starting);
  let process = spawn();
  /** A log that cannot be read at start means no start at all, so the disk is whole for that moment. */
  const start = async (): Promise<void> => {
    starting = true;
    await Promise.all([process.host.start(), env.pass(200)]);
    starting = false;
  };
  await start();
  const shoppers = [new ChaosShopper('man'), new ChaosShopper('wife')];
  const agent = (id: string) => new Guest(process.host, 'agent', { role: 'agent', id, name: id });
  let agents: Guest[] = [];
  let made = 0;
  const reached = new Set<string>();

  const arrive = (): void => {
    agents = [agent('lin'), agent('wang')];
    for (const guest of agents) guest.hello();
    for (const shopper of shoppers) shopper.connect(process.host);
  };
  arrive();

  const act = async (): Promise<void> => {
    const shopper = shoppers[below(2)];
    const guest = agents[below(2)];
    if (!shopper || !guest) return;
    switch (below(11)) {
      case 1:
        shopper.compose('handoff', { state: 'requested' });
        break;
      case 2:
        shopper.cut();
        break;
      case 3:
        shopper.connect(process.host);
        break;
      case 4:
      case 5: {
        const rows = shopper.replica.get(shopper.conversation) ?? [];
        const { seq } = rows.reduce(foldServing, BOT_SERVES);
        const state = below(3) === 0 ? 'returned' : 'joined';
        for (const other of agents)
          other.op(shopper.conversation, `h${made++}`, 'handoff', { state }, { serving: seq });
        break;
      }
      case 6:
        guest.say(shopper.conversation, `l${made++}`, '在');
        break;
      case 7:
        if (below(6) > 0) break;
        process.kill();
        process = spawn();
        await start();
        arrive();
        break;
      case 8: {
        const rows = shopper.replica.get(shopper.conversation) ?? [];
        const { seq } = rows.reduce(foldServing, BOT_SERVES);
        if (below(3) === 0) guest.op(shopper.conversation, `c${made++}`, 'closed', {}, { serving: seq });
        break;
      }
      default:
        for (let n = below(4); n >= 0; n--) shopper.compose('text', { text: `${made++}` });
    }
  };

  for (let step = 0; step < 80; step++) {
    await act();
    await env.pass(below(60) * below(20));
    for (const shopper of shoppers) {
      if (shopper.guest?.closed) shopper.connect(process.host);
      shopper.step();
    }
  }
  faults = false;
  for (const shopper of shoppers) shopper.connect(process.host);
  for (let second = 0; second < 120; second++) {
    await env.pass(1_000);
    for (const shopper of shoppers) shopper.step();
  }
  for (const { codes } of shoppers) for (const code of codes) reached.add(code);
  for (const guest of agents) for (const { code } of guest.nacks()) reached.add(code);
  for (const shopper of shoppers)
    for (const conversation of shopper.replica.keys())
      for (const { kind, body } of await log.read(conversation, 0, 10_000))
        if (kind === 'final') reached.add(`final ${body['cut'] ?? 'whole'}`);
  const found = await problems(log, shoppers);
  process.host.close();
  return { found, reached };
}

test('whatever breaks, every op is recorded once and in order, views have no holes, and one speaks at a time', async () => {
  const failures: string[] = [];
  const reached = new Set<string>();
  for (let seed = FROM; seed < FROM + SEEDS; seed++) {
    const outcome = await run(seed);
    for (const code of outcome.reached) reached.add(code);
    failures.push(...outcome.found.map((problem) => `seed ${seed}: ${problem}`));
  }
  expect(failures).toEqual([]);
  expect([...reached].sort()).toEqual(
    expect.arrayContaining([
      'conversation-closed',
      'final failed',
      'final taken',
      'final whole',
      'internal',
      'out-of-order',
      'rate',
      'serving-changed',
    ]),
  );
}, 30_000);
