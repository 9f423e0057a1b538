import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { isComposing } from '../../keys.ts';
import { Icon } from '../../parts/icon.tsx';
import { languageName } from '../../parts/names.ts';
import type { Localized } from '../teaching/knowledge-answer.ts';
import { languageOf } from './language-of.ts';

const MOST = 300;
/** Phrasings of one answer that the server takes. */
const MOST_PHRASINGS = 200;

/** Other ways to ask: each can be put otherwise or taken out, and several lines put in at once are several ways. */
export function PhrasingsField(props: {
  readonly value: readonly Localized[];
  readonly locales: readonly string[];
  readonly onChange: (value: readonly Localized[]) => void;
}) {
  const { value, locales, onChange } = props;
  const { desk, t } = useDesk();
  const [next, setNext] = useState('');
  const add = () => {
    const lines = next.split('\n').flatMap((line) => line.trim().slice(0, MOST) || []);
    if (lines.length === 0) return;
    const ways = lines.map((line) => (locales.length > 1 ? { [languageOf(line, locales)]: line } : line));
    onChange([...value, ...ways].slice(0, MOST_PHRASINGS));
    setNext('');
  };
  return (
    <section class="shop-part" aria-labelledby="shop-phrasings">
      <h2 id="shop-phrasings">
        {t('answers.phrasings')} <span class="count">{value.length}</span>
      </h2>
      <ul class="phrasings">
        {value.map((one, at) => {
          const texts = typeof one === 'string' ? [['', one] as const] : Object.entries(one);
          const name = texts.map(([, text]) => text).join(' / ');
          const put = (lang: string, text: string) =>
            onChange(
              value.map((way, n) => (n === at ? (typeof way === 'string' ? text : { ...way, [lang]: text }) : way)),
            );
          return (
            <li key={at}>
              {texts.map(([lang, text]) => (
                <input
                  key={lang}
                  type="text"
                  maxLength={MOST}
                  lang={lang || undefined}
                  dir="auto"
                  aria-label={
                    lang
                      ? `${t('answers.phrasing', { n: at + 1 })}, ${languageName(lang, desk.locale.value)}`
                      : t('answers.phrasing', { n: at + 1 })
                  }
                  value={text}
                  onInput={(event) => put(lang, event.currentTarget.value)}
                />
              ))}
              <button
                type="button"
                class="icon-button"
                aria-label={t('answers.phrasing.remove', { name })}
                onClick={() => onChange(value.filter((_, n) => n !== at))}
              >
                <Icon name="cross" />
              </button>
            </li>
          );
        })}
      </ul>
      <div class="shop-add">
        <textarea
          rows={1}
          dir="auto"
          aria-label={t('answers.phrasing.new')}
          placeholder={t('answers.phrasing.new')}
          value={next}
          onInput={(event) => setNext(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="button" aria-disabled={next.trim() === ''} onClick={add}>
          {t('answers.phrasing.add')}
        </button>
      </div>
    </section>
  );
}
