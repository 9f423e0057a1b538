import type { Link, LinkHandlers, Transport } from '../transports/transport.ts';
import type { ContractCase } from './store-contract.ts';

/** The other side of one link. */
export interface FarEnd {
  send(frame: string): void;
  /** Ends the link from there. */
  end(): void;
  /** What came up, oldest first. */
  readonly heard: readonly string[];
  /** The other side has noticed that the link is over. */
  readonly ended: boolean;
}

/** A transport and what it reaches. */
export interface TransportPlace {
  readonly transport: Transport;
  /** The other sides of the links so far, oldest first. */
  readonly far: readonly FarEnd[];
  /** The same transport to a place where nobody is; absent where that cannot be. */
  readonly nowhere?: Transport | undefined;
  /** Lets a little time pass, in which what was started goes on. */
  wait(): Promise<void>;
  /** Ends what the place runs. */
  close(): Promise<void>;
}

/** How often a case looks before it says that something never came. */
const LOOKS = 2_000;

/** Turns of the event loop, as `wait` lets pass, in which nothing may come that must not. */
const QUIET_LOOKS = 20;

function same(found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`expected ${b.slice(0, 500)}, found ${a.slice(0, 500)}`);
}

/** Frames that a transport might be tempted to read. */
const ODD = [
  '{"t":"text","text":"你好 😀 \u2028 \u2029 \ufeff"}',
  '{"text":"one\\nline\\r\\nand \\"another\\""}',
  '{"data: ":"id: 7","":"event: close"}',
  `{"long":"${'字'.repeat(10_000)}"}`,
  '{}',
];

/** What a link told, one line each. */
function listener(more: Partial<LinkHandlers> = {}) {
  const told: string[] = [];
  const handlers: LinkHandlers = {
    onopen() {
      told.push('open');
      more.onopen?.();
    },
    onframe(frame) {
      told.push(frame);
      more.onframe?.(frame);
    },
    onclose(reason, retryAfterMs) {
      told.push(reason === '' ? 'closed without a reason' : 'closed');
      more.onclose?.(reason, retryAfterMs);
    },
  };
  return { told, handlers };
}

/**
 * What every {@link Transport} promises. `open` makes a place with nothing but the other side in it; each case uses one
 * of its own.
 */
export function transportContract(open: () => Promise<TransportPlace>): readonly ContractCase[] {
  const cases: ContractCase[] = [];
  const it = (name: string, body: (place: TransportPlace) => Promise<void>) =>
    cases.push({
      name,
      async run() {
        const place = await open();
        await body(place).finally(() => place.close());
      },
    });

  async function until(place: TransportPlace, what: string, holds: () => boolean): Promise<void> {
    for (let look = 0; look < LOOKS; look++) {
      if (holds()) return;
      await place.wait();
    }
    throw new Error(`never came: ${what}`);
  }
  async function quiet(place: TransportPlace): Promise<void> {
    for (let look = 0; look < QUIET_LOOKS; look++) await place.wait();
  }
  /** A link that is open at both sides. */
  async function connect(place: TransportPlace, more: Partial<LinkHandlers> = {}) {
    const { told, handlers } = listener(more);
    const before = place.far.length;
    const link = place.transport.open(handlers);
    same(told, []);
    await until(place, 'open', () => told.length > 0 && place.far.length > before);
    same(told, ['open']);
    return { link, told, far: place.far[before] as FarEnd };
  }

  it('tells nothing before open() has returned, then opens once', async (place) => {
    const { told } = await connect(place);
    await quiet(place);
    same(told, ['open']);
  });
  it('carries frames both ways as they are', async (place) => {
    const { link, told, far } = await connect(place);
    for (const frame of ODD) link.send(frame);
    for (const frame of ODD) far.send(frame);
    await until(place, 'frames', () => told.length > ODD.length && far.heard.length >= ODD.length);
    same(told, ['open', ...ODD]);
    same(far.heard, ODD);
  });
  it('keeps the order, however frames come', async (place) => {
    const { link, told, far } = await connect(place);
    const frames = Array.from({ length: 300 }, (_, n) => `{"n":${n},"pad":"${'x'.repeat((n * 37) % 900)}"}`);
    for (const [n, frame] of frames.entries()) {
      link.send(frame);
      far.send(frame);
      if (n % 50 === 49) await place.wait();
    }
    await until(place, 'frames', () => told.length > 300 && far.heard.length >= 300);
    same(told.slice(1), frames);
    same(far.heard, frames);
  });
  it('sends from inside onopen and onframe', async (place) => {
    const link: { it?: Link } = {};
    const { handlers, told } = listener({
      onopen: () => link.it?.send('{"from":"onopen"}'),
      onframe: (frame) => link.it?.send(frame),
    });
    link.it = place.transport.open(handlers);
    await until(place, 'hello', () => place.far[0]?.heard.length === 1);
    place.far[0]?.send('{"from":"far"}');
    await until(place, 'echo', () => place.far[0]?.heard.length === 2);
    same(place.far[0]?.heard, ['{"from":"onopen"}', '{"from":"far"}']);
    same(told, ['open', '{"from":"far"}']);
  });
  it('tells once, with a reason, that the other side ended the link, after its last frame', async (place) => {
    const { link, told, far } = await connect(place);
    far.send('{"last":1}');
    far.end();
    await until(place, 'close', () => told.length === 3);
    link.send('{"late":1}');
    link.close();
    await quiet(place);
    same(told, ['open', '{"last":1}', 'closed']);
    same(far.heard, []);
  });
  it('says nothing after close(), and the other side notices', async (place) => {
    const { link, told, far } = await connect(place);
    far.send('{"late":1}');
    link.close();
    far.send('{"late":2}');
    await until(place, 'the end at the other side', () => far.ended);
    link.send('{"late":3}');
    link.close();
    await quiet(place);
    same(told, ['open']);
    same(far.heard, []);
  });
  it('can be closed before it is open', async (place) => {
    const { told, handlers } = listener();
    const link = place.transport.open(handlers);
    link.send('{"early":1}');
    link.close();
    await quiet(place);
    same(told, []);
    same(
      place.far.flatMap(({ heard }) => heard),
      [],
    );
    await until(place, 'the end at the other side', () => place.far.every(({ ended }) => ended));
  });
  it('can be closed from inside onframe, also when more frames came with that one', async (place) => {
    const held: { link?: Link } = {};
    const { link, told, far } = await connect(place, { onframe: () => held.link?.close() });
    held.link = link;
    for (const n of [1, 2, 3]) far.send(`{"n":${n}}`);
    await until(place, 'the end at the other side', () => far.ended);
    await quiet(place);
    same(told, ['open', '{"n":1}']);
  });
  it('makes a link of its own each time: two at once do not meet', async (place) => {
    const one = await connect(place);
    const two = await connect(place);
    one.link.send('{"from":1}');
    two.link.send('{"from":2}');
    one.far.send('{"to":1}');
    two.far.send('{"to":2}');
    await until(place, 'frames', () => one.told.length + two.told.length === 4);
    await until(place, 'frames', () => one.far.heard.length + two.far.heard.length === 2);
    same(
      [one.told, two.told, one.far.heard, two.far.heard],
      [['open', '{"to":1}'], ['open', '{"to":2}'], ['{"from":1}'], ['{"from":2}']],
    );
  });
  it('opens again before the other side has noticed the end, and nothing of the earlier link is heard', async (place) => {
    const one = await connect(place);
    one.link.close();
    const two = await connect(place);
    one.far.send('{"of":"the earlier link"}');
    two.far.send('{"of":"this link"}');
    await until(place, 'frame', () => two.told.length === 2);
    await quiet(place);
    same([one.told, two.told], [['open'], ['open', '{"of":"this link"}']]);
  });
  it('says that nobody is there, once, and never opens', async (place) => {
    if (!place.nowhere) return;
    const { told, handlers } = listener();
    const link = place.nowhere.open(handlers);
    same(told, []);
    await until(place, 'close', () => told.length > 0);
    link.close();
    await quiet(place);
    same(told, ['closed']);
  });
  return cases;
}
