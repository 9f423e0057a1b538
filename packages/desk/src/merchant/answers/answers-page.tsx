import { useCallback, useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import type { Command } from '../../keys.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import { Fetched } from '../fetched.tsx';
import { Page } from '../page.tsx';
import { stepIn } from '../step-in.ts';
import { DraftBar } from '../teaching/draft-bar.tsx';
import { useTeaching } from '../teaching/use-teaching.ts';
import { usePageKeys } from '../use-page-keys.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerList } from './answer-list.tsx';
import { type AnswerFilter, filterAnswers } from './filter-answers.ts';

const SIGNS_OF_ID = 8;

/** Answers: what there is, and what it shall be. */
export function AnswersPage() {
  const { desk, t } = useDesk();
  const { merchant } = desk;
  const teaching = useTeaching();
  const [filter, setFilter] = useState<AnswerFilter>({ text: '', view: 'all' });
  const locales = teaching.overview.value?.locales ?? [];
  const rows = filterAnswers(teaching.rows.value, filter, { now: desk.now.peek(), locales });
  const chosen = merchant.item.value;
  const row = teaching.rows.value.find(({ answer }) => answer.id === chosen);
  const choose = (id: string | undefined) => {
    merchant.item.value = id;
  };
  const add = () => {
    const id = `answer-${teaching.newId().slice(0, SIGNS_OF_ID)}`;
    const empty = locales.length > 1 ? {} : '';
    teaching.write(id, { id, question: empty, answer: empty });
    setFilter({ text: '', view: 'all' });
    choose(id);
    requestAnimationFrame(() => document.getElementById('shop-question')?.focus());
  };
  const keys = useCallback(
    (command: Command): boolean => {
      switch (command) {
        case 'next':
        case 'previous':
          choose(
            stepIn(
              rows.map(({ answer }) => answer.id),
              chosen,
              command === 'next' ? 1 : -1,
            ),
          );
          requestAnimationFrame(() => document.querySelector('.shop-row.chosen')?.scrollIntoView({ block: 'nearest' }));
          return true;
        case 'search':
          document.getElementById('shop-search')?.focus();
          return true;
        case 'reply':
          document.getElementById('shop-question')?.focus();
          return row !== undefined;
        case 'note':
          add();
          return true;
        case 'close':
          if (row?.state === 'new') teaching.takeBack(row.answer.id);
          else if (row) teaching.write(row.answer.id, undefined);
          return row !== undefined;
        case 'save':
          teaching.reviewing.value = teaching.changes.peek().length > 0;
          return true;
        default:
          return false;
      }
    },
    [rows, chosen, row],
  );
  usePageKeys(keys);
  return (
    <Page
      parted
      title="answers.title"
      about="answers.about"
      busy={teaching.state.value === 'loading'}
      actions={
        <button type="button" class="button" aria-keyshortcuts="N" onClick={add}>
          {t('answers.new')} <KeyCap raw="n" />
        </button>
      }
    >
      <Fetched state={teaching.state.value} again={() => void teaching.load()}>
        <div class={row ? 'shop-parts opened' : 'shop-parts'}>
          <AnswerList
            rows={rows}
            filter={filter}
            locales={locales}
            chosen={chosen}
            onFilter={setFilter}
            onChoose={choose}
          />
          {row ? (
            <div class="shop-open">
              <button type="button" class="link shop-back" onClick={() => choose(undefined)}>
                {t('merchant.back')}
              </button>
              <AnswerForm key={row.answer.id} teaching={teaching} row={row} />
            </div>
          ) : (
            <div class="shop-open empty">
              <p class="nothing">{t('answers.choose')}</p>
            </div>
          )}
        </div>
      </Fetched>
      <DraftBar teaching={teaching} />
    </Page>
  );
}
