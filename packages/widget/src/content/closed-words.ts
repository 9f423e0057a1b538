import type { ClosedBody } from '@xiaoer/core/protocol';

/** Why a conversation ended, by key. */
const WORDS = { idle: 'closed.idle', moved: 'closed.moved', agent: 'closed.line', shopper: 'closed.line' } as const;

/** The key of the words for the end of a conversation. */
export const closedWords = ({ reason }: ClosedBody) => WORDS[reason ?? 'agent'];
