export { createDeskClient } from './create-desk-client.ts';
export type { Conversation, DeskClient, DeskClientOptions } from './desk-client.ts';
