import type { Conversations } from './conversations.ts';
import type { Lanes } from './lanes.ts';
import type { Log } from './log.ts';
import type { Host } from './session-link.ts';
import { toSnapshot } from './snapshot.ts';

/** Retention, one conversation at a time and in its lane, so that nothing is appended while its past is folded. */
export function createTrim(options: {
  readonly lanes: Lanes;
  readonly log: Log;
  readonly conversations: Conversations;
}): Host['trim'] {
  const { lanes, log, conversations } = options;

  return (id, wanted) =>
    lanes.run(id, async () => {
      const conversation = await conversations.load(id);
      if (!conversation) return 1;
      const { left } = conversation.projection;
      // A message that waits for somebody is not forgotten, however old it is.
      const first = Math.min(wanted, conversation.head, left?.seq ?? conversation.head);
      if (first > conversation.first) {
        const past = await conversations.fold(id, first - 1);
        if (past) await log.trim(id, first, toSnapshot({ ...past.projection, last: undefined }));
        conversation.first = await log.first(id);
      }
      conversations.release(conversation);
      return conversation.first;
    });
}
