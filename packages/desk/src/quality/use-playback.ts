import { useCallback, useEffect, useState } from 'preact/hooks';

/** How fast a replay goes. */
export const SPEEDS = [1, 4, 16] as const;

/** One of {@link SPEEDS}. */
export type Speed = (typeof SPEEDS)[number];

const TICK_MS = 100;

/** Where a replay is, and what can be done with it. */
export interface Playback {
  /** Milliseconds since the beginning. */
  readonly at: number;
  readonly playing: boolean;
  readonly speed: Speed;
  toggle(): void;
  seek(at: number): void;
  setSpeed(speed: Speed): void;
  /** The next speed, from the fastest back to the slowest. */
  turnSpeed(): void;
}

/** Plays `length` milliseconds in their own time, from the beginning; at the end it stops. */
export function usePlayback(length: number): Playback {
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  useEffect(() => {
    if (!playing) return;
    let before = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = (now - before) * speed;
      before = now;
      setAt((place) => Math.min(length, place + passed));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [playing, speed, length]);
  useEffect(() => {
    if (at >= length) setPlaying(false);
  }, [at, length]);
  const seek = useCallback((place: number) => setAt(Math.min(length, Math.max(0, place))), [length]);
  return {
    at,
    playing,
    speed,
    toggle() {
      if (!playing && at >= length) setAt(0);
      setPlaying(!playing);
    },
    seek,
    setSpeed,
    turnSpeed: () => setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1),
  };
}
