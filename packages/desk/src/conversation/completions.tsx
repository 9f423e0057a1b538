/** One thing that can be put in at the cursor. */
export interface Completion {
  readonly key: string;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** Id of the list, for the field that steers it. */
export const COMPLETIONS = 'completions';

/** Id of one option. */
export const completionId = (n: number): string => `${COMPLETIONS}-${n}`;

/** What fits the word at the cursor. The focus stays in the field, which says what is chosen. */
export function Completions(props: {
  readonly label: string;
  readonly nothing: string;
  readonly found: readonly Completion[];
  readonly chosen: number;
  readonly onPick: (n: number) => void;
}) {
  const { label, nothing, found, chosen, onPick } = props;
  if (found.length === 0) return <p class="completions nothing">{nothing}</p>;
  return (
    <div class="completions" id={COMPLETIONS} role="listbox" aria-label={label}>
      {found.map(({ key, title, detail }, n) => (
        // The field keeps the focus, so a press must not take it.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
        <div
          key={key}
          id={completionId(n)}
          role="option"
          tabIndex={-1}
          aria-selected={n === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(n)}
        >
          <b dir="auto">{title}</b>
          {detail && <span dir="auto">{detail}</span>}
        </div>
      ))}
    </div>
  );
}
