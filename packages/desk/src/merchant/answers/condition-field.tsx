import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { CONDITION_LISTS, CONDITION_MOMENTS, type Condition } from '../teaching/knowledge-answer.ts';
import { momentOf, typedMoment } from './moment.ts';

const BETWEEN = /[,，、;；\n]+/;

const named = (typed: string): readonly string[] => typed.split(BETWEEN).flatMap((one) => one.trim() || []);

/** Names with commas between. What is typed stands as it was typed. */
function Names(props: {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) {
  const { label, value, onChange } = props;
  const [typed, setTyped] = useState(value.join(', '));
  const shown = named(typed).join() === value.join() ? typed : value.join(', ');
  return (
    <label class="shop-field">
      <span>{label}</span>
      <input
        type="text"
        dir="auto"
        value={shown}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onChange(named(event.currentTarget.value));
        }}
      />
    </label>
  );
}

/** When something holds. Every field that is filled in must fit; one that is empty does not matter. */
export function ConditionField(props: { readonly value: Condition; readonly onChange: (value: Condition) => void }) {
  const { value, onChange } = props;
  const { t } = useDesk();
  const [from, until] = CONDITION_MOMENTS.map((name) => value[name]);
  return (
    <div class="condition">
      {CONDITION_LISTS.map((name) => (
        <Names
          key={name}
          label={t(`answers.when.${name}`)}
          value={value[name] ?? []}
          onChange={(names) => onChange({ ...value, [name]: names })}
        />
      ))}
      {CONDITION_MOMENTS.map((name) => (
        <label key={name} class="shop-field">
          <span>{t(`answers.when.${name}`)}</span>
          <input
            type="datetime-local"
            value={typedMoment(value[name])}
            aria-invalid={from !== undefined && until !== undefined && until <= from}
            onChange={(event) => onChange({ ...value, [name]: momentOf(event.currentTarget.value) })}
          />
        </label>
      ))}
    </div>
  );
}
