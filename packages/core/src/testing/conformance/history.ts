import type { ChatEvent } from '../../protocol/index.ts';
import { cases } from './conformance-case.ts';
import type { Guest } from './guest.ts';
import type { Stage } from './stage.ts';
import { same } from './verdict.ts';

async function pull(stage: Stage, guest: Guest, conversation: string, before: number, limit: number) {
  const nonce = stage.id();
  guest.wire.send({ t: 'pull', conversation, nonce, before, limit });
  const answer = await guest.wire.take('the page under its nonce', (frame) => frame['nonce'] === nonce);
  same('a pull is answered by', answer.t, 'events');
  return answer as unknown as { readonly first: number; readonly events: readonly ChatEvent[] };
}

/** Pages below the cursor. */
export const HISTORY = cases({
  'pull: the newest events below `before`, no more than `limit`, under its nonce': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    const ids = Array.from({ length: 5 }, stage.id);
    let last = 0;
    for (const id of ids) last = (await guest.record(conversation, id, `line ${ids.indexOf(id)}`)).seq;
    const held = await guest.reach(conversation, last);
    for (const [before, limit] of [
      [5, 2],
      [4, 500],
      [2, 1],
    ] as const) {
      const { events, first } = await pull(stage, guest, conversation, before, limit);
      const wanted = held.filter(({ seq }) => seq < before).slice(-limit);
      same(
        `the ${limit} below ${before} are`,
        events.map(({ seq, id }) => `${seq} ${id}`),
        wanted.map(({ seq, id }) => `${seq} ${id}`),
      );
      same('the oldest number kept is', first, 1);
    }
  },
  'pull: below the first event there is an empty page': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    await guest.record(conversation, stage.id(), 'one');
    same('the page is', (await pull(stage, guest, conversation, 1, 10)).events, []);
  },
});
