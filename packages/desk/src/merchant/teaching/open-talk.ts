import type { Desk } from '../../desk-client.ts';

/** Goes to a conversation. */
export function openTalk(desk: Desk, conversation: string): void {
  desk.select(conversation);
  desk.place.value = 'talks';
}
