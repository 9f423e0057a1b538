import { isSafeUrl, type VoiceBody } from '@xiaoer/core/protocol';
import { Bubble } from './bubble.tsx';
import { PAUSE, PLAY } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { useSound } from './use-sound.ts';

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** Bars of a recording without any: a quiet line. */
const QUIET: readonly number[] = Array.from({ length: 32 }, () => 0);

/** A recording: play, loudness bars to seek in, time, and its words below. */
export function Voice({ item, body, context }: RendererProps<VoiceBody>) {
  const { t } = context;
  const { state, place, seconds, levels, toggle, seek } = useSound(body, context, item);
  const whole = Math.round(seconds);
  const bars = (levels.length > 0 ? levels : QUIET).slice(0, 40);
  const moved = state === 'playing' || place > 0;
  return (
    <>
      <Bubble item={item} reader={context.reader}>
        <fieldset class="c-row c-middle c-voice" aria-label={t('media.voice', { n: whole })}>
          <button
            type="button"
            class="c-play"
            aria-label={t(state === 'playing' ? 'media.pause' : state === 'loading' ? 'media.loading' : 'media.play')}
            aria-busy={state === 'loading' || undefined}
            disabled={!isSafeUrl(body.url)}
            onClick={toggle}
          >
            {state === 'loading' ? (
              <span class="c-strokes" aria-hidden="true" />
            ) : (
              <Icon path={state === 'playing' ? PAUSE : PLAY} />
            )}
          </button>
          <span class="c-track-of">
            <input
              type="range"
              class="c-seek"
              min={0}
              max={Math.max(0.1, seconds)}
              step={0.1}
              value={place}
              aria-label={t('media.seek')}
              aria-valuetext={t('media.at', { at: clock(place), all: clock(whole) })}
              disabled={!isSafeUrl(body.url)}
              onInput={(event) => seek(Number(event.currentTarget.value))}
              onKeyDown={(event) => {
                // A tenth of a second a press is no seeking.
                const step = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[event.key];
                if (step === undefined) return;
                event.preventDefault();
                seek(Math.min(seconds, Math.max(0, place + step)));
              }}
            />
            <span class="c-wave" aria-hidden="true">
              {bars.map((bar, n) => (
                <i
                  key={n}
                  data-past={moved && (n + 0.5) / bars.length <= place / seconds}
                  data-ahead={moved && (n + 0.5) / bars.length > place / seconds}
                  style={{ height: `${Math.round(10 + 90 * Math.min(1, Math.max(0, bar)))}%` }}
                />
              ))}
            </span>
          </span>
          <span class="c-figures">{clock(moved ? place : whole)}</span>
        </fieldset>
        {state === 'failed' && <Refusal text={t('media.gone')} />}
      </Bubble>
      {body.transcript && (
        <p class="c-sub c-transcript">
          <span class="c-hidden">{t('media.transcript')}: </span>
          <bdi>{body.transcript}</bdi>
        </p>
      )}
    </>
  );
}
