import type { FormField } from '@xiaoer/core/protocol';
import { useId, useRef, useState } from 'preact/hooks';
import type { StringKey } from '../locales/strings.ts';
import type { CardContext } from './card-context.ts';
import { checkField } from './check-field.ts';
import { Icon } from './icon.tsx';
import { WARN } from './icon-paths.ts';
import { Refusal } from './refusal.tsx';

/** The longest answer that the protocol takes, in UTF-16 code units. */
const LONGEST = 4000;

type Answers = Readonly<Record<string, string>>;

/** The keyboard a phone shows. Numbers are typed as text: a number field loses what it cannot read. */
const KEYBOARD: Partial<Record<FormField['type'], 'decimal' | 'email' | 'tel'>> = {
  number: 'decimal',
  email: 'email',
  tel: 'tel',
};

/** What the browser may offer to fill in. */
const COMPLETE: Partial<Record<FormField['type'], string>> = { email: 'email', tel: 'tel' };

function Control(props: {
  readonly field: FormField;
  readonly value: string;
  readonly id: string;
  readonly error: boolean;
  readonly onInput: (value: string) => void;
}) {
  const { field, value, id, error } = props;
  const common = {
    id,
    name: field.name,
    value,
    class: 'c-input',
    'aria-required': field.required,
    'aria-invalid': error,
    'aria-describedby': error ? `${id}-error` : '',
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
  };
  if (field.type === 'textarea') return <textarea {...common} rows={3} maxLength={LONGEST} dir="auto" />;
  if (field.type === 'select') {
    return (
      <select {...common}>
        <option value="" />
        {field.options?.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...common}
      // The types of the library tie every type of input to its own roles; to us they are all lines of text.
      type={(field.type === 'number' ? 'text' : field.type) as 'text'}
      inputMode={KEYBOARD[field.type] ?? 'text'}
      maxLength={LONGEST}
      autoComplete={COMPLETE[field.type] ?? 'off'}
      dir="auto"
    />
  );
}

/**
 * Fields with labels above and a button. A slip is named at its field with what to do, the first one gets the focus,
 * and what was typed stays whatever happens.
 */
export function Fields(props: {
  readonly fields: readonly FormField[];
  readonly submit: string;
  readonly busy: boolean;
  readonly refused: string | undefined;
  readonly context: CardContext;
  readonly onSubmit: (answers: Answers) => void;
}) {
  const { fields, context } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(fields.map((field) => [field.name, field.value ?? ''])),
  );
  const [errors, setErrors] = useState<Readonly<Record<string, StringKey>>>({});
  const submit = (event: Event) => {
    event.preventDefault();
    if (props.busy) return;
    const slips = fields.flatMap((field) => {
      const slip = checkField(field, answers[field.name] ?? '');
      return slip ? [[field.name, slip] as const] : [];
    });
    setErrors(Object.fromEntries(slips));
    const first = slips[0]?.[0];
    if (first === undefined) return props.onSubmit(answers);
    [...(form.current?.querySelectorAll<HTMLElement>('.c-input') ?? [])]
      .find((control) => control.getAttribute('name') === first)
      ?.focus();
  };
  return (
    <form class="c-form" ref={form} noValidate onSubmit={submit}>
      {fields.map((field, n) => {
        const error = errors[field.name];
        const control = `${id}-${n}`;
        return (
          <div class="c-field" key={field.name}>
            <label for={control}>
              {field.label} {!field.required && <small>{context.t('form.optional')}</small>}
            </label>
            <Control
              field={field}
              value={answers[field.name] ?? ''}
              id={control}
              error={error !== undefined}
              onInput={(value) => setAnswers((before) => ({ ...before, [field.name]: value }))}
            />
            {error && (
              <span class="c-refusal" id={`${control}-error`}>
                <Icon path={WARN} />
                {context.t(error)}
              </span>
            )}
          </div>
        );
      })}
      <button type="submit" part="button" class="c-button c-main" aria-disabled={props.busy || undefined}>
        {props.busy && <span class="c-strokes" aria-hidden="true" />}
        {props.submit}
      </button>
      <Refusal text={props.refused} />
    </form>
  );
}
