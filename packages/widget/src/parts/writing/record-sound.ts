/** The longest recording, in milliseconds: five minutes are far below what one file may have. */
export const LONGEST_MS = 5 * 60_000;

/** How many bars a recording is sent with. */
const BARS = 40;

/** What browsers record, best first; the server takes all of them. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

const typeFor = () => TYPES.find((type) => MediaRecorder.isTypeSupported(type));

/** Whether this page can record: it is secure and the browser records something that the server takes. */
export const CAN_RECORD: boolean =
  typeof MediaRecorder === 'function' && !!globalThis.navigator?.mediaDevices && typeFor() !== undefined;

/** What was recorded. */
export interface Recorded {
  readonly content: Blob;
  readonly ms: number;
  /** Loudness, 0 … 1, the loudest 1. */
  readonly bars: readonly number[];
}

/** A recording under way. */
export interface Recording {
  /** Its length until now, in milliseconds. */
  ms(): number;
  /** Notes how loud it is now, and gives that: 0 … 1. */
  listen(): number;
  /** Ends it and lets the microphone go. */
  stop(): Promise<Recorded>;
  /** Lets the microphone go and forgets what was heard. */
  cancel(): void;
}

/** Many levels as `count` bars, each the loudest of its stretch, the loudest of all 1. */
export function barsOf(levels: readonly number[], count = BARS): readonly number[] {
  const bars = Math.min(count, levels.length);
  const loudest = Math.max(0.01, ...levels);
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * levels.length) / bars);
    const to = Math.floor(((bar + 1) * levels.length) / bars);
    return Math.max(...levels.slice(from, to)) / loudest;
  });
}

/** Starts recording. Rejects where the shopper does not allow the microphone or there is none. */
export async function recordSound(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const type = typeFor();
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const levels: number[] = [];
  const pieces: Blob[] = [];
  const since = performance.now();
  const release = () => {
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.start();
  const ms = () => performance.now() - since;
  return {
    ms,
    listen() {
      analyser.getFloatTimeDomainData(samples);
      const level = samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
      levels.push(level);
      return level;
    },
    stop: () =>
      new Promise((resolve) => {
        const length = Math.round(ms());
        recorder.onstop = () => {
          release();
          resolve({ content: new Blob(pieces, { type: recorder.mimeType }), ms: length, bars: barsOf(levels) });
        };
        recorder.stop();
      }),
    cancel() {
      recorder.onstop = release;
      recorder.stop();
    },
  };
}
