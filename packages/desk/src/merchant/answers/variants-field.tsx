import { useDesk } from '../../desk-context.ts';
import type { AnswerVariant } from '../teaching/knowledge-answer.ts';
import { ConditionField } from './condition-field.tsx';
import { LocalizedField } from './localized-field.tsx';

const MOST = 3_800;
/** Variants of one answer that the server takes. */
const MOST_VARIANTS = 60;

/** What is answered instead in cases of their own; the first that holds is given. */
export function VariantsField(props: {
  readonly value: readonly AnswerVariant[];
  readonly locales: readonly string[];
  readonly onChange: (value: readonly AnswerVariant[]) => void;
}) {
  const { value, locales, onChange } = props;
  const { t } = useDesk();
  const put = (at: number, more: Partial<AnswerVariant>) =>
    onChange(value.map((one, n) => (n === at ? { ...one, ...more } : one)));
  return (
    <section class="shop-part" aria-labelledby="shop-variants">
      <h2 id="shop-variants">
        {t('answers.variants')} <span class="count">{value.length}</span>
      </h2>
      <p class="shop-hint">{t('answers.variants.about')}</p>
      {value.map((one, at) => (
        <fieldset key={at} class="variant">
          <legend>{t('answers.variant', { n: at + 1 })}</legend>
          <ConditionField value={one.when} onChange={(when) => put(at, { when })} />
          <LocalizedField
            id={`shop-variant-${at}`}
            label={t('answers.answer')}
            value={one.answer}
            locales={locales}
            most={MOST}
            rows={3}
            onChange={(answer) => put(at, { answer })}
          />
          <button type="button" class="link" onClick={() => onChange(value.filter((_, n) => n !== at))}>
            {t('answers.variant.remove', { n: at + 1 })}
          </button>
        </fieldset>
      ))}
      {value.length < MOST_VARIANTS && (
        <button
          type="button"
          class="button"
          onClick={() => onChange([...value, { when: {}, answer: locales.length > 1 ? {} : '' }])}
        >
          {t('answers.variant.add')}
        </button>
      )}
    </section>
  );
}
