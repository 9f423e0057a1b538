import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { useFigures } from '../numbers/use-figures.ts';
import { LinkBanner } from '../parts/link-banner.tsx';
import { Agreement } from './agreement.tsx';
import { ReplayScreen } from './replay-screen.tsx';
import { SampleList } from './sample-list.tsx';

/** The room of quality: the sample of a week, and a conversation of it as it happened. It is loaded when somebody goes there. */
export function QualityScreen() {
  const { desk, t } = useDesk();
  const figures = useFigures();
  const { quality } = desk;
  const locale = desk.locale.value;
  // Names come in the language that is shown.
  useEffect(() => void quality.refresh(), [quality, locale]);
  if (quality.looked.value) return <ReplayScreen looked={quality.looked.value} />;
  const sample = quality.sample.value;
  const state = quality.state.value;
  return (
    <main
      class="numbers quality"
      id="conversation"
      aria-labelledby="quality-title"
      aria-busy={state === 'loading'}
      tabIndex={-1}
    >
      <LinkBanner />
      <header class="numbers-head">
        <h1 id="quality-title">{t('quality.title')}</h1>
        <p role="status">
          {state === 'loading' && t('quality.loading')}
          {state === 'failed' && t('quality.failed')}
          {state === 'here' &&
            sample &&
            `${t('quality.week', { day: figures.day(sample.week) })}${sample.over ? '' : `, ${t('quality.soFar')}`}`}
        </p>
        <span class="spring" />
        {state === 'failed' && (
          <button type="button" class="button" onClick={() => void quality.refresh()}>
            {t('numbers.again')}
          </button>
        )}
        <button type="button" class="button" onClick={() => void quality.refresh(-1)}>
          {t('quality.weekBefore')}
        </button>
        <button type="button" class="button" onClick={() => void quality.refresh(1)}>
          {t('quality.weekAfter')}
        </button>
      </header>
      {sample && (
        <div class="number-cards quality-cards">
          <SampleList sample={sample} />
          <Agreement sample={sample} />
        </div>
      )}
    </main>
  );
}
