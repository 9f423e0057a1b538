import type { TimelineItem } from '@xiaoer/core';
import type { Conversation } from '@xiaoer/core/desk';
import { useDesk } from '../desk-context.ts';
import { useValue } from '../state/use-value.ts';

/** For so long a message can be taken back, by the server's clock; the button goes a little before that. */
const TAKE_BACK_MS = 118_000;

/** Marks the buttons that take back, for the key that goes to the newest. */
export const TAKE_BACK = 'take-back';

/** Takes an own message back, as long as that is possible. */
export function TakeBack({ item, conversation }: { readonly item: TimelineItem; readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const { seq, at } = item;
  const late = useValue(() => desk.now.value - at > TAKE_BACK_MS, [desk, at]);
  if (seq === undefined || late) return null;
  return (
    <p class="delivery">
      <button type="button" class={`link ${TAKE_BACK}`} onClick={() => void desk.actions.retract(conversation, seq)}>
        {t('talk.takeBack')}
      </button>
    </p>
  );
}

/** Whether a message is one that can be taken back, apart from the time. */
export const canBeTakenBack = ({ mine, seq, retracted, content }: TimelineItem): boolean =>
  mine && seq !== undefined && !retracted && content.kind !== 'note' && content.kind !== 'handoff';
