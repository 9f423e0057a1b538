import { signal } from '@preact/signals-core';
import { LIMITS } from '@xiaoer/core/protocol';
import { createRef } from 'preact';
import { Icon } from '../content/icon.tsx';
import { SEND, WARN } from '../content/icon-paths.ts';
import { ShellPart } from './shell-part.tsx';

/** The field, what stands above it, and the buttons beside it. The draft outlives the panel, and the page. */
export class Composer extends ShellPart {
  readonly field = createRef<HTMLTextAreaElement>();
  /** What is done once the shopper has said what may be kept; they are asked while it is set. */
  readonly asking = signal<(() => unknown) | null>(null);
  /** What the second stage shows above the field. */
  readonly above = signal<'picker' | 'recorder' | null>(null);

  /** What was written into the frame of the panel, before there was a widget. */
  override componentWillMount() {
    const typed = this.shell.root.querySelector('textarea')?.value;
    if (typed) this.shell.client.peek().setDraft(typed);
  }

  override componentDidMount() {
    // Before the panel is mounted, which puts the cursor there.
    this.shell.field.current = this.field.current;
    this.componentDidUpdate();
  }

  /** The field is as high as its text; its largest height is in the sheet. */
  override componentDidUpdate() {
    const field = this.field.current;
    if (!field) return;
    field.style.height = 'auto';
    // Without text it is so by itself, and the first drawing need not wait for its measure.
    if (field.value) field.style.height = `${field.scrollHeight}px`;
  }

  override componentWillUnmount() {
    super.componentWillUnmount();
    this.shell.field.current = null;
  }

  readonly send = async () => {
    const { shell, asking } = this;
    const { problem } = shell;
    // The words stay in the field until it is known whose they are.
    await shell.signed();
    const client = shell.client.value;
    const text = client.draft.value.trim();
    if (!text || text.length > LIMITS.textChars) return;
    problem.value = null;
    if (shell.memory.consent.value === 'ask') {
      asking.value = this.send;
      shell.extras.load().catch(() => {
        asking.value = null;
        problem.value = 'composer.refused';
      });
      return;
    }
    client.setDraft('');
    this.field.current?.focus();
    client.setTyping(false);
    try {
      await shell.say(text);
    } catch (error) {
      // The words come back, before anything that was written meanwhile.
      client.setDraft([text, client.draft.value].filter(Boolean).join('\n'));
      problem.value = (error as { code?: unknown }).code === 'outbox-full' ? 'composer.full' : 'composer.refused';
    }
  };

  readonly #onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a candidate. Safari ends the composition first and then tells
    // only by the old key code 229.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    if (event.shiftKey || this.shell.phone.value) return;
    event.preventDefault();
    void this.send();
  };

  draw() {
    const shell = this.shell;
    const { t } = shell.words.value;
    const client = shell.client.value;
    const draft = client.draft.value;
    const text = draft.trim();
    const over = text.length - LIMITS.textChars;
    const problem = shell.problem.value;
    const { agent } = client.handoff.value;
    const focus = shell.focus.value;
    const extras = shell.extras.chunk.value;
    const hint = agent ? t('composer.agent', { name: agent.name }) : t(focus ? 'composer.ask' : 'composer.placeholder');
    const trouble = over > 0 ? t('composer.long', { n: over }) : problem && t(problem);
    return (
      <div class="foot">
        {extras && <extras.Above composer={this} />}
        {focus?.title && <div class="focus">{extras && <extras.FocusStrip focus={focus} title={focus.title} />}</div>}
        {trouble && (
          <p class="problem" role="alert">
            <Icon path={WARN} />
            {trouble}
          </p>
        )}
        <div class="composer" part="composer">
          <div class="slot">{extras && <extras.Plus composer={this} />}</div>
          <textarea
            ref={this.field}
            class="field"
            rows={1}
            dir="auto"
            value={draft}
            placeholder={hint}
            aria-label={hint}
            enterkeyhint={shell.phone.value ? 'enter' : 'send'}
            onInput={({ currentTarget: { value } }) => {
              client.setDraft(value);
              client.setTyping(value !== '');
            }}
            onKeyDown={this.#onKeyDown}
          />
          <div class="slot">{extras && <extras.PickerButton open={this.above} />}</div>
          {extras?.recordButton(this, text) ?? (
            <button
              type="button"
              part="send"
              class="tool send"
              aria-label={t('composer.send')}
              title={t('composer.send')}
              aria-disabled={!text || over > 0}
              onClick={() => void this.send()}
            >
              <Icon path={SEND} />
            </button>
          )}
          <span class="ring" />
        </div>
      </div>
    );
  }
}
