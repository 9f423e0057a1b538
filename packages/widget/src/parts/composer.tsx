import { useSignal } from '@preact/signals';
import { LIMITS } from '@xiaoer/core/protocol';
import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useShell } from '../state/shell.ts';
import type { EmojiPickerProps } from './emoji-picker.tsx';
import { Icon } from './icon.tsx';
import { adoptLater } from './sheets.ts';
import { useExtras } from './use-extras.ts';

/** Puts text where the cursor is. */
function insert(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** The field, what stands above it, and the buttons beside it. The draft outlives the panel. */
export function Composer() {
  const shell = useShell();
  const { t } = shell.words.value;
  const client = shell.client.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const problem = useSignal<'full' | 'refused' | null>(null);
  const asking = useSignal(false);
  const picker = useSignal<ComponentType<EmojiPickerProps> | null>(null);
  const draft = shell.draft.value;
  const over = draft.trim().length - LIMITS.textChars;
  const { agent } = client.handoff.value;

  // Before the panel's own effect, which puts the cursor there.
  useLayoutEffect(() => {
    shell.field.current = field.current;
    return () => {
      shell.field.current = null;
    };
  }, [shell]);

  // The field is as high as its text; its largest height is in the sheet.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [draft]);

  const send = async () => {
    const text = draft.trim();
    if (!text || over > 0) return;
    if (shell.memory.consent.value === 'ask') {
      asking.value = true;
      return;
    }
    shell.draft.value = '';
    problem.value = null;
    field.current?.focus();
    client.setTyping(false);
    try {
      await shell.say(text);
    } catch (error) {
      // The words come back, before anything that was written meanwhile.
      shell.draft.value = [text, shell.draft.value].filter(Boolean).join('\n');
      problem.value = (error as { code?: unknown }).code === 'outbox-full' ? 'full' : 'refused';
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a candidate. Safari ends the composition first and then tells
    // only by the old key code 229.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    if (event.shiftKey || shell.phone.value) return;
    event.preventDefault();
    void send();
  };

  const onInput = (event: { readonly currentTarget: HTMLTextAreaElement }) => {
    shell.draft.value = event.currentTarget.value;
    client.setTyping(event.currentTarget.value !== '');
  };

  const togglePicker = async () => {
    if (picker.value) picker.value = null;
    else {
      const { EmojiPicker, emojiStyles } = await import('./emoji-chunk.ts');
      adoptLater(shell.root, emojiStyles);
      picker.value = EmojiPicker;
    }
  };

  const answered = async (keep: boolean) => {
    asking.value = false;
    await shell.setConsent(keep ? 'granted' : 'none');
    await send();
  };

  const Picker = picker.value;
  const focus = shell.focus.value;
  const extras = useExtras(asking.value || focus?.title !== undefined);
  const hint = agent ? t('composer.agent', { name: agent.name }) : t(focus ? 'composer.ask' : 'composer.placeholder');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside arrive here.
    <div
      class="foot"
      onKeyDown={(event) => {
        // Escape closes the drawer first, wherever in the foot the cursor is, and the panel next.
        if (event.key !== 'Escape' || !picker.value) return;
        event.stopPropagation();
        picker.value = null;
      }}
    >
      {extras && asking.value && <extras.ConsentQuestion onAnswer={(keep) => void answered(keep)} />}
      {Picker && (
        <Picker
          onPick={(emoji) => field.current && insert(field.current, emoji)}
          onClose={() => {
            picker.value = null;
            field.current?.focus();
          }}
        />
      )}
      {extras && focus?.title && <extras.FocusStrip focus={focus} title={focus.title} />}
      {(problem.value || over > 0) && (
        <p class="problem" role="alert">
          <Icon name="warn" />
          {over > 0 ? t('composer.long', { n: over }) : t(`composer.${problem.value ?? 'refused'}`)}
        </p>
      )}
      <div class="composer" part="composer">
        <textarea
          ref={field}
          class="field"
          rows={1}
          dir="auto"
          value={draft}
          placeholder={hint}
          aria-label={hint}
          enterkeyhint={shell.phone.value ? 'enter' : 'send'}
          onInput={onInput}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="tool"
          aria-label={t('composer.emoji')}
          title={t('composer.emoji')}
          aria-expanded={Picker !== null}
          onClick={() => void togglePicker()}
        >
          <Icon name="smile" />
        </button>
        <button
          type="button"
          part="send"
          class="send"
          aria-label={t('composer.send')}
          title={t('composer.send')}
          aria-disabled={!draft.trim() || over > 0}
          onClick={() => void send()}
        >
          <Icon name="send" />
        </button>
        <span class="ring" />
      </div>
    </div>
  );
}
