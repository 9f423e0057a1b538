import {
  encode,
  type Participant,
  type ServerFrame,
  type SignalFrame,
  type SignalMap,
  type SignalName,
} from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import type { Reader } from './subscription.ts';

/** Builds a signal. */
export const signal = <N extends SignalName>(
  name: N,
  body: SignalMap[N],
  about: { readonly conversation?: string; readonly from?: Participant } = {},
): ServerFrame => ({ t: 'signal', name, ...about, body }) as SignalFrame;

/**
 * Sends an ephemeral frame to those readers of a conversation that `to` picks. A link that cannot take more is left
 * out: signals may be lost.
 */
export function tellReaders(conversation: Conversation, frame: ServerFrame, to: (reader: Reader) => boolean): void {
  let text: string | undefined;
  for (const { reader } of conversation.readers) {
    if (!to(reader) || !reader.window.open()) continue;
    text ??= encode(frame);
    reader.sendText(text);
  }
}
