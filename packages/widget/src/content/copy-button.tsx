import { useState } from 'preact/hooks';
import type { CardContext } from './card-context.ts';
import { CHECK, COPY } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';

/** Copies a number. Absent where the browser has no clipboard, as on pages without https. */
export function CopyButton(props: {
  readonly text: string;
  /** Its name for screen readers; shown only when `words` is absent. */
  readonly label: string;
  readonly words?: string | undefined;
  readonly context: CardContext;
}) {
  const [copied, setCopied] = useState(false);
  const clipboard = globalThis.navigator?.clipboard;
  if (!clipboard) return props.words ? <bdi class="c-code">{props.words}</bdi> : null;
  const copy = () =>
    clipboard.writeText(props.text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <button
      type="button"
      part="button"
      class={`c-button ${props.words ? 'c-code' : 'c-plain'}`}
      aria-label={copied ? props.context.t('order.copied') : props.label}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      <Icon path={copied ? CHECK : COPY} />
      {props.words && <bdi>{props.words}</bdi>}
    </button>
  );
}
