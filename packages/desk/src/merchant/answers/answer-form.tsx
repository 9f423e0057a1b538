import { useDesk } from '../../desk-context.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import { type AnswerRow, isBounded } from '../teaching/draft.ts';
import { type KnowledgeAnswer, textIn } from '../teaching/knowledge-answer.ts';
import type { Teaching } from '../teaching/teaching.ts';
import { ConditionField } from './condition-field.tsx';
import { LocalizedField } from './localized-field.tsx';
import { PhrasingsField } from './phrasings-field.tsx';
import { VariantsField } from './variants-field.tsx';

const MOST = { question: 300, answer: 3_800, url: 2_000 };

/** One answer, to be read and changed. What is typed is kept at once; nothing is answered with before it is saved. */
export function AnswerForm({ teaching, row }: { readonly teaching: Teaching; readonly row: AnswerRow }) {
  const { desk, t } = useDesk();
  const { answer, state } = row;
  const locales = teaching.overview.value?.locales ?? [];
  const title = textIn(answer.question, desk.locale.value) || t('answers.unnamed');
  const put = (more: Partial<KnowledgeAnswer>) => teaching.write(answer.id, { ...answer, ...more });
  return (
    <section class="shop-sheet" aria-labelledby="shop-sheet-title">
      <header class="shop-sheet-head">
        <h2 id="shop-sheet-title" dir="auto">
          {title}
        </h2>
        {state !== 'same' && <span class="tag changed">{t(`answers.state.${state}`)}</span>}
        <span class="spring" />
        {state !== 'same' && (
          <button type="button" class="link" onClick={() => teaching.takeBack(answer.id)}>
            {t('teach.takeBack')}
          </button>
        )}
        {state !== 'removed' && (
          <button
            type="button"
            class="button"
            aria-keyshortcuts="E"
            onClick={() => (state === 'new' ? teaching.takeBack(answer.id) : teaching.write(answer.id, undefined))}
          >
            {t('answers.remove')} <KeyCap raw="e" />
          </button>
        )}
      </header>
      {state === 'removed' ? (
        <p class="shop-hint" role="status">
          {t('answers.removed')}
        </p>
      ) : (
        <>
          {answer.cutOff && <p class="shop-warn">{t('answers.cutOff')}</p>}
          <LocalizedField
            id="shop-question"
            label={t('answers.question')}
            value={answer.question}
            locales={locales}
            most={MOST.question}
            onChange={(question) => put({ question })}
          />
          <LocalizedField
            id="shop-answer"
            label={t('answers.answer')}
            value={answer.answer}
            locales={locales}
            most={MOST.answer}
            rows={5}
            onChange={(text) => put({ answer: text })}
          />
          <PhrasingsField
            value={answer.phrasings ?? []}
            locales={locales}
            onChange={(phrasings) => put({ phrasings })}
          />
          <details class="shop-part" open={isBounded(answer.when) || undefined}>
            <summary>
              <h2>{t('answers.when')}</h2>
              {!isBounded(answer.when) && <span class="shop-hint">{t('answers.when.always')}</span>}
            </summary>
            <p class="shop-hint">{t('answers.when.about')}</p>
            <ConditionField value={answer.when ?? {}} onChange={(when) => put({ when })} />
          </details>
          <VariantsField value={answer.variants ?? []} locales={locales} onChange={(variants) => put({ variants })} />
          <label class="shop-field">
            <span>{t('answers.url')}</span>
            <input
              type="text"
              inputMode="url"
              maxLength={MOST.url}
              value={answer.url ?? ''}
              onInput={(event) => put({ url: event.currentTarget.value })}
            />
          </label>
          <p class="shop-hint">{t('answers.id', { id: answer.id })}</p>
        </>
      )}
    </section>
  );
}
