import type { Entry } from '../outbox/entry.ts';

/** A body without the numbers that speak of the conversation it was written for. */
export const detach = ({ reply, quote, to, ...body }: Entry['body']): Entry['body'] => body;
