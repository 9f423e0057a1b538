import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { filterAnswers } from '../answers/filter-answers.ts';
import { textIn } from '../teaching/knowledge-answer.ts';
import type { Teaching } from '../teaching/teaching.ts';

/** Answers that are offered at once. */
const MOST_OFFERED = 6;

/** Which existing answer is meant: what is suggested, what is chosen, and what the words find. */
export function PickAnswer(props: {
  readonly teaching: Teaching;
  readonly suggested: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}) {
  const { teaching, suggested, value, onChange } = props;
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  const [text, setText] = useState('');
  const rows = teaching.rows.value.filter(({ state }) => state !== 'removed');
  const found =
    text.trim() === '' ? [] : filterAnswers(rows, { text, view: 'all' }, { now: desk.now.peek(), locales: [] });
  const ids = [suggested, value, ...found.slice(0, MOST_OFFERED).map(({ answer }) => answer.id)];
  const offered = [...new Set(ids)].flatMap((id) => rows.find(({ answer }) => answer.id === id)?.answer ?? []);
  return (
    <fieldset class="pick-answer">
      <legend class="sr">{t('lessons.which')}</legend>
      <label class="shop-field">
        <span>{t('lessons.which')}</span>
        <input
          type="search"
          placeholder={t('answers.search')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {offered.map((answer) => (
        <label key={answer.id} class="pick-row">
          <input type="radio" name="lesson-answer" checked={value === answer.id} onChange={() => onChange(answer.id)} />
          <span>
            <b dir="auto">{textIn(answer.question, locale)}</b>
            {answer.id === suggested && <span class="tag">{t('lessons.suggested')}</span>}
            <span class="shop-hint" dir="auto">
              {textIn(answer.answer, locale)}
            </span>
          </span>
        </label>
      ))}
      {text.trim() !== '' && found.length === 0 && <p class="nothing">{t('answers.none')}</p>}
    </fieldset>
  );
}
