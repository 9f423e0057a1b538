import { cases } from './conformance-case.ts';
import { refusedWith } from './refused-with.ts';
import { holds, same } from './verdict.ts';

/** Whose conversation it is, and where the next one begins. */
export const CONVERSATIONS = cases({
  'server rule 8: a second conversation is answered by `use`, and its op is taken there under its own id': async (
    stage,
  ) => {
    const guest = await stage.visitor();
    const [open, second, id] = [stage.id(), stage.id(), stage.id()];
    await guest.record(open, stage.id(), 'here');
    guest.say(second, id, 'and there');
    const nack = await guest.refused(id);
    refusedWith(nack, 'retry', 'use');
    same('the conversation to use is', nack.use, open);
    await guest.record(open, id, 'and there');
  },
  'server rule 8: a second device finds the open conversation in welcome and gets it': async (stage) => {
    const secret = stage.secret();
    const first = await stage.visitor(secret);
    const conversation = stage.id();
    const { seq, epoch } = await first.record(conversation, stage.id(), 'from the phone');
    const second = await stage.visitor(secret);
    const [listed] = second.welcome.conversations;
    same('welcome lists', { conversation: listed?.conversation, epoch: listed?.epoch }, { conversation, epoch });
    holds('its head is the last number or more', (listed?.head ?? 0) >= seq, listed);
    await second.reach(conversation, seq);
  },
  'server rule 8: every link of a principal gets a conversation from its first event, live': async (stage) => {
    const secret = stage.secret();
    const [phone, desk] = [await stage.visitor(secret), await stage.visitor(secret)];
    const [conversation, one, two] = [stage.id(), stage.id(), stage.id()];
    await phone.record(conversation, one, 'from the phone');
    same('the other link gets it as', (await desk.event(conversation, one)).seq, 1);
    await desk.record(conversation, two, 'from the desk');
    await phone.event(conversation, two);
  },
  'server rule 8: somebody else’s conversation can neither be written nor read': async (stage) => {
    const owner = await stage.visitor();
    const conversation = stage.id();
    const { seq, epoch } = await owner.record(conversation, stage.id(), 'between us');
    const stranger = await stage.visitor(stage.secret(), [{ conversation, epoch, seq: 0 }]);
    const [id, nonce] = [stage.id(), stage.id()];
    stranger.say(conversation, id, 'let me in');
    refusedWith(await stranger.refused(id), 'rejected', 'forbidden');
    stranger.wire.send({ t: 'pull', conversation, nonce, before: seq + 1, limit: 10 });
    const answer = await stranger.wire.take('an answer to the pull', (frame) => frame['nonce'] === nonce);
    same('the pull is answered by', { t: answer.t, code: answer['code'] }, { t: 'nack', code: 'forbidden' });
    stranger.wire.send({ t: 'watch', conversation, on: true });
    await owner.record(conversation, stage.id(), 'still between us');
    await stranger.settle();
    same('what the stranger got of it', stranger.came(conversation), []);
  },
  'server rule 8: a conversation that is not there is as forbidden to pull as somebody else’s': async (stage) => {
    const guest = await stage.visitor();
    const nonce = stage.id();
    guest.wire.send({ t: 'pull', conversation: stage.id(), nonce, before: 1, limit: 1 });
    refusedWith(await guest.wire.take('a nack', (frame) => frame['nonce'] === nonce), 'rejected', 'forbidden');
  },
  'server rule 8: only a message or a request for a person begins a conversation': async (stage) => {
    const guest = await stage.visitor();
    const id = stage.id();
    guest.say(stage.id(), id, { kind: 'rating', body: { state: 'given', score: 5 } });
    refusedWith(await guest.refused(id), 'rejected', 'not-found');
  },
});
