import type { Choice, ChoicesBody } from '@xiaoer/core/protocol';
import { useRef, useState } from 'preact/hooks';
import { CHECK } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { Lead } from './lead.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { arrowTarget } from './roving.ts';
import { useAction } from './use-action.ts';

/** A question with chips: one tab stop, arrow keys between them. Once answered they stay to be read. */
export function Choices({ item, body, context }: RendererProps<ChoicesBody>) {
  const [{ busy, refused }, run] = useAction(context, item);
  const [at, setAt] = useState(0);
  const chips = useRef<(HTMLButtonElement | null)[]>([]);
  const answered = item.answer !== undefined;
  const off = answered || context.reader === 'desk';
  const press = (option: Choice) => {
    if (!off) void run(option.value, { do: 'reply', text: option.label, value: option.value });
  };
  const move = (event: KeyboardEvent) => {
    const to = arrowTarget(event, at, body.options.length);
    if (to === undefined || off) return;
    setAt(to);
    chips.current[to]?.focus();
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
                chips.current[n] = chip;
              }}
              data-state={answered ? (chosen ? 'chosen' : 'rest') : 'open'}
              aria-pressed={answered ? chosen : undefined}
              aria-disabled={off || busy !== undefined || undefined}
              tabIndex={!off && n === at ? 0 : -1}
              onFocus={() => setAt(n)}
              onClick={() => press(option)}
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
