import type { Findings } from './findings.ts';
import type { Logbook } from './logbook.ts';

/** Places that a frame shows to have been visited, by what it contains. */
const SIGNS: readonly (readonly [sign: string, place: string])[] = [
  ['"code":"out-of-order"', 'out-of-order nack'],
  ['"code":"use"', 'use nack'],
  ['"code":"conversation-closed"', 'conversation-closed nack'],
  ['"code":"rate"', 'rate nack'],
  ['"code":"internal"', 'internal nack'],
  ['"code":"serving-changed"', 'serving-changed nack'],
  ['"code":"not-found"', 'rejected op'],
  ['"code":"token-expired"', 'token expired'],
  ['"code":"token-invalid"', 'token refused'],
  ['"t":"auth-soon"', 'auth-soon'],
  ['"t":"goaway"', 'goaway'],
  ['<html>', 'captive portal'],
];

const QUIET: ReadonlySet<string | undefined> = new Set(['events', 'signal', 'ping', 'welcome']);

const HEAD = '{"t":"';
const typeOf = (frame: string): string | undefined =>
  frame.startsWith(HEAD) ? frame.slice(HEAD.length, frame.indexOf('"', HEAD.length)) : undefined;

/** Counts what frames tell of the places that a run visited. */
export function createReach({ reach }: Findings, logbook: Logbook): (frame: string, up: boolean) => void {
  const repeated = new Set<string>();
  const epochs = new Map<string, string>();
  return (frame, up) => {
    const type = typeOf(frame);
    if (up) {
      if (type !== 'append') return;
      const id = /"id":"([^"]+)"/.exec(frame)?.[1] ?? '';
      if (logbook.place(id)) repeated.add(id);
      return;
    }
    if (type === 'ack') {
      const id = /"id":"([^"]+)"/.exec(frame)?.[1] ?? '';
      if (repeated.delete(id)) reach('duplicate ack');
    } else if (type === 'reset') {
      const conversation = /"conversation":"([^"]+)"/.exec(frame)?.[1] ?? '';
      const epoch = /"epoch":"([^"]+)"/.exec(frame)?.[1] ?? '';
      const before = epochs.get(conversation);
      if (before !== undefined && before !== epoch) reach('reset by epoch');
      else if (!/"first":1[,}]/.test(frame)) reach('reset by retention');
      else if (before === undefined) reach('first page by reset');
      epochs.set(conversation, epoch);
    } else if (!QUIET.has(type)) for (const [sign, place] of SIGNS) if (frame.includes(sign)) reach(place);
  };
}
