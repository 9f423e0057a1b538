import { cases } from './conformance-case.ts';
import { refusedWith } from './refused-with.ts';
import { holds, same } from './verdict.ts';

/** Frames that no client of ours sends. */
export const FRAMES = cases({
  'server rule 7: unknown frames and signals are ignored': async (stage) => {
    const guest = await stage.visitor();
    guest.wire.send({ t: 'teleport', to: 'the kitchen' });
    guest.wire.send({ t: 'signal', name: 'waving', body: {} });
    guest.wire.send({ t: 'welcome', v: 1 });
    await guest.settle();
    const nacks = guest.wire.frames.filter(({ t, nonce }) => t === 'nack' && nonce === undefined);
    same('they are answered by', nacks, []);
    await guest.record(stage.id(), stage.id(), 'still here');
  },
  'server rule 7: unknown fields are ignored': async (stage) => {
    const guest = await stage.visitor();
    await guest.hello([], { mood: 'curious', claims: [] });
    await guest.record(stage.id(), stage.id(), 'with more', { priority: 'high', seq: 900, at: 1 });
  },
  'server rule 7: an op of an unknown kind is stored as it is': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    await guest.record(conversation, stage.id(), 'first');
    const id = stage.id();
    await guest.record(conversation, id, { kind: 'x.gift', body: { wrap: ['red', { ribbon: true }] } });
    const { kind, body } = await guest.event(conversation, id);
    same('the event is', { kind, body }, { kind: 'x.gift', body: { wrap: ['red', { ribbon: true }] } });
  },
  'a malformed frame is refused with invalid-frame, under its id or nonce where it has one, and the link lives': async (
    stage,
  ) => {
    const guest = await stage.visitor();
    for (const text of ['not json', '[]', '{"no":"type"}']) {
      guest.wire.sendText(text);
      const nack = await guest.wire.take(`a nack of ${text}`, ({ t }) => t === 'nack');
      refusedWith(nack, 'rejected', 'invalid-frame');
    }
    const id = stage.id();
    guest.wire.send({ t: 'append', conversation: stage.id(), id, kind: 'text' });
    refusedWith(await guest.refused(id), 'rejected', 'invalid-frame');
    const nonce = stage.id();
    guest.wire.send({ t: 'pull', conversation: stage.id(), nonce, before: 0, limit: 1 });
    refusedWith(
      await guest.wire.take('a nack of the pull', (frame) => frame['nonce'] === nonce),
      'rejected',
      'invalid-frame',
    );
    await guest.record(stage.id(), stage.id(), 'still here');
  },
  'more than ten malformed frames within a minute end the link': async (stage) => {
    const { wire } = await stage.visitor();
    for (let count = 0; count < 12; count++) wire.sendText('{');
    await wire.end('the link ends after the eleventh');
  },
  'a body that does not fit its kind is invalid-body, and a text over limits.textChars with it': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    const { seq } = await guest.record(conversation, stage.id(), 'first');
    for (const body of [{ text: 7 }, { text: '' }, { text: 'x'.repeat(guest.welcome.limits.textChars + 1) }]) {
      const id = stage.id();
      guest.say(conversation, id, { kind: 'text', body });
      refusedWith(await guest.refused(id), 'rejected', 'invalid-body');
    }
    const id = stage.id();
    guest.say(conversation, id, { kind: 'text', body: { text: 'to whom?', reply: { to: seq + 900 } } });
    refusedWith(await guest.refused(id), 'rejected', 'invalid-body');
    await guest.record(conversation, stage.id(), 'x'.repeat(guest.welcome.limits.textChars));
  },
  'a body over limits.bodyBytes is too-large, and the link lives': async (stage) => {
    const guest = await stage.visitor();
    const { bodyBytes } = guest.welcome.limits;
    const id = stage.id();
    guest.say(stage.id(), id, { kind: 'x.large', body: { data: 'x'.repeat(bodyBytes) } });
    refusedWith(await guest.refused(id), 'rejected', 'too-large');
    await guest.record(stage.id(), stage.id(), 'smaller');
  },
  'a frame over limits.frameBytes ends the link and records nothing': async (stage) => {
    const secret = stage.secret();
    const guest = await stage.visitor(secret);
    guest.say(stage.id(), stage.id(), { kind: 'x.large', body: { data: 'x'.repeat(guest.welcome.limits.frameBytes) } });
    await guest.wire.end('the link ends');
    const { conversations } = (await stage.visitor(secret)).welcome;
    holds('nothing was recorded', conversations.length === 0, conversations);
  },
});
