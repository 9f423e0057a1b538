import { hasEnded, isStopped } from './fold-ticket.ts';
import type { OpenHours } from './open-hours.ts';
import type { Ticket } from './ticket.ts';

const HOUR_MS = 3_600_000;
/** Of the time that is given, from here on it is short. */
const WARN = 0.8;

/** How a ticket stands to its promise. */
export interface Due {
  /** When it is due, milliseconds since 1970; while its clock stands, if that went on now. */
  readonly at: number;
  readonly is: 'met' | 'missed' | 'late' | 'soon' | 'stopped' | 'running';
}

/**
 * Due is the opening plus the open hours that are given and those in which the clock stood. Computed from the log when it
 * is asked for, so that changed hours and pauses always count.
 */
export function dueOf(ticket: Ticket, hours: OpenHours, now: number): Due {
  const until = ticket.endedAt ?? now;
  const paused = ticket.pauses.reduce((sum, { from, to = until }) => sum + hours.between(from, to), 0);
  const given = ticket.dueHours * HOUR_MS;
  const at = hours.add(ticket.openedAt, given + paused);
  if (hasEnded(ticket.state)) return { at, is: until <= at ? 'met' : 'missed' };
  if (isStopped(ticket.state)) return { at, is: 'stopped' };
  if (now >= at) return { at, is: 'late' };
  const used = hours.between(ticket.openedAt, now) - paused;
  return { at, is: used >= WARN * given ? 'soon' : 'running' };
}
