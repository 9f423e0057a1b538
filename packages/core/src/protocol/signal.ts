import { isConversationId, isName, isOpId } from './ids.ts';
import { isParticipant, type Participant } from './participant.ts';
import { type Guard, integer, isBoolean, isNumber, list, oneOf, optional, shape, string } from './shape.ts';

/** Somebody is writing. Ends by itself after {@link TYPING_MS}. */
export interface TypingSignal {
  readonly on: boolean;
}

/** Milliseconds after which a typing signal that was not renewed is over. Writers renew it every third of that. */
export const TYPING_MS = 6_000;

/** What the shopper's page shows; seen by the agent. */
export interface PageSignal {
  readonly title?: string | undefined;
  readonly path?: string | undefined;
  readonly product?: string | undefined;
  readonly locale?: string | undefined;
}

/** Live place in the queue. `estimateMs` is absent while too little is known. */
export interface QueueSignal {
  readonly position: number;
  readonly estimateMs?: number | undefined;
}

/** Whether anybody is at the desk. */
export interface PresenceSignal {
  readonly agents: number;
}

/** An agent at the desk, as colleagues see it. */
export interface TeamMember {
  readonly id: string;
  readonly name: string;
  /** Takes nothing new for a while. */
  readonly away?: boolean | undefined;
  /** What this agent is good for. */
  readonly groups?: readonly string[] | undefined;
  /** Conversations held now, and at most. */
  readonly held: number;
  readonly capacity: number;
}

/** Everybody at the desk; whole each time. */
export interface TeamSignal {
  readonly agents: readonly TeamMember[];
}

/** An agent takes nothing new, or does again. Over when the last link of that agent ends. */
export interface AwaySignal {
  readonly on: boolean;
}

/** A piece of a reply that is being written: `offset` is where `text` starts, in UTF-16 code units. */
export interface DeltaSignal {
  readonly id: string;
  readonly offset: number;
  readonly text: string;
}

/** One conversation as the inbox of a desk shows it: a projection of its log. */
export interface InboxRow {
  readonly conversation: string;
  readonly mode: 'bot' | 'queued' | 'agent' | 'closed';
  /** `seq` of the serving state; an op that changes it names it. */
  readonly serving: number;
  readonly head: number;
  readonly shopper: Participant;
  readonly agent?: { readonly id: string; readonly name: string } | undefined;
  readonly reason?: string | undefined;
  /** When a person was asked for, milliseconds since 1970. */
  readonly requestedAt?: number | undefined;
  readonly position?: number | undefined;
  /** The group that is asked for. */
  readonly group?: string | undefined;
  /** The colleague who passed it on to the agent who has it. */
  readonly givenBy?: { readonly id: string; readonly name: string } | undefined;
  /** Agents whom a note asks to look, until they have. */
  readonly mentions?: readonly string[] | undefined;
  /** What was promised to the shopper: by when, by whom. Done by the next line of an agent. */
  readonly promise?: { readonly due: number; readonly by: { readonly id: string; readonly name: string } } | undefined;
  /** Since when the shopper has the last word. */
  readonly waitingSince?: number | undefined;
  /** From the wish for a person to the first message of one, in milliseconds; absent until there was one. */
  readonly firstReplyMs?: number | undefined;
  /** Time in which an agent owed an answer, in milliseconds, each of five minutes at most. */
  readonly handlingMs?: number | undefined;
  /** A message was left while nobody was there. */
  readonly left?: boolean | undefined;
  /** The newest line of shopper or agent; while a message is left and unanswered, that message. */
  readonly last?: { readonly at: number; readonly role: string; readonly text: string } | undefined;
  readonly anger?: number | undefined;
  readonly locale?: string | undefined;
}

/** Changes of the inbox; the first after `welcome` holds all rows. */
export interface InboxSignal {
  readonly rows: readonly InboxRow[];
  readonly gone: readonly string[];
  readonly all?: boolean | undefined;
}

/** Every signal by name. Signals are ephemeral: they may be lost and are never replayed. */
export interface SignalMap {
  readonly typing: TypingSignal;
  readonly page: PageSignal;
  readonly queue: QueueSignal;
  readonly presence: PresenceSignal;
  readonly delta: DeltaSignal;
  readonly inbox: InboxSignal;
  readonly team: TeamSignal;
  readonly away: AwaySignal;
}

/** Name of a signal. */
export type SignalName = keyof SignalMap;

const isPerson = shape<{ readonly id: string; readonly name: string }>({ id: isName, name: string(80) });

const isInboxRow: Guard<InboxRow> = shape<InboxRow>({
  conversation: isConversationId,
  mode: oneOf('bot', 'queued', 'agent', 'closed'),
  serving: integer(0),
  head: integer(0),
  shopper: isParticipant,
  agent: optional(isPerson),
  reason: optional(string(40)),
  requestedAt: optional(isNumber),
  position: optional(integer(1)),
  group: optional(string(64)),
  givenBy: optional(isPerson),
  mentions: optional(list(isName, 20)),
  promise: optional(shape<NonNullable<InboxRow['promise']>>({ due: isNumber, by: isPerson })),
  waitingSince: optional(isNumber),
  firstReplyMs: optional(isNumber),
  handlingMs: optional(isNumber),
  left: optional(isBoolean),
  last: optional(
    shape<{ readonly at: number; readonly role: string; readonly text: string }>({
      at: isNumber,
      role: string(20),
      text: string(400),
    }),
  ),
  anger: optional(isNumber),
  locale: optional(string(35)),
});

/** Guard of {@link PageSignal}. */
export const isPage: Guard<PageSignal> = shape<PageSignal>({
  title: optional(string(300)),
  path: optional(string(1000)),
  product: optional(isName),
  locale: optional(string(35)),
});

/** Guard of {@link InboxSignal}. */
export const isInbox: Guard<InboxSignal> = shape<InboxSignal>({
  rows: list(isInboxRow, 5000),
  gone: list(isConversationId, 5000),
  all: optional(isBoolean),
});

/** Guard of {@link TeamSignal}. */
export const isTeam: Guard<TeamSignal> = shape<TeamSignal>({
  agents: list(
    shape<TeamMember>({
      id: isName,
      name: string(80),
      away: optional(isBoolean),
      groups: optional(list(string(64, 1), 20)),
      held: integer(0),
      capacity: integer(0),
    }),
    1000,
  ),
});

/** The guard of every signal's body. */
export const SIGNALS: { readonly [N in SignalName]: Guard<SignalMap[N]> } = {
  typing: shape<TypingSignal>({ on: isBoolean }),
  page: isPage,
  queue: shape<QueueSignal>({ position: integer(1), estimateMs: optional(integer(0)) }),
  presence: shape<PresenceSignal>({ agents: integer(0) }),
  delta: shape<DeltaSignal>({ id: isOpId, offset: integer(0), text: string(20_000) }),
  inbox: isInbox,
  team: isTeam,
  away: shape<AwaySignal>({ on: isBoolean }),
};
