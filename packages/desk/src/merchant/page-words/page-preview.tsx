import { fitsPage } from '@xiaoer/widget/content';
import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { languageName } from '../../parts/names.ts';
import type { GreetingRule, QuestionsRule } from '../settings/setting.ts';
import type { Steering } from '../settings/steering.ts';
import { type Localized, textIn } from '../teaching/knowledge-answer.ts';

/** A path as somebody types or pastes it, taken apart; the first page for what is none. */
function pageOf(typed: string): { readonly pathname: string; readonly search: string } {
  try {
    return new URL(typed.trim() || '/', 'https://shop.example');
  } catch {
    return { pathname: '/', search: '' };
  }
}

/** What a shopper sees on a page, in a language: the greeting beside the button, and the questions of the open chat. */
export function PagePreview({ steering }: { readonly steering: Steering }) {
  const { desk, t } = useDesk();
  const locales = steering.overview.value?.shop.locales ?? [];
  const [path, setPath] = useState('/');
  const [lang, setLang] = useState(locales[0] ?? 'en');
  const page = pageOf(path);
  const first = <T extends { readonly pages?: readonly string[] | undefined }>(place: string): T | undefined =>
    ((steering.value(place) ?? []) as readonly T[]).find(({ pages }) => fitsPage(pages, page));
  const greeting = first<GreetingRule>('greetings');
  const questions = first<QuestionsRule>('questions')?.questions ?? [];
  const name = textIn((steering.value('persona/name') ?? '') as Localized, lang) || t('words.preview.name');
  return (
    <section class="shop-part preview" aria-labelledby="words-preview">
      <h2 id="words-preview">{t('words.preview')}</h2>
      <div class="preview-wish">
        <label class="shop-field">
          <span>{t('words.preview.page')}</span>
          <input type="text" value={path} onInput={(event) => setPath(event.currentTarget.value)} />
        </label>
        {locales.length > 1 && (
          <label class="shop-field">
            <span>{t('words.preview.language')}</span>
            <select value={lang} onChange={(event) => setLang(event.currentTarget.value)}>
              {locales.map((one) => (
                <option key={one} value={one}>
                  {languageName(one, desk.locale.value)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div class="preview-page" lang={lang}>
        {greeting ? (
          <div class="greeting-preview">
            <p>
              <b>{name}</b>
            </p>
            <p dir="auto">{textIn(greeting.text, lang) || '…'}</p>
            {(greeting.questions ?? []).slice(0, 2).map((one) => (
              <span key={textIn(one, lang)} class="preview-chip" dir="auto">
                {textIn(one, lang)}
              </span>
            ))}
          </div>
        ) : (
          <p class="nothing" lang={desk.locale.value}>
            {t('words.preview.noGreeting')}
          </p>
        )}
        {questions.length > 0 ? (
          <ul class="questions-preview" aria-label={t('words.questions')}>
            {questions.map((one) => (
              <li key={textIn(one, lang)} class="preview-chip" dir="auto">
                {textIn(one, lang)}
              </li>
            ))}
          </ul>
        ) : (
          <p class="nothing" lang={desk.locale.value}>
            {t('words.preview.noQuestions')}
          </p>
        )}
      </div>
    </section>
  );
}
