import { cases } from './conformance-case.ts';
import { refusedWith } from './refused-with.ts';
import { holds, NotChecked, same } from './verdict.ts';
import type { RawFrame } from './wire.ts';

/** Hello, welcome, and who speaks. */
export const OPENING = cases({
  'hello: welcome echoes the nonce and tells version, limits and heartbeat': async (stage) => {
    const { welcome, wire } = await stage.visitor();
    const nonce = stage.id();
    wire.send({ t: 'hello', v: 1, shop: stage.shop, install: 'conformance', nonce, cursors: [] });
    same(
      'the nonce of the answer is',
      (await wire.take('a second welcome', ({ t }) => t === 'welcome'))['nonce'],
      nonce,
    );
    same('the version is', welcome.v, 1);
    const { frameBytes, bodyBytes, textChars, sendWindow, pageEvents } = welcome.limits;
    for (const limit of [frameBytes, bodyBytes, textChars, sendWindow, pageEvents, welcome.heartbeat])
      holds('every limit and the heartbeat are whole numbers above 0', Number.isInteger(limit) && limit > 0, welcome);
    holds('a new visitor has no conversation', welcome.conversations.length === 0, welcome.conversations);
    same('the first frame is', wire.frames[0]?.t, 'welcome');
  },
  'hello: without a credential one is nobody, and an op of nobody is unauthenticated': async (stage) => {
    const guest = await stage.nobody();
    holds('welcome names no principal', guest.welcome.principal === undefined, guest.welcome);
    const id = stage.id();
    guest.say(stage.id(), id, 'who am I?');
    refusedWith(await guest.refused(id), 'reauth', 'unauthenticated');
  },
  'hello: a later one without a credential makes the link nobody’s again': async (stage) => {
    const guest = await stage.visitor();
    const { principal } = await guest.hello([], { secret: undefined });
    holds('welcome names no principal', principal === undefined, principal);
    const id = stage.id();
    guest.say(stage.id(), id, 'who am I now?');
    refusedWith(await guest.refused(id), 'reauth', 'unauthenticated');
  },
  'hello: another version and another shop are fatal, and the link stays what it was': async (stage) => {
    const guest = await stage.visitor();
    const base = { t: 'hello', v: 1, shop: stage.shop, install: 'conformance', cursors: [] };
    for (const [wrong, code] of [
      [{ v: 99 }, 'version'],
      [{ shop: 'no-such-shop' }, 'shop-unknown'],
    ] as const) {
      const nonce = stage.id();
      guest.wire.send({ ...base, nonce, ...wrong });
      refusedWith(await guest.wire.take('a nack of the hello', (frame) => frame['nonce'] === nonce), 'fatal', code);
    }
    await guest.record(stage.id(), stage.id(), 'still me');
  },
  'hello: a secret that is none is refused and changes nothing': async (stage) => {
    const guest = await stage.visitor();
    const nonce = stage.id();
    guest.wire.send({
      ...{ t: 'hello', v: 1, shop: stage.shop, install: 'conformance', cursors: [], nonce },
      secret: '!'.repeat(43),
    });
    const nack = await guest.wire.take('a nack of the hello', (frame) => frame['nonce'] === nonce);
    refusedWith(nack, 'reauth', 'token-invalid');
    const ack = await guest.record(stage.id(), stage.id(), 'still me');
    const event = await guest.event(ack.conversation, ack.id);
    same('the author is who was welcome before,', event.from.id, guest.principal.id);
  },
  'hello: one secret is one principal on every link, another secret is another': async (stage) => {
    const secret = stage.secret();
    const [first, again, other] = [await stage.visitor(secret), await stage.visitor(secret), await stage.visitor()];
    same('the role is', first.principal.role, 'shopper');
    same('the principal of one secret is', again.principal.id, first.principal.id);
    holds('another secret is somebody else', other.principal.id !== first.principal.id, other.principal.id);
    holds('the secret is not told to anybody', !first.principal.id.includes(secret), 'the secret as principal');
  },
  'hello: a credential that exists names one shopper on every link': async (stage) => {
    if (!stage.credential) throw new NotChecked('it needs a token or a secret (`credential`)');
    const ids: string[] = [];
    for (const _ of [1, 2]) {
      const guest = await stage.nobody();
      const { principal } = await guest.hello([], stage.credential);
      same('the role is', principal?.role, 'shopper');
      ids.push(principal?.id ?? '');
    }
    same('the principal on the second link is', ids[1], ids[0]);
  },
  'bye: the server ends the link': async (stage) => {
    const { wire } = await stage.visitor();
    wire.send({ t: 'bye', cursors: [] });
    await wire.end('the server ends the link');
  },
  'client rule 5: ping comes every heartbeat and names the heads of what the link reads': async (stage) => {
    const guest = await stage.visitor();
    const { heartbeat } = guest.welcome;
    if (heartbeat > stage.longestWaitMs)
      throw new NotChecked(`a ping comes every ${heartbeat} ms, longer than it may wait (${stage.longestWaitMs} ms)`);
    const conversation = stage.id();
    const { seq } = await guest.record(conversation, stage.id(), 'are you there?');
    const tells = (frame: RawFrame) => {
      const heads = frame['heads'] as Readonly<Record<string, number>> | undefined;
      return frame.t === 'ping' && (heads?.[conversation] ?? 0) >= seq;
    };
    await guest.wire.until('a ping with the head', () => guest.wire.frames.find(tells), 2 * heartbeat + 1_000);
  },
});
