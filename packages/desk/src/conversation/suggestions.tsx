import { useDesk } from '../desk-context.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import type { Suggestion } from '../state/answers-source.ts';

/** What Xiaoer would say, to be taken into the field and sent from there, or not. */
export function Suggestions(props: {
  readonly found: readonly Suggestion[];
  readonly onUse: (suggestion: Suggestion) => void;
}) {
  const { t } = useDesk();
  if (props.found.length === 0) return null;
  return (
    <section class="suggestions" aria-label={t('suggest.title')}>
      {props.found.map((suggestion, n) => (
        <button key={suggestion.id} type="button" onClick={() => props.onUse(suggestion)}>
          <span dir="auto">{suggestion.text}</span>
          {n === 0 && <KeyCap raw="tab" />}
        </button>
      ))}
    </section>
  );
}
