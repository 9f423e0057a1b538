import { useState } from 'preact/hooks';
import type { CardContext } from './card-context.ts';
import { CHECK, COPY } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { WARN } from './icon-paths.ts';

/** Copies a number, and says whether it did. Absent where the browser has no clipboard, as on pages without https. */
export function CopyButton(props: {
  readonly text: string;
  /** Its name for screen readers; shown only when `words` is absent. */
  readonly label: string;
  readonly words?: string | undefined;
  readonly context: CardContext;
}) {
  const [state, setState] = useState<'rest' | 'copied' | 'failed'>('rest');
  const { t } = props.context;
  const clipboard = globalThis.navigator?.clipboard;
  if (!clipboard) return props.words ? <bdi class="c-code">{props.words}</bdi> : null;
  const copy = () =>
    clipboard.writeText(props.text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  const label = { rest: props.label, copied: t('order.copied'), failed: t('order.copyFailed') }[state];
  return (
    <button
      type="button"
      part="button"
      class={`c-button ${props.words ? 'c-code' : 'c-plain'}`}
      aria-label={label}
      title={state === 'failed' ? label : undefined}
      onClick={() => void copy()}
      onBlur={() => setState('rest')}
    >
      <Icon path={{ rest: COPY, copied: CHECK, failed: WARN }[state]} />
      {props.words && <bdi>{props.words}</bdi>}
    </button>
  );
}
