import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { isComposing } from '../keys.ts';
import { duration } from '../state/clock.ts';
import { MomentEntry } from './moment-entry.tsx';
import { momentsOf, waitingAt } from './moments-of.ts';
import { PlayerBar } from './player-bar.tsx';
import type { Judged, Replay } from './quality-api.ts';
import { ReviewForm } from './review-form.tsx';
import { usePlayback } from './use-playback.ts';

/** Where keys write, or do something of their own. */
const FIELDS = 'input:not([type=range]), textarea, select, button, summary, a, dialog';

/** Plays a conversation in its own time, from where the session began, with the review beside it. */
export function Player({ replay, session }: { readonly replay: Replay; readonly session: Judged }) {
  const { t } = useDesk();
  const moments = useMemo(() => momentsOf(replay), [replay.events, replay.sessions]);
  const length = moments.at(-1)?.at ?? 0;
  const playback = usePlayback(length);
  const { at, seek } = playback;
  const box = useRef<HTMLElement>(null);
  const shown = moments.filter((one) => one.at <= at);
  const waits = at < length ? waitingAt(moments, at) : undefined;

  const next = () => {
    const after = moments.find((one) => one.at > at);
    if (after) seek(after.at);
  };
  const previous = () => seek(moments.filter((one) => one.at < at).at(-1)?.at ?? 0);
  const nextFinding = () => {
    const found = moments.filter(({ findings }) => findings.length > 0);
    const after = found.find((one) => one.at > at) ?? found[0];
    if (after) seek(after.at);
  };
  const go = (seq: number) => {
    const moment = moments.find((one) => one.seq === seq);
    if (moment) seek(moment.at);
  };

  useEffect(() => {
    const first = replay.events[0]?.at ?? 0;
    seek(session.start - first);
  }, [replay.events, session.start, seek]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (event.defaultPrevented || isComposing(event) || held) return;
      if (target instanceof Element && target.closest(FIELDS)) return;
      const does: Readonly<Record<string, () => void>> = {
        ' ': playback.toggle,
        ArrowRight: next,
        ArrowLeft: previous,
        f: nextFinding,
        v: playback.turnSpeed,
      };
      const run = does[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    // Before the keys of the page: here an arrow goes through the replay, and a letter to no other room.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  });

  useLayoutEffect(() => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [shown.length]);

  return (
    <div class="replay">
      <section class="number-card player" aria-label={t('quality.replay')}>
        <PlayerBar
          playback={playback}
          moments={moments}
          length={length}
          next={next}
          previous={previous}
          nextFinding={nextFinding}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard. */}
        <section class="player-scroll" ref={box} tabIndex={0} aria-label={t('talk.messages')}>
          <ol class="entries">
            {shown.map((moment) => (
              <MomentEntry key={moment.item.key} moment={moment} names={replay.names} />
            ))}
          </ol>
          {waits !== undefined && <p class="waits">{t('quality.waits', { time: duration(waits) })}</p>}
        </section>
        <p class="nothing">
          {t('quality.keys')} {t('quality.untyped')}
        </p>
      </section>
      <ReviewForm replay={replay} session={session} go={go} />
    </div>
  );
}
