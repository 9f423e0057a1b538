import { useDesk } from '../desk-context.ts';
import type { Field } from './ticket.ts';

/** Digits of the minor unit of a currency. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Money as it is typed, out of minor units. */
export const shownMoney = (minor: number, currency: string): string =>
  (minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));

/** Minor units of typed money; the text itself where it is none, for the server to refuse. */
export function typedMoney(text: string, currency: string): number | string {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? text.trim() : Math.round(value * 10 ** digitsOf(currency));
}

/** What stands in a field at first. */
export const shownValue = ({ type }: Field, value: unknown, currency: string): string =>
  value === undefined || value === null
    ? ''
    : type === 'money'
      ? shownMoney(Number(value), currency)
      : Array.isArray(value)
        ? value.join(' ')
        : String(value);

/** What a field's text means. */
export const typedValue = ({ type }: Field, text: string, currency: string): unknown =>
  type === 'money' ? typedMoney(text, currency) : type === 'pictures' ? text.split(/\s+/).filter(Boolean) : text;

/** One field of a form, with what is wrong about it. */
export function FieldInput(props: {
  readonly field: Field;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly currency: string;
  readonly onValue: (value: string) => void;
}) {
  const { t } = useDesk();
  const { field, value, wrong, currency, onValue } = props;
  const id = `field-${field.id}`;
  const about = wrong || field.hint ? `${id}-about` : undefined;
  const common = {
    id,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': about,
    'aria-required': field.required,
  };
  return (
    <div class="ticket-field">
      <label for={id}>
        {field.label}
        {field.type === 'money' && ` (${currency})`}
      </label>
      {field.type === 'choice' ? (
        <select {...common} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="" />
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : field.type === 'date' ? (
        <input {...common} type="date" value={value} onInput={(event) => onValue(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={field.type === 'money' || field.type === 'number' ? 'decimal' : 'text'}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
      {about && (
        <p id={about} class={wrong ? 'ticket-wrong' : 'ticket-hint'}>
          {wrong ? t(`ticket.field.${wrong as 'form'}`) : field.hint}
        </p>
      )}
    </div>
  );
}
