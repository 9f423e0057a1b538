import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icon.tsx';
import { duration } from '../state/clock.ts';
import type { Moment } from './moments-of.ts';
import { type Playback, SPEEDS } from './use-playback.ts';

/** Marks on the line of time: each event, and higher each finding. */
function Marks({ moments, length }: { readonly moments: readonly Moment[]; readonly length: number }) {
  return (
    <svg class="marks" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {moments.map(({ seq, at, findings }) => (
        <path
          key={seq}
          class={findings.length > 0 ? 'mark-finding' : 'mark-event'}
          d={`M${(1_000 * at) / Math.max(1, length)} ${findings.length > 0 ? 0 : 5}V10`}
        />
      ))}
    </svg>
  );
}

/** What drives a replay. */
export function PlayerBar(props: {
  readonly playback: Playback;
  readonly moments: readonly Moment[];
  readonly length: number;
  readonly next: () => void;
  readonly previous: () => void;
  readonly nextFinding: () => void;
}) {
  const { t } = useDesk();
  const { playback, moments, length, next, previous, nextFinding } = props;
  const { at, playing, speed } = playback;
  const where = t('quality.at', { time: duration(at), all: duration(length) });
  return (
    <div class="player-bar">
      <button type="button" class="button main" aria-keyshortcuts="Space" onClick={playback.toggle}>
        <Icon name={playing ? 'pause' : 'play'} />
        {t(playing ? 'quality.pause' : 'quality.play')}
      </button>
      <button type="button" class="button" aria-keyshortcuts="ArrowLeft" onClick={previous}>
        {t('quality.previous')}
      </button>
      <button type="button" class="button" aria-keyshortcuts="ArrowRight" onClick={next}>
        {t('quality.next')}
      </button>
      {moments.some(({ findings }) => findings.length > 0) && (
        <button type="button" class="button" aria-keyshortcuts="F" onClick={nextFinding}>
          {t('quality.nextFinding')}
        </button>
      )}
      <fieldset class="views">
        <legend class="sr">{t('quality.speed')}</legend>
        {SPEEDS.map((n) => (
          <button key={n} type="button" aria-pressed={speed === n} onClick={() => playback.setSpeed(n)}>
            {t('quality.times', { n })}
          </button>
        ))}
      </fieldset>
      <span class="count">{where}</span>
      <div class="player-line">
        <Marks moments={moments} length={length} />
        <input
          type="range"
          min={0}
          max={length}
          step="any"
          value={at}
          aria-label={t('quality.place')}
          aria-valuetext={where}
          onInput={(event) => playback.seek(Number(event.currentTarget.value))}
        />
      </div>
    </div>
  );
}
