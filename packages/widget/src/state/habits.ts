import { flagName, type Memory } from './consent.ts';

/** How many emoji, and how many stickers, are remembered. */
const KEPT = 9;

/** Stands before the name of a sticker; an emoji stands as itself. */
const STICKER = ':';
/** The shopper wants no sound. */
const MUTE = '#mute';

const isEmoji = (habit: string): boolean => !/^[:#]/.test(habit);
const isSticker = (habit: string): boolean => habit.startsWith(STICKER);

/** Emoji used last, newest first. */
export const recentEmoji = ({ habits }: Memory): readonly string[] => habits.value.filter(isEmoji);

/** Names of the stickers used last, newest first. */
export const recentStickers = ({ habits }: Memory): readonly string[] =>
  habits.value.filter(isSticker).map((habit) => habit.slice(STICKER.length));

const used = (memory: Memory, habit: string, alike: (habit: string) => boolean): void => {
  const others = memory.habits.peek().filter((each) => each !== habit);
  const kept = [habit, ...others.filter(alike)].slice(0, KEPT);
  memory.setHabits([...kept, ...others.filter((each) => !alike(each))]);
};

export const noteEmoji = (memory: Memory, emoji: string): void => used(memory, emoji, isEmoji);
export const noteSticker = (memory: Memory, name: string): void => used(memory, STICKER + name, isSticker);

/** Takes over what other tabs of this browser note, such as that the shopper wants no sound; the answer ends it. */
export function followHabits(memory: Memory, shop: string): () => void {
  const listener = ({ key, newValue }: StorageEvent) => {
    if (key === flagName(shop) && newValue !== null) memory.setHabits(newValue.split(' ').slice(1));
  };
  addEventListener('storage', listener);
  return () => removeEventListener('storage', listener);
}

/** Whether the shopper wants no sound. */
export const isMuted = ({ habits }: Memory): boolean => habits.value.includes(MUTE);

export function setMuted(memory: Memory, muted: boolean): void {
  const others = memory.habits.peek().filter((habit) => habit !== MUTE);
  memory.setHabits(muted ? [...others, MUTE] : others);
}
