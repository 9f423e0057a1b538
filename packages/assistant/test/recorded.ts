import type { ChatEvent, Participant } from '@xiaoer/core/protocol';
import { type DialogueState, INITIAL_STATE, type Knowledge, turn } from '../src/index.ts';
import type { RecordedConversation } from '../src/learning.ts';

const SHOPPER: Participant = { role: 'shopper', id: 'visitor' };
const BOT: Participant = { role: 'bot', id: 'bot' };

/** A conversation as the house records it, with the real assistant in it. */
export interface Recording {
  /** The shopper writes; the assistant answers unless a person has the conversation. `value` presses a button. */
  says(text: string, value?: string): Recording;
  /** An agent takes the conversation. */
  joins(agent?: string): Recording;
  writes(text: string, agent?: string): Recording;
  rates(score: number): Recording;
  /** The shopper presses the button for a person. */
  asksForPerson(): Recording;
  takesBack(seq: number): Recording;
  readonly conversation: RecordedConversation;
}

/** Begins a conversation at a time of its own. */
export function record(id: string, knowledge: Knowledge, at = 1_790_000_000_000): Recording {
  const events: ChatEvent[] = [];
  let state: DialogueState = INITIAL_STATE;
  let serving: 'bot' | 'queued' | 'agent' = 'bot';
  const add = (from: Participant, kind: string, body: object): number => {
    const seq = events.length + 1;
    events.push({
      seq,
      id: `${id}-${seq}`,
      at: at + seq * 1000,
      from,
      kind,
      body: JSON.parse(JSON.stringify(body)) as Record<string, unknown>,
    });
    return seq;
  };
  const recording: Recording = {
    says(text, value) {
      const seq = add(SHOPPER, 'text', { text, ...(value === undefined ? {} : { reply: { to: 1, value } }) });
      if (serving !== 'bot') return recording;
      const reply = value === undefined ? undefined : { to: 1, value };
      const result = turn(
        state,
        { kind: 'message', text, reply, locale: 'zh-CN', shopper: { signedIn: false }, at },
        knowledge,
      );
      state = result.state;
      for (const { kind, body } of result.replies) add(BOT, kind, body);
      const handed = result.actions.find((action) => action.do === 'handoff');
      if (handed) {
        add(BOT, 'handoff', { state: 'requested', reason: handed.reason });
        serving = 'queued';
      }
      add(BOT, 'trace', { ...result.trace, turn: seq, state });
      return recording;
    },
    joins(agent = 'tang') {
      add({ role: 'agent', id: agent }, 'handoff', { state: 'joined', agent: { id: agent, name: agent } });
      serving = 'agent';
      return recording;
    },
    writes(text, agent = 'tang') {
      add({ role: 'agent', id: agent }, 'text', { text });
      return recording;
    },
    rates(score) {
      add(SHOPPER, 'rating', { state: 'given', score });
      return recording;
    },
    asksForPerson() {
      add(SHOPPER, 'handoff', { state: 'requested', reason: 'wish' });
      serving = 'queued';
      return recording;
    },
    takesBack(seq) {
      add(SHOPPER, 'retracted', { target: seq });
      return recording;
    },
    get conversation() {
      return { id, locale: 'zh-CN', signedIn: false, events };
    },
  };
  return recording;
}
