/** How many bars a recording is drawn with. */
export const BARS = 40;

/** A recording that was decoded. */
export interface Sound {
  readonly seconds: number;
  /** Loudness, {@link BARS} values 0 … 1, the loudest 1. */
  readonly levels: readonly number[];
  /** Plays from a place, in seconds; whatever else plays on the page's cards stops. `ended` once it stops by itself or for another. */
  play(from: number, ended: () => void): void;
  /** Stops, and gives the place in seconds. */
  pause(): number;
  /** Where it is, in seconds. */
  at(): number;
}

/** The loudest sample of every stretch, as share of the loudest of all. */
export function levelsOf(samples: Float32Array, bars = BARS): readonly number[] {
  const stretch = Math.max(1, Math.floor(samples.length / bars));
  const peaks = Array.from({ length: bars }, (_, bar) => {
    let peak = 0;
    const end = Math.min(samples.length, (bar + 1) * stretch);
    for (let n = bar * stretch; n < end; n++) peak = Math.max(peak, Math.abs(samples[n] as number));
    return peak;
  });
  const loudest = Math.max(...peaks);
  return loudest > 0 ? peaks.map((peak) => peak / loudest) : peaks;
}

let output: AudioContext | undefined;
let stopOther: (() => void) | undefined;

/** Fetches and decodes a recording. Rejects when it cannot be had or is not sound. */
export async function openSound(address: string): Promise<Sound> {
  output ??= new AudioContext();
  const context = output;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`xiaoer: the recording cannot be fetched (${response.status})`);
  const buffer = await context.decodeAudioData(await response.arrayBuffer());
  let playing: { readonly node: AudioBufferSourceNode; readonly since: number } | undefined;
  const at = () => (playing ? Math.min(buffer.duration, context.currentTime - playing.since) : 0);
  const stop = (): number => {
    const place = at();
    const { node } = playing ?? {};
    playing = undefined;
    node?.stop();
    return place;
  };
  return {
    seconds: buffer.duration,
    levels: levelsOf(buffer.getChannelData(0)),
    play(from, ended) {
      stopOther?.();
      void context.resume();
      const node = new AudioBufferSourceNode(context, { buffer });
      node.connect(context.destination);
      const run = { node, since: context.currentTime - from };
      playing = run;
      const finish = () => {
        if (stopOther === finish) stopOther = undefined;
        if (playing === run) stop();
        ended();
      };
      stopOther = finish;
      node.onended = () => playing === run && finish();
      node.start(0, from);
    },
    pause() {
      stopOther = undefined;
      return stop();
    },
    at,
  };
}
