export { connectPort, type PortGuest } from './connect-port.ts';
export type { Enrich } from './enrich.ts';
export { createHost } from './host.ts';
export { type Authenticate, DEFAULT_SETTINGS, type HostOptions, type HostSettings } from './host-options.ts';
export type { Batch, ClaimRecord, ConversationRecord, Log, Snapshot } from './log.ts';
export { createRate, type Rate } from './rate.ts';
export type { Answer, ReplyLine, Responder, StreamedAnswer, Turn } from './responder.ts';
export type { Host, Session, SessionLink, Speaker } from './session-link.ts';
