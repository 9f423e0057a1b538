import { useEffect, useRef, useState } from 'preact/hooks';
import { isValid } from './valid.ts';
import type { Words } from './words.ts';

/** What a colour field's picker shows: it knows six hexadecimal digits only. */
function sixDigits(colour: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return '#000000';
  context.fillStyle = colour;
  return context.fillStyle.startsWith('#') ? context.fillStyle : '#000000';
}

/** One value of a variable: as text, and for a colour by the browser's picker as well. */
export function ValueField(props: {
  readonly id: string;
  readonly label: string;
  /** Without `--xiaoer-`, for what the value may be. */
  readonly name: string;
  readonly is: 'colour' | 'text';
  readonly value: string;
  readonly standard: string;
  readonly words: Words;
  readonly onValue: (value: string) => void;
}) {
  const { id, label, name, is, value, standard, words, onValue } = props;
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  // A value that came from here leaves what was typed as it is: it may be no value yet.
  useEffect(() => {
    if (value !== told.current) setTyped(value);
    told.current = value;
  }, [value]);
  const valid = isValid(name, is, typed.trim());
  const type = (text: string) => {
    setTyped(text);
    const next = text.trim();
    told.current = isValid(name, is, next) ? next : '';
    onValue(told.current);
  };
  const hinted = /^(#|\d)/.test(standard) ? standard : '';
  return (
    <div class="value">
      {is === 'colour' && (
        <input
          type="color"
          aria-label={words.pick(label)}
          value={sixDigits(value || hinted || '#888888')}
          onInput={(event) => type(event.currentTarget.value)}
        />
      )}
      <input
        id={id}
        type="text"
        aria-label={label}
        aria-invalid={!valid}
        aria-describedby={valid ? undefined : `${id}-bad`}
        placeholder={standard}
        spellcheck={false}
        autocomplete="off"
        dir="ltr"
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {!valid && (
        <p class="bad" id={`${id}-bad`}>
          {words.bad}
        </p>
      )}
    </div>
  );
}
