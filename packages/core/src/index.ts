export type { Client, ClientEvents, Connection, Conversation, CreateClient, SendOptions, Typing } from './client.ts';
export type { ClientOptions } from './client-options.ts';
export type { ClientEnv, Env, Lifecycle, LifecycleEvent, Log } from './env/env.ts';
export { type Key, type Store, StoreError, type Write } from './stores/store.ts';
export type { Link, LinkHandlers, Transport } from './transports/transport.ts';
export { BOT_SERVES, foldServing, type Serving } from './view/serving.ts';
export type { DeliveryStatus, TimelineItem } from './view/timeline.ts';
