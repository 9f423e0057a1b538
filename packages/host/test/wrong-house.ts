import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Frame, Meddling } from './house-of-glass.ts';

/** A house with one fault, and the only cases that may notice it. */
export interface WrongHouse {
  readonly fault: string;
  /** Made anew for every run: what it keeps outlives links and crashes. */
  readonly make: () => Meddling;
  readonly fails: readonly string[];
}

/** The events that a frame carries. */
export const eventsOf = (frame: Frame): readonly ChatEvent[] => (frame['events'] ?? []) as readonly ChatEvent[];
/** Whether events of the log come with it. */
export const carries = ({ t }: Frame): boolean => t === 'events' || t === 'reset';
/** Whether it refuses with this code. */
export const isNack = (frame: Frame, code: string): boolean => frame.t === 'nack' && frame['code'] === code;

/** Changes the frames of one type on their way down. */
export const onDown =
  (change: (frame: Frame) => readonly Frame[]): (() => Meddling) =>
  () =>
  () => ({ down: change });

/** Changes frames on their way up. */
export const onUp =
  (change: (frame: Frame) => readonly Frame[]): (() => Meddling) =>
  () =>
  () => ({ up: change });

/** The frame but for one field. */
export const without = (frame: Frame, field: string): Frame => {
  const { [field]: _, ...rest } = frame;
  return rest as Frame;
};
