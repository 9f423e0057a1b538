import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../content/icon.tsx';
import { SEND } from '../../content/icon-paths.ts';
import type { Composer } from '../composer.tsx';
import { MIC, TRASH } from '../extra-icon-paths.ts';
import { shellPart } from '../shell-part.tsx';
import { Tool } from '../tool.tsx';
import { useSignal } from '../use-signal.ts';
import { attach } from './attach-files.ts';
import { CAN_RECORD, LONGEST_MS, type Recording, recordSound } from './record-sound.ts';

/** How often the level is drawn, in milliseconds. */
const DRAW_MS = 100;

/** Bars in sight while one speaks. */
const SEEN = 32;

/** Shorter than this it was a press by mistake, in milliseconds. */
const SHORTEST_MS = 500;

const clock = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;

/** What stands in the place of the send button while nothing is written, where this page can record and a server takes it. */
export const recordButton = ({ shell, above }: Composer, text: string) =>
  CAN_RECORD && !text && !shell.options.value.knowledge ? (
    <Tool
      name={shell.words.value.t('voice.record')}
      onPress={() => {
        above.value = 'recorder';
      }}
    >
      <Icon path={MIC} />
    </Tool>
  ) : undefined;

/** Records in the place of the field: what is heard as bars, the time, throw away, send. */
export const Recorder = shellPart((shell, { composer }: { readonly composer: Composer }) => {
  const { t } = shell.words.value;
  const recording = useRef<Recording>(undefined);
  const send = useRef<HTMLButtonElement>(null);
  const levels = useSignal<readonly number[]>([]);
  const ms = useSignal(0);

  const close = () => {
    composer.above.value = null;
    // The field is drawn again before it can take the focus.
    setTimeout(() => composer.field.current?.focus());
  };
  const finish = async () => {
    const done = recording.current;
    recording.current = undefined;
    if (!done) return;
    if (done.ms() < SHORTEST_MS) {
      done.cancel();
      shell.problem.value = 'voice.short';
      return close();
    }
    const { content, ms: length, bars } = await done.stop();
    close();
    await attach(composer, [{ content, options: { kind: 'voice', ms: length, bars } }]);
  };

  // Before anybody can press Escape, which would close the panel from elsewhere.
  useLayoutEffect(() => send.current?.focus(), []);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    let ended = false;
    shell.problem.value = null;
    recordSound().then(
      (begun) => {
        // Closed while the browser asked for the microphone.
        if (ended) return begun.cancel();
        recording.current = begun;
        timer = setInterval(() => {
          levels.value = [...levels.value, begun.listen()].slice(-SEEN);
          ms.value = begun.ms();
          if (ms.value >= LONGEST_MS) void finish();
        }, DRAW_MS);
      },
      () => {
        shell.problem.value = 'voice.refused';
        close();
      },
    );
    return () => {
      ended = true;
      clearInterval(timer);
      recording.current?.cancel();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set would have a frame of its own.
    <div
      class="recorder"
      role="group"
      aria-label={t('voice.recording')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <Tool name={t('voice.discard')} onPress={close}>
        <Icon path={TRASH} />
      </Tool>
      <span class="heard" aria-hidden="true">
        {Array.from({ length: SEEN }, (_, n) => (
          <i key={n} style={{ height: `${Math.round(8 + 92 * (levels.value.at(n - SEEN) ?? 0))}%` }} />
        ))}
      </span>
      <span class="took" role="timer">
        {clock(ms.value)}
      </span>
      <button
        ref={send}
        type="button"
        class="tool send"
        part="send"
        aria-label={t('voice.send')}
        title={t('voice.send')}
        onClick={() => void finish()}
      >
        <Icon path={SEND} />
      </button>
    </div>
  );
});
