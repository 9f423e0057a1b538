import { useDesk } from '../../desk-context.ts';
import type { AnswerRow } from '../teaching/draft.ts';
import { isBounded } from '../teaching/draft.ts';
import { textIn } from '../teaching/knowledge-answer.ts';
import { ANSWER_VIEWS, type AnswerFilter, isOver, missingIn } from './filter-answers.ts';

/** Rows in the DOM at once; a narrower search shows the rest. */
const MOST_ROWS = 200;

function Row(props: {
  readonly row: AnswerRow;
  readonly chosen: boolean;
  readonly locales: readonly string[];
  readonly onChoose: () => void;
}) {
  const { row, chosen, locales, onChoose } = props;
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  const { answer, state } = row;
  const missing = missingIn(answer, locales).length > 0;
  return (
    <li>
      <button
        type="button"
        class={chosen ? 'shop-row chosen' : 'shop-row'}
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <b dir="auto">{textIn(answer.question, locale) || t('answers.unnamed')}</b>
        <span class="shop-row-text" dir="auto">
          {textIn(answer.answer, locale)}
        </span>
        <span class="shop-row-tags">
          {state !== 'same' && <span class="tag changed">{t(`answers.state.${state}`)}</span>}
          {isOver(answer, desk.now.peek()) && <span class="tag">{t('answers.tag.over')}</span>}
          {isBounded(answer.when) && <span class="tag">{t('answers.tag.bounded')}</span>}
          {(answer.variants?.length ?? 0) > 0 && (
            <span class="tag">{t('answers.tag.variants', { n: answer.variants?.length ?? 0 })}</span>
          )}
          {missing && <span class="tag">{t('answers.tag.untranslated')}</span>}
        </span>
      </button>
    </li>
  );
}

/** What is shown of the answers, and how it is narrowed. */
export function AnswerList(props: {
  readonly rows: readonly AnswerRow[];
  readonly filter: AnswerFilter;
  readonly locales: readonly string[];
  readonly chosen: string | undefined;
  readonly onFilter: (filter: AnswerFilter) => void;
  readonly onChoose: (id: string) => void;
}) {
  const { rows, filter, locales, chosen, onFilter, onChoose } = props;
  const { t } = useDesk();
  return (
    <section class="shop-side" aria-label={t('answers.list')}>
      <div class="shop-filter">
        <input
          id="shop-search"
          type="search"
          aria-label={t('answers.search')}
          aria-keyshortcuts="/"
          placeholder={t('answers.search')}
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <select
          aria-label={t('answers.views')}
          value={filter.view}
          onChange={(event) => {
            const view = ANSWER_VIEWS.find((one) => one === event.currentTarget.value);
            if (view) onFilter({ ...filter, view });
          }}
        >
          {ANSWER_VIEWS.map((view) => (
            <option key={view} value={view}>
              {t(`answers.view.${view}`)}
            </option>
          ))}
        </select>
      </div>
      <p class="shop-count" role="status">
        {t('answers.count', { n: rows.length })}
        {rows.length > MOST_ROWS && ` ${t('answers.narrow', { n: MOST_ROWS })}`}
      </p>
      {rows.length === 0 && (
        <p class="nothing shop-none">
          {t(filter.text.trim() === '' && filter.view === 'all' ? 'answers.empty' : 'answers.none')}
        </p>
      )}
      <ul class="shop-rows">
        {rows.slice(0, MOST_ROWS).map((row) => (
          <Row
            key={row.answer.id}
            row={row}
            chosen={row.answer.id === chosen}
            locales={locales}
            onChoose={() => onChoose(row.answer.id)}
          />
        ))}
      </ul>
    </section>
  );
}
