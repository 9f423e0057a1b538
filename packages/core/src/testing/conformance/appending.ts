import { cases } from './conformance-case.ts';
import { refusedWith } from './refused-with.ts';
import { holds, same } from './verdict.ts';

/** How an op becomes an event, once. */
export const APPENDING = cases({
  'server rule 1: ops become events 1, 2, 3 … without a hole, each under the number of its ack': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    const first = await guest.record(conversation, stage.id(), 'one');
    same('the first op of a conversation is', first.seq, 1);
    let last = first;
    for (const text of ['two', 'three', 'four']) {
      last = await guest.record(conversation, stage.id(), text);
      same('the epoch stays', last.epoch, first.epoch);
      same('the event of an op has the number of its ack,', (await guest.event(conversation, last.id)).seq, last.seq);
    }
    const held = await guest.reach(conversation, last.seq);
    same(
      'the numbers are',
      held.map(({ seq }) => seq),
      held.map((_, at) => at + 1),
    );
  },
  'server rule 1: a duplicate is an ack with the old seq, and records nothing': async (stage) => {
    const guest = await stage.visitor();
    const [conversation, id] = [stage.id(), stage.id()];
    const { seq } = await guest.record(conversation, id, 'once');
    await guest.record(conversation, stage.id(), 'between');
    guest.say(conversation, id, 'once, in other words');
    same('the repeat is acked under', (await guest.acked(id)).seq, seq);
    const { seq: last } = await guest.record(conversation, stage.id(), 'behind');
    const held = await guest.reach(conversation, last);
    const found = held.filter((event) => event.id === id);
    same(
      'the events of the op are',
      found.map(({ body }) => body['text']),
      ['once'],
    );
  },
  'server rule 1: a duplicate on another link is an ack with the old seq': async (stage) => {
    const secret = stage.secret();
    const guest = await stage.visitor(secret);
    const [conversation, id] = [stage.id(), stage.id()];
    const { seq, epoch } = await guest.record(conversation, id, 'once');
    guest.wire.cut();
    const again = await stage.visitor(secret, [{ conversation, epoch, seq }]);
    again.say(conversation, id, 'once');
    same('the repeat is acked under', (await again.acked(id)).seq, seq);
    const { seq: last } = await again.record(conversation, stage.id(), 'behind');
    const found = (await again.reach(conversation, last)).filter((event) => event.id === id);
    same('events of the op beyond the cursor:', found.length, 0);
  },
  'server rule 1: one op on two links at once is recorded once': async (stage) => {
    const secret = stage.secret();
    const [one, two] = [await stage.visitor(secret), await stage.visitor(secret)];
    const [conversation, id] = [stage.id(), stage.id()];
    await one.record(conversation, stage.id(), 'first');
    one.say(conversation, id, 'once');
    two.say(conversation, id, 'once');
    same('both are acked under', (await two.acked(id)).seq, (await one.acked(id)).seq);
    const { seq } = await one.record(conversation, stage.id(), 'behind');
    const found = (await one.reach(conversation, seq)).filter((event) => event.id === id);
    same('events of the op:', found.length, 1);
  },
  'client rule 4: ops of a link are recorded in the order in which they were sent': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    const ids = Array.from({ length: 8 }, stage.id);
    for (const [at, id] of ids.entries())
      guest.say(conversation, id, `line ${at}`, at > 0 ? { after: ids[at - 1] } : {});
    for (const id of ids) await guest.acked(id);
    await guest.event(conversation, ids.at(-1) ?? '');
    const own = guest.held(conversation).filter(({ id }) => ids.includes(id));
    same(
      'their order is',
      own.map(({ id }) => ids.indexOf(id)),
      ids.map((_, at) => at),
    );
  },
  'client rule 4: an op whose `after` is unknown is out-of-order, and records nothing': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    const first = stage.id();
    await guest.record(conversation, first, 'first');
    const id = stage.id();
    guest.say(conversation, id, 'after nothing', { after: stage.id() });
    refusedWith(await guest.refused(id), 'retry', 'out-of-order');
    const { seq } = await guest.record(conversation, stage.id(), 'behind', { after: first });
    const held = await guest.reach(conversation, seq);
    holds(
      'the refused op is not in the log',
      !held.some((event) => event.id === id),
      held.map((event) => event.id),
    );
    await guest.record(conversation, id, 'again, naming none');
  },
  'limits.sendWindow: what is beyond it is busy at most, and sent again keeps its order': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    const window = Math.min(guest.welcome.limits.sendWindow, 16);
    const ids = Array.from({ length: window + 3 }, stage.id);
    let from = 0;
    for (let round = 0; from < ids.length && round < 4; round++) {
      const sent = ids.slice(from);
      for (const [at, id] of sent.entries())
        guest.say(conversation, id, `line ${from + at}`, at > 0 ? { after: sent[at - 1] } : {});
      let broken = false;
      for (const id of sent) {
        const answer = await guest.wire.take(
          `an answer to ${id}`,
          (frame) => frame['id'] === id && /^n?ack$/.test(frame.t),
        );
        if (answer.t === 'nack') {
          holds('it is refused to be sent again', answer['class'] === 'retry', answer);
          broken = true;
        } else {
          holds('nothing is taken behind what was refused', !broken, answer);
          from += 1;
        }
      }
    }
    same('ops recorded', from, ids.length);
    await guest.event(conversation, ids.at(-1) ?? '');
    const own = guest.held(conversation).filter(({ id }) => ids.includes(id));
    same(
      'their order is',
      own.map(({ id }) => ids.indexOf(id)),
      ids.map((_, at) => at),
    );
  },
});
