import type { TimelineItem } from '@xiaoer/core';
import type { VoiceBody } from '@xiaoer/core/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardContext } from './card-context.ts';
import type { Sound } from './sound.ts';
import { openFile } from './use-file-link.ts';

/** How often the place is drawn, in milliseconds. */
const DRAW_MS = 100;

/** The player of one recording. Nothing is fetched before it is played. */
export function useSound(body: VoiceBody, context: CardContext, item: TimelineItem) {
  const sound = useRef<Sound>(undefined);
  const [state, setState] = useState<'rest' | 'loading' | 'playing' | 'failed'>('rest');
  const [place, setPlace] = useState(0);
  const seconds = sound.current?.seconds ?? body.ms / 1000;

  useEffect(() => {
    if (state !== 'playing') return;
    const timer = setInterval(() => setPlace(sound.current?.at() ?? 0), DRAW_MS);
    return () => clearInterval(timer);
  }, [state]);
  useEffect(() => () => void sound.current?.pause(), []);

  const playFrom = (from: number) => {
    setState('playing');
    sound.current?.play(from, () => {
      setState('rest');
      setPlace(0);
    });
  };
  const open = async () => {
    setState('loading');
    try {
      const link = await openFile(body.url, context, item);
      if (link === undefined) return setState('failed');
      const { openSound } = await import('./sound.ts');
      sound.current = await openSound(link);
      playFrom(place);
    } catch {
      setState('failed');
    }
  };
  return {
    state,
    place: Math.min(place, seconds),
    seconds,
    levels: sound.current?.levels ?? body.bars ?? [],
    toggle() {
      if (state === 'loading') return;
      if (state === 'playing') {
        setPlace(sound.current?.pause() ?? 0);
        setState('rest');
      } else if (sound.current) playFrom(place);
      else void open();
    },
    seek(to: number) {
      setPlace(to);
      if (state === 'playing') playFrom(to);
    },
  };
}
