import type { Choice, ChoicesBody } from '@xiaoer/core/protocol';
import { Component } from 'preact';
import type { CardOutcome } from './card-context.ts';
import { Icon } from './icon.tsx';
import { CHECK } from './icon-paths.ts';
import { Lead } from './lead.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { arrowTarget } from './roving.ts';

interface ChoicesState {
  /** Which chip is the tab stop. */
  readonly at?: number;
  readonly busy?: boolean;
  /** Why the last press was refused; empty when no reason came with it. */
  readonly refused?: string | undefined;
}

/** A question with chips: one tab stop, arrow keys between them. Once answered they stay to be read. */
export class Choices extends Component<RendererProps<ChoicesBody>, ChoicesState> {
  readonly #chips: (HTMLButtonElement | null)[] = [];
  #busy = false;

  async #press({ label, value }: Choice) {
    if (this.#busy) return;
    const { item, context } = this.props;
    this.#busy = true;
    this.setState({ busy: true, refused: undefined });
    const outcome = await context
      .act({ do: 'reply', text: label, value }, item)
      .catch((): CardOutcome => ({ ok: false }));
    this.#busy = false;
    this.setState({ busy: false, refused: outcome.ok ? undefined : (outcome.reason ?? '') });
  }

  override render() {
    const { item, body, context } = this.props;
    const { at = 0, busy, refused } = this.state;
    const answered = item.answer !== undefined;
    const off = answered || context.reader === 'desk';
    const move = (event: KeyboardEvent) => {
      const to = arrowTarget(event, at, body.options.length);
      if (to === undefined || off) return;
      this.setState({ at: to });
      this.#chips[to]?.focus();
    };
    return (
      <>
        <Lead item={item} context={context} text={body.text} source={body.source} />
        <div class="c-chips" role="toolbar" aria-label={context.t('choices.label')} onKeyDown={move}>
          {body.options.map((option, n) => {
            const chosen = item.answer === option.value;
            return (
              <button
                type="button"
                part="chip"
                class="c-chip"
                key={option.value}
                ref={(chip) => {
                  this.#chips[n] = chip;
                }}
                data-state={answered ? (chosen ? 'chosen' : 'rest') : 'open'}
                aria-pressed={answered ? chosen : undefined}
                aria-disabled={off || busy || undefined}
                tabIndex={!off && n === at ? 0 : -1}
                onFocus={() => this.setState({ at: n })}
                onClick={() => !off && void this.#press(option)}
              >
                {chosen && <Icon path={CHECK} />}
                <span dir="auto">{option.label}</span>
              </button>
            );
          })}
        </div>
        <Refusal text={refused === '' ? context.t('card.failed') : refused} />
      </>
    );
  }
}
