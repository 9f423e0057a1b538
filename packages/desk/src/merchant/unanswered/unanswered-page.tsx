import { useCallback, useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import type { Command } from '../../keys.ts';
import { Fetched } from '../fetched.tsx';
import { Page } from '../page.tsx';
import { stepIn } from '../step-in.ts';
import { DraftBar } from '../teaching/draft-bar.tsx';
import { useTeaching } from '../teaching/use-teaching.ts';
import { usePageKeys } from '../use-page-keys.ts';
import { isTaught } from './lesson-form.ts';
import { LessonList } from './lesson-list.tsx';
import { LessonSheet } from './lesson-sheet.tsx';
import { createLessonsDesk } from './lessons-desk.ts';

/** What was asked and not answered, or answered and not liked, in groups that ask alike. */
export function UnansweredPage() {
  const { desk, t } = useDesk();
  const { merchant } = desk;
  const teaching = useTeaching();
  const lessons = merchant.state(createLessonsDesk);
  const filter = lessons.filter.value;
  const base = teaching.overview.value?.base;
  // What was saved is answered since: other spans, and other knowledge, are other lessons.
  useEffect(() => void lessons.load(), [lessons, filter.days, filter.least, base]);
  const known = teaching.answers.value;
  const rows = lessons.lessons.value
    .map((lesson) => ({ lesson, taught: isTaught(lesson, known) }))
    .filter(({ taught }) => filter.all || !taught);
  const chosen = merchant.item.value;
  const open = lessons.lessons.value.find(({ id }) => id === chosen);
  const keys = useCallback(
    (command: Command): boolean => {
      switch (command) {
        case 'next':
        case 'previous':
          merchant.item.value = stepIn(
            rows.map(({ lesson }) => lesson.id),
            chosen,
            command === 'next' ? 1 : -1,
          );
          requestAnimationFrame(() => document.querySelector('.shop-row.chosen')?.scrollIntoView({ block: 'nearest' }));
          return true;
        case 'take':
          document.querySelector<HTMLFormElement>('.shop-sheet form')?.requestSubmit();
          return open !== undefined;
        case 'save':
          teaching.reviewing.value = teaching.changes.peek().length > 0;
          return true;
        default:
          return false;
      }
    },
    [rows, chosen, open, merchant, teaching],
  );
  usePageKeys(keys);
  const state = lessons.state.value === 'here' ? teaching.state.value : lessons.state.value;
  return (
    <Page parted title="lessons.title" about="lessons.about" busy={state === 'loading'}>
      <Fetched
        state={state}
        again={() => {
          void teaching.load();
          void lessons.load();
        }}
      >
        <div class={open ? 'shop-parts opened' : 'shop-parts'}>
          <LessonList
            rows={rows}
            count={lessons.count.value}
            filter={filter}
            chosen={chosen}
            onFilter={(next) => {
              lessons.filter.value = next;
            }}
            onChoose={(id) => {
              merchant.item.value = id;
            }}
          />
          {open ? (
            <div class="shop-open">
              <button
                type="button"
                class="link shop-back"
                onClick={() => {
                  merchant.item.value = undefined;
                }}
              >
                {t('merchant.back')}
              </button>
              <LessonSheet
                key={open.id}
                teaching={teaching}
                lessons={lessons}
                lesson={open}
                taught={isTaught(open, known)}
              />
            </div>
          ) : (
            <div class="shop-open empty">
              <p class="nothing">{t(rows.length === 0 ? 'lessons.none' : 'lessons.choose')}</p>
            </div>
          )}
        </div>
      </Fetched>
      <DraftBar teaching={teaching} />
    </Page>
  );
}
