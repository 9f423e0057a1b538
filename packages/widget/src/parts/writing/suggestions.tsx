/* biome-ignore-all lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the cursor stays in the field, which names the option it is at (aria-activedescendant) and has the keys. */

import { batch } from '@preact/signals-core';
import { useEffect, useId, useLayoutEffect } from 'preact/hooks';
import { Icon } from '../../content/icon.tsx';
import { SEARCH } from '../extra-icon-paths.ts';
import { shellPart } from '../shell-part.tsx';
import { useSignal } from '../use-signal.ts';
import { suggestionSource } from './ask-suggestions.ts';
import { followTyping } from './follow-typing.ts';
import type { SuggestionsProps } from './late-suggestions.tsx';
import { mayAsk } from './may-ask.ts';

/** No option: the keys are the field's own. */
const NONE = -1;

/** Where an arrow leads: past the last option and past the first one back into the field. */
function step(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return at + 1 < count ? at + 1 : NONE;
  if (key === 'ArrowUp') return at === NONE ? count - 1 : at - 1;
  return undefined;
}

const isAtEnd = ({ selectionStart, selectionEnd, value }: HTMLTextAreaElement): boolean =>
  selectionStart === value.length && selectionEnd === value.length;

/**
 * Questions of the merchant's knowledge base that fit what is being typed, over the end of the conversation: a text field
 * with a list to choose from (WAI-ARIA 1.2, textbox with `aria-autocomplete`). One that is chosen is sent as it stands.
 */
export const Suggestions = shellPart((shell, { composer, composing }: SuggestionsProps) => {
  const { t } = shell.words.value;
  const client = shell.client.value;
  const list = useSignal<readonly string[]>([]);
  const at = useSignal(NONE);
  const id = useId();
  const shown = client.draft.value.trim() ? list.value : [];
  const active = shown[at.value] === undefined ? NONE : at.value;

  const show = (questions: readonly string[]) => {
    if (questions.length > 0 && list.peek().length === 0) {
      const n = questions.length;
      shell.said.value = () => shell.words.value.t('suggest.count', { n });
    }
    batch(() => {
      list.value = questions;
      at.value = NONE;
    });
  };
  const choose = (question: string) => {
    show([]);
    client.setDraft(question);
    composer.field.current?.focus();
    void composer.send();
  };

  useEffect(() => {
    const field = composer.field.current;
    if (!field) return;
    const source = suggestionSource(
      shell.server,
      (address, init) => fetch(address, init),
      () => performance.now(),
    );
    let asking = new AbortController();
    const onText = (text: string) => {
      asking.abort();
      asking = new AbortController();
      if (!mayAsk(text)) return show([]);
      source.ask(text, asking.signal).then(
        (questions) => field.value.trim() === text && show(questions.filter((question) => question !== text)),
        () => {},
      );
    };
    const end = followTyping(field, onText);
    // What made this part come was typed before it could listen.
    if (shell.root.activeElement === field && !composing.current) onText(field.value.trim());
    const onBlur = () => show([]);
    field.addEventListener('blur', onBlur);
    return () => {
      end();
      asking.abort();
      field.removeEventListener('blur', onBlur);
    };
  }, [shell, composer, composing]);

  useEffect(() => {
    const field = composer.field.current;
    // Before the field's own keys, of which Enter sends.
    const foot = field?.closest('.foot');
    const onKeyDown = (event: Event) => {
      const { key, isComposing, keyCode, altKey, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
      // While an input method composes every key is its own; Safari tells only by 229.
      if (event.target !== field || !field || isComposing || keyCode === 229) return;
      const questions = client.draft.peek().trim() ? list.peek() : [];
      if (questions.length === 0 || altKey || ctrlKey || metaKey || shiftKey) return;
      const to = at.peek() !== NONE || isAtEnd(field) ? step(key, at.peek(), questions.length) : undefined;
      const question = questions[at.peek()];
      if (to !== undefined) at.value = to;
      else if (key === 'Escape') show([]);
      else if (key === 'Enter' && question !== undefined) choose(question);
      else {
        at.value = NONE;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    foot?.addEventListener('keydown', onKeyDown, true);
    return () => foot?.removeEventListener('keydown', onKeyDown, true);
  });

  useLayoutEffect(() => {
    const field = composer.field.current;
    field?.setAttribute('aria-autocomplete', 'list');
    for (const [name, value] of [
      ['aria-controls', shown.length > 0 && id],
      ['aria-activedescendant', active !== NONE && `${id}-${active}`],
    ] as const)
      if (value) field?.setAttribute(name, value);
      else field?.removeAttribute(name);
  });

  if (shown.length === 0) return null;
  return (
    <div class="suggestions">
      <div role="listbox" id={id} aria-label={t('suggest.label')}>
        {shown.map((question, n) => (
          <div
            role="option"
            class="suggestion"
            id={`${id}-${n}`}
            key={question}
            aria-selected={n === active}
            // The field keeps the cursor, and a phone its keyboard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(question)}
          >
            <Icon path={SEARCH} />
            <span dir="auto">{question}</span>
          </div>
        ))}
      </div>
    </div>
  );
});
