import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { LinkBanner } from '../parts/link-banner.tsx';
import { AgentsCard } from './agents-card.tsx';
import { BotCards } from './bot-cards.tsx';
import { FilterBar } from './filter-bar.tsx';
import { PeopleCards } from './people-cards.tsx';
import { QualityCard } from './quality-card.tsx';
import { Tiles } from './tiles.tsx';
import { TopicCards } from './topic-cards.tsx';
import { useFigures } from './use-figures.ts';

/** The room of the numbers. It is loaded when somebody first goes there. */
export function NumbersScreen() {
  const { desk, t } = useDesk();
  const figures = useFigures();
  const { numbers } = desk;
  const filter = numbers.filter.value;
  const locale = desk.locale.value;
  // Another filter or language is another board.
  useEffect(() => void numbers.refresh(), [numbers, filter, locale]);
  const shown = numbers.shown.value;
  const state = numbers.state.value;
  const [first, last] = [shown?.days[0], shown?.days.at(-1)];
  return (
    <main
      class="numbers"
      id="conversation"
      aria-labelledby="numbers-title"
      aria-busy={state === 'counting'}
      tabIndex={-1}
    >
      <LinkBanner />
      <header class="numbers-head">
        <h1 id="numbers-title">{t('numbers.title')}</h1>
        <p role="status">
          {state === 'counting' && t('numbers.counting')}
          {state === 'failed' && t('numbers.failed')}
          {state === 'here' && first && last && `${figures.day(first)} – ${figures.day(last)}`}
        </p>
        {state === 'failed' && (
          <button type="button" class="button" onClick={() => void numbers.refresh()}>
            {t('numbers.again')}
          </button>
        )}
      </header>
      <FilterBar />
      {shown && (
        <>
          <Tiles board={shown.board} />
          <div class="number-cards">
            <PeopleCards board={shown.board} days={shown.days} />
            <BotCards board={shown.board} days={shown.days} />
            <QualityCard board={shown.board} names={shown.names} />
            <TopicCards board={shown.board} names={shown.names} />
            <AgentsCard board={shown.board} names={shown.names} />
          </div>
        </>
      )}
    </main>
  );
}
