/** Two soft notes, a fourth apart, in Hz. */
const NOTES = [660, 880];
/** Seconds of one note, and how loud it is, 0 … 1. */
const LENGTH = 0.18;
const LOUD = 0.08;

let context: AudioContext | undefined;

/** Plays the sound of a new message. Silent where the browser allows none before somebody has pressed something. */
export function playChime(): void {
  if (typeof AudioContext !== 'function') return;
  context ??= new AudioContext();
  if (context.state !== 'running') void context.resume().catch(() => {});
  for (const [n, frequency] of NOTES.entries()) {
    const begin = context.currentTime + n * LENGTH * 0.7;
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUD, begin + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.001, begin + LENGTH);
    gain.connect(context.destination);
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(gain);
    tone.start(begin);
    tone.stop(begin + LENGTH);
  }
}
