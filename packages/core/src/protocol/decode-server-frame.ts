import { fits, type Sample } from './fields.ts';
import type { ServerFrame } from './frame.ts';

const participant = { role: '', id: '', 'name?': '' };
const place = { conversation: '', epoch: '' };
const page = {
  ...place,
  events: [{ seq: 0, id: '', at: 0, from: participant, kind: '', body: {} }],
  first: 0,
} as const;

/** What a client relies on of each frame, and of the body of each signal. Ids and nonces that it only compares with its own may be anything. */
const FRAMES: Readonly<Record<string, Sample>> = {
  welcome: {
    nonce: '',
    'principal?': participant,
    limits: { sendWindow: 0 },
    heartbeat: 0,
    conversations: [{ ...place, head: 0 }],
    shop: { name: '', agents: 0 },
  },
  ack: { ...place, id: '', seq: 0 },
  nack: { class: '', code: '', 'retryAfter?': 0, 'use?': '' },
  events: page,
  reset: { ...page, head: 0, 'serving?': { mode: '', seq: 0, 'agent?': { id: '', name: '' } } },
  signal: { name: '', 'from?': participant, body: {} },
  ping: { heads: { '': 0 } },
  goaway: { windowMs: 0 },

  queue: { position: 0, 'estimateMs?': 0 },
  presence: { agents: 0 },
};

/**
 * Reads what a server sent, as far as a client's logic goes; undefined for what cannot be read. Frames and signals of a
 * later version come through as they are, to be ignored. Bodies of events, and of other signals, are left to whoever
 * shows them; so is the avatar of a participant.
 */
export function decodeServerFrame(text: string): ServerFrame | undefined {
  try {
    const frame = JSON.parse(text);
    const { t, name, body } = frame;
    if (fits(FRAMES[t] ?? {}, frame) && fits(FRAMES[name] ?? {}, body ?? {})) return frame;
  } catch {
    // Not JSON, or null: refused like the others.
  }
  return undefined;
}
