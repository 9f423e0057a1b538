import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { LinkBanner } from '../parts/link-banner.tsx';
import { nameOf } from '../parts/names.ts';
import { Player } from './player.tsx';
import type { Looked } from './quality-desk.ts';

/** A conversation as it happened, and the review of one session of it. */
export function ReplayScreen({ looked }: { readonly looked: Looked }) {
  const { desk, t } = useDesk();
  const { quality } = desk;
  const locale = desk.locale.value;
  // Another language tells the rules by other names.
  useEffect(() => void quality.open(), [quality, looked, locale]);
  const replay = quality.replay.value;
  const failed = quality.replayState.value === 'failed';
  const whole = replay && replay !== 'gone' ? replay : undefined;
  const session = whole?.sessions.find(({ k }) => k === looked.k);
  const shopper = whole?.events.find(({ from }) => from.role === 'shopper')?.from;
  return (
    <main class="numbers quality" id="conversation" aria-labelledby="replay-title" tabIndex={-1}>
      <LinkBanner />
      <header class="numbers-head">
        <h1 id="replay-title">
          {t('quality.replay')}
          {shopper && `: ${nameOf({ ...shopper, name: shopper.name ?? whole?.name }, t)}`}
        </h1>
        <p role="status">
          {quality.replayState.value === 'loading' && t('quality.loading')}
          {failed && t('quality.failed')}
          {(replay === 'gone' || (whole && !session)) && t('quality.gone')}
        </p>
        <span class="spring" />
        {failed && (
          <button type="button" class="button" onClick={() => void quality.open()}>
            {t('numbers.again')}
          </button>
        )}
        {whole && (
          <button
            type="button"
            class="button"
            onClick={() => {
              desk.select(whole.conversation);
              desk.place.value = 'talks';
            }}
          >
            {t('quality.open')}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            quality.looked.value = null;
          }}
        >
          {t('quality.back')}
        </button>
      </header>
      {whole && session && <Player key={`${whole.conversation} ${session.k}`} replay={whole} session={session} />}
    </main>
  );
}
