import type { Conversation } from './conversation.ts';

/** Whether the bot serves and owes nothing, so that a conversation needs nobody until something is said. */
export const isSettled = ({ projection }: Conversation): boolean =>
  projection.serving.mode === 'bot' &&
  projection.asked <= projection.answered &&
  projection.owed === undefined &&
  projection.stream === undefined;
