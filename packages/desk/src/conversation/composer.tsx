import type { Conversation } from '@xiaoer/core/desk';
import { LIMITS } from '@xiaoer/core/protocol';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { isComposing } from '../keys.ts';
import { Icon } from '../parts/icon.tsx';
import { KeyCap } from '../parts/key-cap.tsx';
import { nameOf } from '../parts/names.ts';
import { isMine, servingOf } from '../state/serving.ts';
import { focusComposer } from './composer-focus.ts';
import { ProductPicker } from './product-picker.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

/** Most rows the field grows to. */
const ROWS = 6;

/** The field below a conversation. What is written stays with its conversation until the house has it. */
export function Composer({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const mine = isMine(desk.client, conversation);
  const closed = servingOf(desk.client, conversation).mode === 'closed';
  const note = desk.mode.value === 'note' || closed;
  const mode = note ? 'note' : 'reply';
  const draft = desk.drafts.all.value[`${mode}:${conversation.id}`] ?? '';
  const tooLong = draft.length - LIMITS.textChars;
  const canSend = draft.trim() !== '' && tooLong <= 0;
  const shopper = desk.row.value?.shopper;
  const name = shopper ? nameOf(shopper, t) : '';

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    const line = Number.parseFloat(getComputedStyle(element).lineHeight) || 21;
    element.style.height = `${Math.min(element.scrollHeight, line * ROWS)}px`;
  }, [draft]);

  useEffect(() => () => conversation.setTyping(false), [conversation]);

  const write = (text: string) => {
    desk.drafts.set(conversation.id, mode, text);
    if (mine && !note) conversation.setTyping(text !== '');
  };
  const send = () => {
    if (!canSend) return;
    conversation.setTyping(false);
    void (note ? desk.actions.note(conversation, draft) : desk.actions.reply(conversation, draft));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      (document.querySelector<HTMLElement>('.row.chosen') ?? document.querySelector<HTMLElement>('.row'))?.focus();
    }
  };

  return (
    <div class="composer-zone">
      <RefusalNotice conversation={conversation} />
      {desk.picking.value && !closed && <ProductPicker conversation={conversation} />}
      <div class={note ? 'composer noting' : 'composer'}>
        <label class="sr" for="composer">
          {note ? t('write.noteLabel') : t('write.toName', { name })}
        </label>
        <textarea
          id="composer"
          ref={field}
          rows={2}
          value={draft}
          placeholder={closed ? t('write.closed') : note ? t('write.noteLabel') : t('write.toName', { name })}
          aria-keyshortcuts={note ? 'N' : 'R'}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => conversation.setTyping(false)}
        />
        <div class="composer-foot">
          {!closed && (
            <button
              type="button"
              class="tool"
              aria-expanded={desk.picking.value}
              aria-keyshortcuts="P"
              onClick={() => {
                desk.picking.value = !desk.picking.value;
              }}
            >
              <Icon name="cart" />
              {t('write.product')} <KeyCap command="product" />
            </button>
          )}
          {tooLong > 0 && <span class="too-long">{t('write.tooLong', { n: tooLong })}</span>}
          <span class="spring" />
          {!closed && (
            <button
              type="button"
              class="button"
              aria-pressed={note}
              aria-keyshortcuts="N"
              onClick={() => {
                desk.mode.value = note ? 'reply' : 'note';
                focusComposer();
              }}
            >
              {t('write.note')} <KeyCap command="note" />
            </button>
          )}
          <button type="button" class="button main" aria-disabled={!canSend} onClick={send}>
            {t(note ? 'write.saveNote' : mine ? 'write.send' : 'write.takeAndSend')} <KeyCap raw="enter" />
          </button>
        </div>
      </div>
    </div>
  );
}
