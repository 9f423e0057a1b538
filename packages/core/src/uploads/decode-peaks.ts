/** As much of a decoded sound as is needed; an `AudioBuffer` is one. */
export interface Sound {
  /** In seconds. */
  readonly duration: number;
  readonly numberOfChannels: number;
  getChannelData(channel: number): Float32Array;
}

/** What decodes sound: an `OfflineAudioContext`, or an `AudioContext`. */
export interface SoundContext {
  decodeAudioData(bytes: ArrayBuffer): Promise<Sound>;
}

/** How a recording is drawn before anybody plays it. */
export interface Peaks {
  /** Length in milliseconds. */
  readonly ms: number;
  /** Loudness of equal pieces, 0 … 1 in steps of a hundredth; the loudest is 1 unless there is silence. */
  readonly bars: readonly number[];
}

/** Bars of a recording: as many as a bubble has place for. */
const BARS = 48;

/** The loudest sample of each of `count` equal pieces, over all channels, beside the loudest of all. */
export function peaksOf(channels: readonly Float32Array[], count: number): readonly number[] {
  const length = Math.max(0, ...channels.map((channel) => channel.length));
  const pieces = Math.min(count, length);
  const peaks = Array.from({ length: pieces }, (_, n) => {
    const end = Math.floor(((n + 1) * length) / pieces);
    let peak = 0;
    for (const channel of channels)
      for (let at = Math.floor((n * length) / pieces); at < end; at++)
        peak = Math.max(peak, Math.abs(channel[at] ?? 0));
    return peak;
  });
  const loudest = Math.max(0, ...peaks);
  return peaks.map((peak) => (loudest > 0 ? Math.round((peak / loudest) * 100) / 100 : 0));
}

/** Decodes a recording for its length and its bars. Rejects where the browser cannot decode it. */
export async function decodePeaks(bytes: Uint8Array, context: SoundContext, count: number = BARS): Promise<Peaks> {
  // A copy: decoding takes the buffer away from whoever holds it.
  const sound = await context.decodeAudioData(new Uint8Array(bytes).buffer);
  const channels = Array.from({ length: sound.numberOfChannels }, (_, n) => sound.getChannelData(n));
  return { ms: Math.round(sound.duration * 1_000), bars: peaksOf(channels, count) };
}
