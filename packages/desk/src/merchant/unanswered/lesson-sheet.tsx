import { useDesk } from '../../desk-context.ts';
import { useFigures } from '../../numbers/use-figures.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import { LocalizedField } from '../answers/localized-field.tsx';
import { isWhole } from '../teaching/draft.ts';
import { type Lesson, WHYS } from '../teaching/lesson.ts';
import { openTalk } from '../teaching/open-talk.ts';
import type { Teaching } from '../teaching/teaching.ts';
import { type LessonForm, newAnswer, suggestedForm, waysOf, withWays } from './lesson-form.ts';
import type { LessonsDesk } from './lessons-desk.ts';
import { PickAnswer } from './pick-answer.tsx';

const MOST = { question: 300, answer: 3_800 };

/** What was asked, why it is here, and what people answered. */
function Asked({ lesson }: { readonly lesson: Lesson }) {
  const { desk, t } = useDesk();
  const figures = useFigures();
  return (
    <>
      <p class="lesson-why">
        {t('lessons.asked', { n: lesson.conversations })}
        {WHYS.filter((why) => lesson.why[why] > 0).map((why) => (
          <span key={why} class="tag">
            {t(`lessons.why.${why}`, { n: lesson.why[why] })}
          </span>
        ))}
      </p>
      <ul class="examples">
        {lesson.examples.map((example) => (
          <li key={`${example.conversation}:${example.text}`}>
            <span dir="auto" lang={example.lang}>
              “{example.text}”
            </span>
            {example.count > 1 && <small>{t('lessons.times', { n: example.count })}</small>}
            <button
              type="button"
              class="link"
              aria-label={t('lessons.openTalk', { text: example.text })}
              onClick={() => openTalk(desk, example.conversation)}
            >
              {t('teach.openTalk')}
            </button>
          </li>
        ))}
      </ul>
      {lesson.reply ? (
        <figure class="house-reply">
          <blockquote dir="auto">{lesson.reply.text}</blockquote>
          <figcaption>{t('lessons.reply', { n: lesson.reply.alike, used: lesson.reply.used })}</figcaption>
        </figure>
      ) : (
        <p class="shop-hint">{t('lessons.noReply')}</p>
      )}
      <p class="shop-hint">{t('lessons.newest', { when: figures.moment(lesson.newest) })}</p>
    </>
  );
}

/** One lesson, and what it becomes: ways to ask an answer that exists, or an answer of its own. */
export function LessonSheet(props: {
  readonly teaching: Teaching;
  readonly lessons: LessonsDesk;
  readonly lesson: Lesson;
  readonly taught: boolean;
}) {
  const { teaching, lessons, lesson, taught } = props;
  const { t } = useDesk();
  const locales = teaching.overview.value?.locales ?? [];
  const form = lessons.forms.value[lesson.id] ?? suggestedForm(lesson);
  const put = (more: Partial<LessonForm>) => {
    lessons.forms.value = { ...lessons.forms.peek(), [lesson.id]: { ...form, ...more } };
  };
  const target = teaching.rows.value.find(({ answer, state }) => answer.id === form.answer && state !== 'removed');
  const made = newAnswer(`learned-${lesson.id}`, lesson, form);
  const ready = form.into === 'new' ? isWhole(made) : target !== undefined && form.ways.length > 0;
  const accept = () => {
    if (!ready) return;
    if (form.into === 'new') teaching.write(made.id, made);
    else if (target) teaching.write(target.answer.id, withWays(target.answer, lesson, form));
    if (teaching.note.peek() === '') teaching.note.value = t('lessons.note', { text: lesson.examples[0]?.text ?? '' });
    teaching.reviewing.value = true;
  };
  return (
    <section class="shop-sheet" aria-labelledby="shop-sheet-title">
      <header class="shop-sheet-head">
        <h2 id="shop-sheet-title" dir="auto">
          {lesson.examples[0]?.text}
        </h2>
      </header>
      <Asked lesson={lesson} />
      {taught && <p class="shop-ok">{t('lessons.taughtText')}</p>}
      <form
        class="shop-part"
        onSubmit={(event) => {
          event.preventDefault();
          accept();
        }}
      >
        <h2>{t('lessons.becomes')}</h2>
        <fieldset class="views lesson-into">
          <legend class="sr">{t('lessons.becomes')}</legend>
          {(['existing', 'new'] as const).map((into) => (
            <button key={into} type="button" aria-pressed={form.into === into} onClick={() => put({ into })}>
              {t(`lessons.into.${into}`)}
            </button>
          ))}
        </fieldset>
        {form.into === 'existing' ? (
          <PickAnswer
            teaching={teaching}
            suggested={lesson.suggested?.id}
            value={form.answer}
            onChange={(answer) => put({ answer })}
          />
        ) : (
          <>
            <LocalizedField
              id="lesson-question"
              label={t('answers.question')}
              value={form.question}
              locales={locales}
              most={MOST.question}
              onChange={(question) => put({ question })}
            />
            <LocalizedField
              id="lesson-answer"
              label={t('answers.answer')}
              value={form.text}
              locales={locales}
              most={MOST.answer}
              rows={3}
              onChange={(text) => put({ text })}
            />
          </>
        )}
        <fieldset class="lesson-ways">
          <legend>{t('lessons.ways')}</legend>
          {waysOf(lesson).map(({ text, lang }) => (
            <label key={text} class="shop-check">
              <input
                type="checkbox"
                checked={form.ways.includes(text)}
                onChange={(event) =>
                  put({
                    ways: event.currentTarget.checked ? [...form.ways, text] : form.ways.filter((one) => one !== text),
                  })
                }
              />
              <span dir="auto" lang={lang}>
                {text}
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button main" aria-disabled={!ready} aria-keyshortcuts="T">
          {t('lessons.accept')} <KeyCap raw="t" />
        </button>
      </form>
    </section>
  );
}
