import { isSafeUrl, type VoiceBody } from '@xiaoer/core/protocol';
import { useRef, useState } from 'preact/hooks';
import { Bubble } from './bubble.tsx';
import { PAUSE, PLAY } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import type { RendererProps } from './renderer.ts';

/** A recording: play, loudness bars, length, and its words below. Nothing is fetched before it is played. */
export function Voice({ item, body, context }: RendererProps<VoiceBody>) {
  const { t } = context;
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const seconds = Math.round(body.ms / 1000);
  const toggle = () => {
    const sound = audio.current;
    if (!sound) return;
    if (playing) sound.pause();
    else sound.play().catch(() => setPlaying(false));
  };
  return (
    <>
      <Bubble item={item} reader={context.reader}>
        <div class="c-row c-middle c-voice">
          <span class="c-hidden">{t('media.voice', { n: seconds })}</span>
          <button
            type="button"
            class="c-play"
            aria-label={t(playing ? 'media.pause' : 'media.play')}
            disabled={!isSafeUrl(body.url)}
            onClick={toggle}
          >
            <Icon path={playing ? PAUSE : PLAY} />
          </button>
          <span class="c-wave" aria-hidden="true">
            {body.bars?.slice(0, 40).map((bar, n) => (
              <i key={n} style={{ height: `${Math.round(10 + 90 * Math.min(1, Math.max(0, bar)))}%` }} />
            ))}
          </span>
          <span class="c-figures">
            {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
          </span>
        </div>
        {isSafeUrl(body.url) && (
          // biome-ignore lint/a11y/useMediaCaption: its words stand below as text.
          <audio
            ref={audio}
            src={body.url}
            preload="none"
            onPlay={() => setPlaying(true)}
            onPause={() => setPlaying(false)}
            onEnded={() => setPlaying(false)}
          />
        )}
      </Bubble>
      {body.transcript && (
        <p class="c-sub c-transcript" dir="auto">
          {body.transcript}
        </p>
      )}
    </>
  );
}
