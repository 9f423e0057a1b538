import { useDesk } from '../../desk-context.ts';
import { LocalizedField } from '../answers/localized-field.tsx';
import { MistakeLine } from '../settings/mistake-line.tsx';
import type { Steering } from '../settings/steering.ts';
import type { Localized } from '../teaching/knowledge-answer.ts';

const MOST = 120;

/** A few questions that can be asked by one press. */
export function QuestionsFields(props: {
  readonly steering: Steering;
  readonly place: string;
  /** Where in the place: `0.questions`. */
  readonly at: string;
  readonly value: readonly Localized[];
  readonly most: number;
  readonly onChange: (value: readonly Localized[]) => void;
}) {
  const { steering, place, at, value, most, onChange } = props;
  const { t } = useDesk();
  const locales = steering.overview.value?.shop.locales ?? [];
  return (
    <>
      {value.map((one, n) => (
        <div key={n} class="rule-question">
          <LocalizedField
            id={`${place}-${at}-${n}`}
            label={t('words.question', { n: n + 1 })}
            value={one}
            locales={locales}
            most={MOST}
            onChange={(next) => onChange(value.map((old, m) => (m === n ? next : old)))}
          />
          <button
            type="button"
            class="link"
            aria-label={`${t('words.remove')}, ${t('words.question', { n: n + 1 })}`}
            onClick={() => onChange(value.filter((_, m) => m !== n))}
          >
            {t('words.remove')}
          </button>
          <MistakeLine steering={steering} place={place} at={`${at}.${n}`} />
        </div>
      ))}
      <MistakeLine steering={steering} place={place} at={at} />
      {value.length < most && (
        <button type="button" class="link" onClick={() => onChange([...value, locales.length > 1 ? {} : ''])}>
          {t('words.addQuestion')}
        </button>
      )}
    </>
  );
}
