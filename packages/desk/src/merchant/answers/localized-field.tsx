import { useDesk } from '../../desk-context.ts';
import { languageName } from '../../parts/names.ts';
import type { Localized } from '../teaching/knowledge-answer.ts';

/** A text in each language of the shop, side by side, or one for all of them. */
export function LocalizedField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: Localized;
  readonly locales: readonly string[];
  readonly most: number;
  readonly rows?: number;
  readonly onChange: (value: Localized) => void;
}) {
  const { id, label, value, locales, most, rows = 1, onChange } = props;
  const { desk, t } = useDesk();
  const langs = typeof value === 'string' ? [''] : [...new Set([...locales, ...Object.keys(value)])];
  return (
    <div class={langs.length > 1 ? 'shop-langs' : undefined}>
      {langs.map((lang) => {
        const text = typeof value === 'string' ? value : (value[lang] ?? '');
        const set = (next: string) => onChange(typeof value === 'string' ? next : { ...value, [lang]: next });
        return (
          <label key={lang} class="shop-field">
            <span>
              {label}
              {lang && <small>{languageName(lang, desk.locale.value)}</small>}
            </span>
            <textarea
              id={lang === langs[0] ? id : undefined}
              rows={rows}
              maxLength={most}
              lang={lang || undefined}
              dir="auto"
              value={text}
              onInput={(event) => set(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') event.currentTarget.blur();
              }}
            />
          </label>
        );
      })}
      {typeof value === 'string' && locales.length > 1 && (
        <button type="button" class="link" onClick={() => onChange({ [locales[0] ?? '']: value })}>
          {t('answers.eachLanguage')}
        </button>
      )}
    </div>
  );
}
