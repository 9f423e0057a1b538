import { cases } from './conformance-case.ts';
import type { Guest } from './guest.ts';
import type { Stage } from './stage.ts';
import { holds, same } from './verdict.ts';

/** A conversation with four lines, and where it stands. */
async function written(stage: Stage) {
  const secret = stage.secret();
  const guest = await stage.visitor(secret);
  const conversation = stage.id();
  const acks = [await guest.record(conversation, stage.id(), 'one')];
  for (const text of ['two', 'three', 'four']) acks.push(await guest.record(conversation, stage.id(), text));
  const { epoch = '', seq: head = 0 } = acks.at(-1) ?? {};
  return { secret, guest, conversation, epoch, acks, head };
}

const firstOf = (guest: Guest, conversation: string) => guest.held(conversation)[0]?.seq;

/** What a reader is sent who was away. */
export const RESUMING = cases({
  'server rule 3: a cursor is answered by exactly what is behind it': async (stage) => {
    const { secret, conversation, epoch, acks, head } = await written(stage);
    for (const seq of [1, 2, head - 1]) {
      const again = await stage.visitor(secret, [{ conversation, epoch, seq }]);
      const got = await again.reach(conversation, head);
      same('the first event after the cursor is', got[0]?.seq, seq + 1);
      same('the answer to a valid cursor is', again.came(conversation)[0]?.t, 'events');
      same(
        'the numbers that follow are',
        got.map((event) => event.seq),
        got.map((_, at) => seq + 1 + at),
      );
      const missed = acks.filter((ack) => ack.seq > seq).map(({ id }) => id);
      const own = got.filter(({ id }) => acks.some((ack) => ack.id === id)).map(({ id }) => id);
      same('the own ops behind the cursor are', own, missed);
    }
  },
  'server rule 3: a cursor at the head is answered by nothing old, however often it resumes': async (stage) => {
    const { secret, conversation } = await written(stage);
    for (const _ of [1, 2]) {
      const looking = await stage.visitor(secret);
      const listed = looking.welcome.conversations[0];
      const at = { conversation, epoch: listed?.epoch ?? '', seq: listed?.head ?? 0 };
      const again = await stage.visitor(secret, [at]);
      const { seq } = await again.record(conversation, stage.id(), 'back again');
      same('the first event that comes is', (await again.reach(conversation, seq))[0]?.seq, at.seq + 1);
      holds(
        'no reset comes',
        again.came(conversation).every(({ t }) => t === 'events'),
        again.came(conversation),
      );
    }
  },
  'server rule 3: without a cursor the newest page comes as reset': async (stage) => {
    const { secret, conversation, epoch, head } = await written(stage);
    const again = await stage.visitor(secret);
    await again.reach(conversation, head);
    const [reset] = again.came(conversation);
    same('the answer is', { t: reset?.t, epoch: reset?.['epoch'] }, { t: 'reset', epoch });
    same('the page begins at', firstOf(again, conversation), reset?.['first']);
    holds('it tells the head', Number(reset?.['head']) >= head, reset?.['head']);
  },
  'server rule 3: a cursor of another epoch is answered by reset': async (stage) => {
    const { secret, conversation, head } = await written(stage);
    const again = await stage.visitor(secret, [{ conversation, epoch: 'another-epoch', seq: 2 }]);
    await again.reach(conversation, head);
    same('the answer is', again.came(conversation)[0]?.t, 'reset');
  },
  'server rule 3: a cursor beyond the head is answered by reset': async (stage) => {
    const { secret, conversation, epoch, head } = await written(stage);
    const again = await stage.visitor(secret, [{ conversation, epoch, seq: head + 900 }]);
    await again.reach(conversation, head);
    same('the answer is', again.came(conversation)[0]?.t, 'reset');
  },
  'server rule 3: hello said again on a living link replays from its cursor': async (stage) => {
    const { guest, conversation, epoch, head } = await written(stage);
    await guest.hello([{ conversation, epoch, seq: 1 }]);
    await guest.wire.until('a replay from event 2 to the head', () => {
      const again = guest.came(conversation).flatMap(({ events }) => events as readonly { readonly seq: number }[]);
      const replayed = again.some(({ seq }) => seq === 2) && again.some(({ seq }) => seq === head);
      return replayed || undefined;
    });
  },
  'server rule 3: nothing is lost between replay and what is live': async (stage) => {
    const { secret, guest, conversation, epoch } = await written(stage);
    const ids = Array.from({ length: 6 }, stage.id);
    const coming = stage.visitor(secret, [{ conversation, epoch, seq: 1 }]);
    for (const id of ids) guest.say(conversation, id, 'meanwhile');
    const again = await coming;
    let last = 0;
    for (const id of ids) last = Math.max(last, (await guest.acked(id)).seq);
    const seqs = (await again.reach(conversation, last)).map(({ seq }) => seq);
    same(
      'the numbers are',
      seqs,
      seqs.map((_, at) => at + 2),
    );
  },
});
