import { cases } from './conformance-case.ts';
import { holds, same } from './verdict.ts';

/** What outlives the server. */
export const DURABILITY = cases({
  'server rule 2: what was acked is there after a crash, under its number': async (stage) => {
    const restart = stage.may('restart');
    const secret = stage.secret();
    const guest = await stage.visitor(secret);
    const [conversation, id] = [stage.id(), stage.id()];
    const first = await guest.record(conversation, stage.id(), 'before');
    guest.say(conversation, id, 'the last word');
    const { seq, epoch } = await guest.acked(id);
    await restart();
    const again = await stage.visitor(secret, [{ conversation, epoch: first.epoch, seq: first.seq }]);
    same('the epoch after a crash is', again.welcome.conversations[0]?.epoch, epoch);
    const held = await again.reach(conversation, seq);
    same('the event of the acked op has', held.find((event) => event.id === id)?.seq, seq);
    same('the first event after the cursor is', held[0]?.seq, first.seq + 1);
  },
  'server rule 1: an op that is sent again after a crash is an ack with the old seq': async (stage) => {
    const restart = stage.may('restart');
    const secret = stage.secret();
    const guest = await stage.visitor(secret);
    const [conversation, id] = [stage.id(), stage.id()];
    const { seq } = await guest.record(conversation, id, 'once');
    await restart();
    const again = await stage.visitor(secret);
    again.say(conversation, id, 'once');
    same('the repeat is acked under', (await again.acked(id)).seq, seq);
  },
  'a restore from a backup is another epoch: cursors are reset, and what it lost is taken again': async (stage) => {
    const backup = stage.may('backup');
    const secret = stage.secret();
    const guest = await stage.visitor(secret);
    const [conversation, id] = [stage.id(), stage.id()];
    const before = await guest.record(conversation, stage.id(), 'in the backup');
    const restore = await backup();
    const lost = await guest.record(conversation, id, 'not in the backup');
    await restore();
    const again = await stage.visitor(secret, [{ conversation, epoch: lost.epoch, seq: lost.seq }]);
    const epoch = again.welcome.conversations[0]?.epoch;
    holds('the epoch is another one', epoch !== undefined && epoch !== before.epoch, epoch);
    await again.reach(conversation, before.seq);
    same('the answer to the cursor is', again.came(conversation)[0]?.t, 'reset');
    await again.record(conversation, id, 'not in the backup');
  },
});
