import type { Conversation } from '@xiaoer/core/desk';
import { LIMITS } from '@xiaoer/core/protocol';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { isComposing } from '../keys.ts';
import { Icon } from '../parts/icon.tsx';
import { KeyCap } from '../parts/key-cap.tsx';
import { nameOf } from '../parts/names.ts';
import { blanksOf } from '../replies/fill-in.ts';
import { isClosed, isMine } from '../state/serving.ts';
import { run } from '../use-keys.ts';
import { AttachButton } from './attach-button.tsx';
import { COMPLETIONS, Completions, completionId } from './completions.tsx';
import { focusComposer } from './composer-focus.ts';
import { DueSelect } from './due-select.tsx';
import { ProductPicker } from './product-picker.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { Suggestions } from './suggestions.tsx';
import { TAKE_BACK } from './take-back.tsx';
import { useCompletions } from './use-completions.ts';
import { useSuggestions } from './use-suggestions.ts';

/** Most rows the field grows to. */
const ROWS = 6;

/** The field below a conversation. What is written stays with its conversation until the house has it. */
export function Composer({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const mine = isMine(desk.client, conversation);
  const closed = isClosed(desk.client, conversation);
  const note = desk.mode.value === 'note' || closed;
  const mode = note ? 'note' : 'reply';
  const draft = desk.drafts.all.value[`${mode}:${conversation.id}`] ?? '';
  const tooLong = draft.length - LIMITS.textChars;
  const [blank] = note ? [] : blanksOf(draft);
  const canSend = draft.trim() !== '' && tooLong <= 0 && !blank;
  const shopper = desk.row.value?.shopper;
  const name = shopper ? nameOf(shopper, t) : '';

  useLayoutEffect(() => {
    const element = field.current;
    // Where the sheet makes the field grow, nothing is measured: that lays the whole page out at every key.
    if (!element || CSS.supports?.('field-sizing', 'content')) return;
    element.style.height = 'auto';
    const line = Number.parseFloat(getComputedStyle(element).lineHeight) || 21;
    element.style.height = `${Math.min(element.scrollHeight, line * ROWS)}px`;
  }, [draft]);

  useEffect(() => () => conversation.setTyping(false), [conversation]);

  const write = (text: string) => {
    desk.drafts.set(conversation.id, mode, text);
    if (mine && !note) conversation.setTyping(text !== '');
  };
  const completing = useCompletions(conversation, field, draft, note, write);
  const { token, found, chosen } = completing;
  const suggestions = useSuggestions(conversation);
  const offered = !note && !closed && draft === '' ? suggestions : [];
  const use = (text: string) => {
    write(text);
    focusComposer();
  };
  const noteDown = () => {
    const minutes = desk.dueIn.peek();
    desk.dueIn.value = 0;
    return desk.actions.note(conversation, draft, minutes === 0 ? undefined : desk.now.peek() + minutes * 60_000);
  };
  const send = () => {
    if (blank) field.current?.setSelectionRange(blank.start, blank.end);
    if (!canSend) return;
    conversation.setTyping(false);
    void (note ? noteDown() : desk.actions.reply(conversation, draft));
  };
  /** Files that are pasted or dropped are sent; words go into the field as ever. */
  const attach = (event: Event, from: DataTransfer | null) => {
    const files = [...(from?.files ?? [])];
    if (files.length === 0 || note || closed) return;
    event.preventDefault();
    void desk.actions.attach(conversation, files);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || completing.onKey(event)) return;
    const [first] = offered;
    if (event.key === 'Tab' && !event.shiftKey && first) {
      event.preventDefault();
      use(first.text);
    } else if (event.key === 'ArrowUp' && draft === '') {
      const buttons = document.querySelectorAll<HTMLElement>(`.${TAKE_BACK}`);
      buttons[buttons.length - 1]?.focus();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
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
      <Suggestions found={offered} onUse={({ text }) => use(text)} />
      {token && (
        <Completions
          label={t(note ? 'write.colleagues' : 'write.replies')}
          nothing={t(note ? 'write.noColleague' : 'write.noReply')}
          found={found}
          chosen={chosen}
          onPick={completing.pick}
        />
      )}
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
          aria-autocomplete="list"
          aria-controls={token && found.length > 0 ? COMPLETIONS : undefined}
          aria-activedescendant={token && found.length > 0 ? completionId(chosen) : undefined}
          onInput={(event) => {
            write(event.currentTarget.value);
            completing.look();
          }}
          onSelect={completing.look}
          onFocus={completing.look}
          onPaste={(event) => attach(event, event.clipboardData)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => attach(event, event.dataTransfer)}
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
          {!closed && !note && <AttachButton conversation={conversation} />}
          {!closed && !note && (
            <button type="button" class="tool" aria-keyshortcuts="M" onClick={() => run('replies', desk)}>
              <Icon name="reply" />
              {t('write.replies')} <KeyCap command="replies" />
            </button>
          )}
          {note && <DueSelect />}
          {blank && <span class="too-long">{t(`write.blank.${blank.name}`)}</span>}
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
