import { useDesk } from '../../desk-context.ts';
import type { Lesson } from '../teaching/lesson.ts';
import { LEASTS, type LessonFilter, SPANS } from './lessons-desk.ts';

/** A lesson of the list. */
export interface LessonRow {
  readonly lesson: Lesson;
  readonly taught: boolean;
}

/** What was asked and not answered, what most conversations asked first. */
export function LessonList(props: {
  readonly rows: readonly LessonRow[];
  readonly count: number;
  readonly filter: LessonFilter;
  readonly chosen: string | undefined;
  readonly onFilter: (filter: LessonFilter) => void;
  readonly onChoose: (id: string) => void;
}) {
  const { rows, count, filter, chosen, onFilter, onChoose } = props;
  const { t } = useDesk();
  return (
    <section class="shop-side" aria-label={t('lessons.title')}>
      <div class="shop-filter two">
        <select
          aria-label={t('lessons.days')}
          value={filter.days}
          onChange={(event) => onFilter({ ...filter, days: Number(event.currentTarget.value) })}
        >
          {SPANS.map((n) => (
            <option key={n} value={n}>
              {t('lessons.lastDays', { n })}
            </option>
          ))}
        </select>
        <select
          aria-label={t('lessons.least')}
          value={filter.least}
          onChange={(event) => onFilter({ ...filter, least: Number(event.currentTarget.value) })}
        >
          {LEASTS.map((n) => (
            <option key={n} value={n}>
              {t('lessons.atLeast', { n })}
            </option>
          ))}
        </select>
        <label class="shop-check">
          <input
            type="checkbox"
            checked={filter.all}
            onChange={(event) => onFilter({ ...filter, all: event.currentTarget.checked })}
          />
          {t('lessons.all')}
        </label>
      </div>
      <p class="shop-count" role="status">
        {t('lessons.count', { n: rows.length })}
        {count > rows.length && filter.all && ` ${t('lessons.of', { n: count })}`}
      </p>
      <ul class="shop-rows">
        {rows.map(({ lesson, taught }) => (
          <li key={lesson.id}>
            <button
              type="button"
              class={lesson.id === chosen ? 'shop-row chosen' : 'shop-row'}
              aria-current={lesson.id === chosen ? 'true' : undefined}
              onClick={() => onChoose(lesson.id)}
            >
              <span class="shop-row-top">
                <b dir="auto" lang={lesson.examples[0]?.lang}>
                  {lesson.examples[0]?.text}
                </b>
                <small>{t('lessons.times', { n: lesson.count })}</small>
              </span>
              {lesson.reply && (
                <span class="shop-row-text" dir="auto">
                  {lesson.reply.text}
                </span>
              )}
              <span class="shop-row-tags">
                {taught && <span class="tag">{t('lessons.taught')}</span>}
                {!taught && lesson.suggested && <span class="tag">{t('lessons.tag.existing')}</span>}
                {!taught && !lesson.suggested && !lesson.reply && <span class="tag">{t('lessons.tag.nobody')}</span>}
                {lesson.why.disliked > 0 && <span class="tag">{t('lessons.tag.disliked')}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
