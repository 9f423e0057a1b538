import type { Ack } from '../../protocol/index.ts';
import { cases } from './conformance-case.ts';
import type { Guest } from './guest.ts';
import { refusedWith } from './refused-with.ts';
import type { Stage } from './stage.ts';
import { holds, same } from './verdict.ts';

const handoff = (state: string) => ({ kind: 'handoff', body: { state } });

/** The serving state's number: that of the last event that changed who speaks. */
const servingOf = (guest: Guest, conversation: string): number =>
  guest
    .held(conversation)
    .filter(({ kind, body }) => kind === 'closed' || (kind === 'handoff' && body['state'] !== 'queued'))
    .at(-1)?.seq ?? 0;

/** A shopper, and an agent who has taken the conversation. */
async function taken(stage: Stage) {
  const agent = await stage.agent();
  const secret = stage.secret();
  const shopper = await stage.visitor(secret);
  const conversation = stage.id();
  await shopper.record(conversation, stage.id(), 'hello');
  agent.wire.send({ t: 'watch', conversation, on: true });
  await agent.reach(conversation, 1);
  let joined: Ack | undefined;
  // The bot may ask for a person meanwhile, which is another state: look again, as the refusal says.
  for (let attempt = 0; !joined && attempt < 5; attempt++) {
    const id = stage.id();
    agent.say(conversation, id, handoff('joined'), { serving: servingOf(agent, conversation) });
    joined = await agent.acked(id).catch(async (error) => {
      if (attempt === 4) throw error;
      await agent.settle();
      return undefined;
    });
  }
  const { seq = 0 } = joined ?? {};
  await shopper.reach(conversation, seq);
  return { agent, shopper, secret, conversation, joined: seq };
}

/** Who speaks. */
export const SERVING = cases({
  'server rule 9: an op that names a serving state of before is refused with serving-changed': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    await guest.record(conversation, stage.id(), handoff('requested'));
    const id = stage.id();
    guest.say(conversation, id, 'still the bot?', { serving: 0 });
    refusedWith(await guest.refused(id), 'rejected', 'serving-changed');
    await guest.record(conversation, stage.id(), 'whoever it is');
  },
  'server rule 9: taking a conversation names the state it was decided upon, and only one agent gets it': async (
    stage,
  ) => {
    const { agent, conversation, joined } = await taken(stage);
    for (const more of [{}, { serving: joined + 900 }, { serving: 0 }, { serving: joined }]) {
      const id = stage.id();
      agent.say(conversation, id, handoff('joined'), more);
      refusedWith(await agent.refused(id), 'rejected', 'serving-changed');
    }
    await agent.record(conversation, stage.id(), handoff('returned'), { serving: joined });
  },
  'server rule 9: no line of the bot lands while an agent speaks': async (stage) => {
    const { agent, shopper, conversation, joined } = await taken(stage);
    for (const text of ['where is my parcel?', 'how much is shipping?']) {
      const { seq } = await shopper.record(conversation, stage.id(), text);
      await agent.reach(conversation, seq);
      await agent.record(conversation, stage.id(), 'one moment');
    }
    const { seq } = await agent.record(conversation, stage.id(), handoff('returned'), { serving: joined });
    const between = (await shopper.reach(conversation, seq)).filter((event) => event.seq > joined && event.seq < seq);
    const bot = between.filter(({ from, kind }) => from.role === 'bot' && kind !== 'hidden');
    same(
      'lines of the bot between joined and returned:',
      bot.map((event) => event.seq),
      [],
    );
  },
  'server rule 9: an agent who has not taken a conversation does not speak in it': async (stage) => {
    const agent = await stage.agent();
    const shopper = await stage.visitor();
    const [conversation, id] = [stage.id(), stage.id()];
    await shopper.record(conversation, stage.id(), 'hello');
    agent.say(conversation, id, 'psst');
    refusedWith(await agent.refused(id), 'rejected', 'serving-changed');
  },
  'a note between agents reaches a shopper as hidden, and leaves no hole': async (stage) => {
    const { agent, shopper, conversation, joined } = await taken(stage);
    const id = stage.id();
    const { seq } = await agent.record(conversation, id, { kind: 'note', body: { text: 'a good customer' } });
    const event = (await shopper.reach(conversation, seq)).find((one) => one.seq === seq);
    same('the shopper gets', { kind: event?.kind, body: event?.body }, { kind: 'hidden', body: {} });
    await agent.record(conversation, stage.id(), handoff('returned'), { serving: joined });
  },
  'server rule 8: after `closed` a message is refused with conversation-closed, and a new conversation begins': async (
    stage,
  ) => {
    const { agent, shopper, conversation, joined } = await taken(stage);
    const closed = { kind: 'closed', body: { reason: 'agent' } };
    const { seq } = await agent.record(conversation, stage.id(), closed, { serving: joined });
    await shopper.reach(conversation, seq);
    const id = stage.id();
    shopper.say(conversation, id, 'one more thing');
    refusedWith(await shopper.refused(id), 'retry', 'conversation-closed');
    await shopper.record(conversation, stage.id(), { kind: 'rating', body: { state: 'given', score: 5 } });
    const { seq: first } = await shopper.record(stage.id(), id, 'one more thing');
    same('the new conversation begins at', first, 1);
  },
  'a conversation that was closed meanwhile is not listed, and what was missed of it follows all the same': async (
    stage,
  ) => {
    const { agent, shopper, secret, conversation, joined } = await taken(stage);
    shopper.wire.cut();
    const closed = { kind: 'closed', body: { reason: 'agent' } };
    const { seq, epoch } = await agent.record(conversation, stage.id(), closed, { serving: joined });
    const again = await stage.visitor(secret, [{ conversation, epoch, seq: joined }]);
    const listed = again.welcome.conversations.map((one) => one.conversation);
    holds('welcome does not list it', !listed.includes(conversation), listed);
    same('the first missed event is', (await again.reach(conversation, seq))[0]?.seq, joined + 1);
  },
});
