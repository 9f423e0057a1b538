import type { Participant, SignalFrame } from '@xiaoer/core/protocol';
import type { House } from './house.ts';
import type { Reading } from './reading.ts';
import { signal, tellReaders } from './signals.ts';

/**
 * Takes what a client signals: typing goes to everybody else in the conversation (of an agent who only reads along, to
 * colleagues alone), the shopper's page to agents; that an agent is away is for the desk. All other names are the house's own and are ignored when a client sends them, as is a conversation the link does not
 * read.
 */
export function receiveSignal(house: House, reading: Reading, from: Participant | undefined, frame: SignalFrame): void {
  if (frame.name === 'page' && from?.role !== 'agent') reading.page = frame.body;
  if (frame.name === 'away' && from?.role === 'agent') house.away(from.id, frame.body.on);
  const conversation = reading.get(frame.conversation);
  if (!conversation || !from) return;
  const about = { conversation: conversation.id, from };
  if (frame.name === 'typing') {
    if (from.role === 'shopper') house.typing(conversation, frame.body.on);
    const speaks = from.role === 'shopper' || conversation.projection.serving.agent?.id === from.id;
    tellReaders(
      conversation,
      signal('typing', frame.body, about),
      (reader) => reader.principal?.id !== from.id && (speaks || reader.role === 'agent'),
    );
  }
  if (frame.name === 'page' && from.role === 'shopper') {
    conversation.page = frame.body;
    tellReaders(conversation, signal('page', frame.body, about), (reader) => reader.role === 'agent');
  }
}
