import type { ChatEvent } from '@xiaoer/core/protocol';
import type { StorageWatch } from '../world/storage.ts';
import type { Findings } from './findings.ts';
import { createServingRules, type ServingRules } from './serving-rules.ts';
import { createStreams, type Streams } from './streams.ts';

/** Where an event stands. */
export interface Place {
  readonly conversation: string;
  readonly seq: number;
  readonly author: string;
}

/** One conversation in one generation of the storage. */
export interface Version {
  readonly conversation: string;
  readonly epoch: string;
  readonly events: ChatEvent[];
  readonly rules: ServingRules;
  readonly streams: Streams;
  subject: string;
  /** The visitor from whom an account has claimed it; its other tabs learn of that a little later. */
  formerly?: string;
  first: number;
}

/** The oracle's own copy of every log in every generation, and what must hold in them. */
export interface Logbook extends StorageWatch {
  /** Where the op of a client stands now. */
  place(id: string): Place | undefined;
  /** Whether it ever stood anywhere. */
  recorded(id: string): boolean;
  /** Versions, of any generation, that have this event at this number. */
  having(id: string, seq: number, at: number): readonly Version[];
  /** The conversations of this generation. */
  current(): Iterable<Version>;
  restores(): number;
}

const NOWHERE = [] as const;

/** An empty logbook. */
export function createLogbook({ problem, reach }: Findings): Logbook {
  let current = new Map<string, Version>();
  /** Of every generation: a screen shows an earlier one until it is reset. */
  const versions: Version[] = [];
  let places = new Map<string, Place>();
  const ever = new Set<string>();
  /** Every event by its name: where it stands, and in which versions. */
  const index = new Map<string, { readonly seq: number; readonly at: number; readonly versions: Version[] }[]>();
  let restores = 0;

  const record = (version: Version, event: ChatEvent): void => {
    const { conversation, events, rules, streams } = version;
    const { seq, id, from } = event;
    if (seq !== events.length + 1) problem('contiguous', `${conversation} has ${seq} after ${events.length}`);
    const wrong = rules.next(event);
    if (wrong) problem('serving', `${conversation} ${seq}: ${wrong}`);
    const loose = streams.next(event);
    if (loose) problem('one end of a streamed reply', `${conversation}: ${loose}`);
    const name = from.role === 'bot' || from.role === 'system' ? `${conversation} ${id}` : id;
    const known = places.get(name);
    if (known) problem('once', `${id} stands at ${known.conversation} ${known.seq} and at ${conversation} ${seq}`);
    places.set(name, { conversation, seq, author: from.id });
    ever.add(id);
    events.push(event);
    const stands = index.get(id) ?? [];
    if (stands.length === 0) index.set(id, stands);
    const there = stands.find((one) => one.seq === seq && one.at === event.at);
    if (there) there.versions.push(version);
    else stands.push({ seq, at: event.at, versions: [version] });
  };

  return {
    place: (id) => places.get(id),
    recorded: (id) => ever.has(id),
    having(id, seq, at) {
      for (const one of index.get(id) ?? NOWHERE) if (one.seq === seq && one.at === at) return one.versions;
      return NOWHERE;
    },
    current: () => current.values(),
    restores: () => restores,
    committed({ conversation, create, events }, epoch) {
      let version = current.get(conversation);
      if (!version) {
        if (!create) problem('created', `${conversation} is written to before it is made`);
        const subject = create?.subject ?? '';
        for (const other of current.values())
          if (other.subject === subject && other.rules.serving().mode !== 'closed')
            problem('one open conversation', `${subject} has ${other.conversation} and ${conversation}`);
        const rules = createServingRules();
        version = { conversation, epoch, events: [], rules, streams: createStreams(), subject, first: 1 };
        current.set(conversation, version);
        versions.push(version);
      }
      for (const event of events) record(version, event);
    },
    claimed({ visitor, account, batches }, epoch) {
      for (const batch of batches) this.committed(batch, epoch);
      for (const version of versions)
        if (version.subject === visitor) Object.assign(version, { subject: account.id, formerly: visitor });
      for (const [id, at] of places) if (at.author === visitor) places.set(id, { ...at, author: account.id });
    },
    trimmed(conversation, first) {
      const version = current.get(conversation);
      if (version) version.first = Math.max(version.first, first);
      reach('history trimmed');
    },
    restored() {
      restores += 1;
      current = new Map();
      places = new Map();
      reach('restored from backup');
    },
  };
}
