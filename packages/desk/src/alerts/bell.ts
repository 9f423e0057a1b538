import { type ReadonlySignal, signal } from '@preact/signals';

/** The sound of the desk. */
export interface Bell {
  /** `blocked` until somebody has pressed something on the page: browsers allow sound only then. */
  readonly state: ReadonlySignal<'on' | 'off' | 'blocked'>;
  /** Makes the sound, where it is on and allowed. */
  ring(): void;
  /** Switches it on, which a press is needed for, or off. Switched on, it sounds once. */
  toggle(): void;
}

/** Where the choice is kept. */
export type BellStorage = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'xiaoer-desk-sound';
/** Two strokes: a small third down, soft at both ends. Hertz, and seconds after the first. */
const STROKES = [
  { pitch: 880, after: 0 },
  { pitch: 659, after: 0.14 },
] as const;
const SECONDS = 0.34;
const LOUD = 0.14;

function strike(context: AudioContext): void {
  for (const { pitch, after } of STROKES) {
    const start = context.currentTime + after;
    const tone = new OscillatorNode(context, { frequency: pitch, type: 'sine' });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUD, start + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + SECONDS);
  }
}

/** A press on what carries this attribute is the bell's own switch, and does not switch it on by itself. */
export const BELL_SWITCH = 'data-bell';

/** A bell of Web Audio, for which no file is loaded. The first press on the page lets it sound. */
export function createBell(storage: BellStorage, page: EventTarget, open: () => AudioContext): Bell {
  let context: AudioContext | undefined;
  const state = signal<'on' | 'off' | 'blocked'>(storage.getItem(KEY) === 'off' ? 'off' : 'blocked');

  const look = () => {
    if (state.peek() !== 'off') state.value = context?.state === 'running' ? 'on' : 'blocked';
  };
  const start = async () => {
    context ??= open();
    context.onstatechange = look;
    try {
      await context.resume();
    } catch {
      // Not allowed yet: the next press tries again.
    }
    look();
  };
  const keep = (value: string) => {
    try {
      storage.setItem(KEY, value);
    } catch {
      // A full storage forgets the choice; the sound goes on as it is.
    }
  };
  const onPress = ({ target }: Event) => {
    if (target instanceof Element && target.closest(`[${BELL_SWITCH}]`)) return;
    if (state.peek() === 'blocked') void start();
  };
  for (const event of ['pointerdown', 'keydown']) page.addEventListener(event, onPress, { passive: true });

  return {
    state,
    ring() {
      if (state.peek() === 'on' && context) strike(context);
    },
    toggle() {
      if (state.peek() === 'on') {
        state.value = 'off';
        keep('off');
        return;
      }
      keep('on');
      state.value = 'blocked';
      void start().then(() => {
        if (state.peek() === 'on' && context) strike(context);
      });
    },
  };
}
