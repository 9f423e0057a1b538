import { LIMITS } from '@xiaoer/core/protocol';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../content/icon.tsx';
import { SEND, WARN } from '../content/icon-paths.ts';
import { part } from '../content/part.tsx';
import { useShell } from './shell.ts';
import { useSignal } from './use-signal.ts';

/** The field, what stands above it, and the buttons beside it. The draft outlives the panel. */
export const Composer = part(function Composer() {
  const shell = useShell();
  const { t } = shell.words.value;
  const client = shell.client.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const problem = useSignal<'full' | 'refused' | null>(null);
  const asking = useSignal(false);
  const emoji = useSignal(false);
  const draft = shell.draft.value;
  const text = draft.trim();
  const over = text.length - LIMITS.textChars;
  const { agent } = client.handoff.value;
  const focus = shell.focus.value;
  const extras = shell.extras.chunk.value;

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
    if (!text || over > 0) return;
    problem.value = null;
    if (shell.memory.consent.value === 'ask') {
      asking.value = true;
      shell.extras.load().catch(() => {
        asking.value = false;
        problem.value = 'refused';
      });
      return;
    }
    shell.draft.value = '';
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

  const onInput = ({ currentTarget: { value } }: { readonly currentTarget: HTMLTextAreaElement }) => {
    shell.draft.value = value;
    client.setTyping(value !== '');
  };

  const hint = agent ? t('composer.agent', { name: agent.name }) : t(focus ? 'composer.ask' : 'composer.placeholder');
  const trouble = over > 0 ? t('composer.long', { n: over }) : problem.value && t(`composer.${problem.value}`);
  return (
    <div class="foot">
      {extras && asking.value && <extras.ConsentQuestion asking={asking} send={send} />}
      {extras && emoji.value && <extras.EmojiDrawer open={emoji} field={field} />}
      {extras && focus && !focus.title && <extras.Describe focus={focus} />}
      {focus?.title && <div class="focus">{extras && <extras.FocusStrip focus={focus} title={focus.title} />}</div>}
      {trouble && (
        <p class="problem" role="alert">
          <Icon path={WARN} />
          {trouble}
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
        <div class="slot">{extras && <extras.EmojiButton open={emoji} />}</div>
        <button
          type="button"
          part="send"
          class="tool send"
          aria-label={t('composer.send')}
          title={t('composer.send')}
          aria-disabled={!text || over > 0}
          onClick={() => void send()}
        >
          <Icon path={SEND} />
        </button>
        <span class="ring" />
      </div>
    </div>
  );
});
