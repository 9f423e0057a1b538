import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { isObject } from '@xiaoer/core/protocol';
import type { MerchantPorts } from '../merchant-desk.ts';

/** One line of the audit log. */
export interface AuditLine {
  readonly n: number;
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly detail?: string | undefined;
}

/** Which lines are wanted; '' for all. Days as `2026-11-22`. */
export interface AuditFilter {
  readonly who: string;
  readonly what: string;
  readonly from: string;
  /** Its last day. */
  readonly to: string;
  /** A shopper, by what the shop calls them. */
  readonly shopper: string;
  /** A shopper by the name that they have in the log alone. */
  readonly about: string;
}

/** Nothing left out. */
export const ALL_LINES: AuditFilter = { who: '', what: '', from: '', to: '', shopper: '', about: '' };

/** The audit log as the page shows it. */
export interface AuditDesk {
  readonly filter: Signal<AuditFilter>;
  readonly lines: ReadonlySignal<readonly AuditLine[]>;
  readonly more: ReadonlySignal<boolean>;
  /** Names of people at the desk by their ids, also of those who were taken away. */
  readonly names: ReadonlySignal<Readonly<Record<string, string>>>;
  readonly state: ReadonlySignal<'asking' | 'here' | 'prove' | 'failed'>;
  /** The newest lines, or the ones below those that are shown. */
  load(older?: boolean): Promise<void>;
  /** Where they can be saved from as CSV. */
  csv(): string;
}

const DAY_MS = 86_400_000;
/** Midnight of a day where one is. */
const midnight = (day: string): number => new Date(`${day}T00:00`).getTime();

/** The question for these lines. */
export function queryOf({ from, to, ...rest }: AuditFilter, before?: number): string {
  const span = {
    from: from === '' ? '' : String(midnight(from)),
    // A day may have 23 or 25 hours: midnight of the day after is looked up, not added.
    to: to === '' ? '' : String(new Date(midnight(to) + 1.5 * DAY_MS).setHours(0, 0, 0, 0)),
    before: before === undefined ? '' : String(before),
  };
  return new URLSearchParams(Object.entries({ ...rest, ...span }).filter(([, value]) => value !== '')).toString();
}

/** Asks the server for lines of the audit log. */
export function createAuditDesk({ ask }: MerchantPorts): AuditDesk {
  const filter = signal(ALL_LINES);
  const lines = signal<readonly AuditLine[]>([]);
  const more = signal(false);
  const names = signal<Readonly<Record<string, string>>>({});
  const state = signal<'asking' | 'here' | 'prove' | 'failed'>('asking');
  let asked = 0;

  return {
    filter,
    lines,
    more,
    names,
    state,
    csv: () => `/desk/api/audit.csv?${queryOf(filter.value)}`,
    async load(older = false) {
      asked += 1;
      const mine = asked;
      const kept = older ? lines.peek() : [];
      state.value = 'asking';
      try {
        const answer = await ask(`/desk/api/audit?${queryOf(filter.peek(), kept.at(-1)?.n)}`);
        const body: unknown = await answer.json();
        if (mine !== asked) return;
        if (!answer.ok || !isObject(body) || !Array.isArray(body['entries'])) {
          state.value = isObject(body) && body['code'] === 'prove' ? 'prove' : 'failed';
          return;
        }
        lines.value = [...kept, ...(body['entries'] as readonly AuditLine[])];
        more.value = body['more'] === true;
        names.value = isObject(body['names']) ? (body['names'] as Readonly<Record<string, string>>) : {};
        state.value = 'here';
      } catch {
        if (mine === asked) state.value = 'failed';
      }
    },
  };
}
