import { signal } from '@preact/signals-core';
import { LIMITS } from '@xiaoer/core/protocol';
import { createRef } from 'preact';
import { Icon } from '../content/icon.tsx';
import { SEND, WARN } from '../content/icon-paths.ts';
import { ShellPart } from './shell-part.tsx';

/** The field, what stands above it, and the buttons beside it. The draft outlives the panel. */
export class Composer extends ShellPart {
  readonly #field = createRef<HTMLTextAreaElement>();
  readonly #problem = signal<'full' | 'refused' | null>(null);
  readonly #asking = signal(false);
  readonly #emoji = signal(false);

  override componentDidMount() {
    // Before the panel is mounted, which puts the cursor there.
    this.shell.field.current = this.#field.current;
    this.componentDidUpdate();
  }

  /** The field is as high as its text; its largest height is in the sheet. */
  override componentDidUpdate() {
    const field = this.#field.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  override componentWillUnmount() {
    super.componentWillUnmount();
    this.shell.field.current = null;
  }

  readonly #send = async () => {
    const shell = this.shell;
    const text = shell.draft.value.trim();
    if (!text || text.length > LIMITS.textChars) return;
    this.#problem.value = null;
    if (shell.memory.consent.value === 'ask') {
      this.#asking.value = true;
      shell.extras.load().catch(() => {
        this.#asking.value = false;
        this.#problem.value = 'refused';
      });
      return;
    }
    shell.draft.value = '';
    this.#field.current?.focus();
    shell.client.value.setTyping(false);
    try {
      await shell.say(text);
    } catch (error) {
      // The words come back, before anything that was written meanwhile.
      shell.draft.value = [text, shell.draft.value].filter(Boolean).join('\n');
      this.#problem.value = (error as { code?: unknown }).code === 'outbox-full' ? 'full' : 'refused';
    }
  };

  readonly #onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a candidate. Safari ends the composition first and then tells
    // only by the old key code 229.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    if (event.shiftKey || this.shell.phone.value) return;
    event.preventDefault();
    void this.#send();
  };

  draw() {
    const shell = this.shell;
    const { t } = shell.words.value;
    const client = shell.client.value;
    const draft = shell.draft.value;
    const text = draft.trim();
    const over = text.length - LIMITS.textChars;
    const problem = this.#problem.value;
    const { agent } = client.handoff.value;
    const focus = shell.focus.value;
    const extras = shell.extras.chunk.value;
    const hint = agent ? t('composer.agent', { name: agent.name }) : t(focus ? 'composer.ask' : 'composer.placeholder');
    const trouble = over > 0 ? t('composer.long', { n: over }) : problem && t(`composer.${problem}`);
    return (
      <div class="foot">
        {extras && this.#asking.value && <extras.ConsentQuestion asking={this.#asking} send={this.#send} />}
        {extras && this.#emoji.value && <extras.EmojiDrawer open={this.#emoji} field={this.#field} />}
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
            ref={this.#field}
            class="field"
            rows={1}
            dir="auto"
            value={draft}
            placeholder={hint}
            aria-label={hint}
            enterkeyhint={shell.phone.value ? 'enter' : 'send'}
            onInput={({ currentTarget: { value } }) => {
              shell.draft.value = value;
              client.setTyping(value !== '');
            }}
            onKeyDown={this.#onKeyDown}
          />
          <div class="slot">{extras && <extras.EmojiButton open={this.#emoji} />}</div>
          <button
            type="button"
            part="send"
            class="tool send"
            aria-label={t('composer.send')}
            title={t('composer.send')}
            aria-disabled={!text || over > 0}
            onClick={() => void this.#send()}
          >
            <Icon path={SEND} />
          </button>
          <span class="ring" />
        </div>
      </div>
    );
  }
}
