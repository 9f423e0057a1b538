export type { Channel, ClientEnv, Env, Lifecycle, LifecycleEvent, LockOptions, Locks, Log } from './env.ts';
