export type { ClientEnv, Env, Lifecycle, LifecycleEvent, Log } from './env.ts';
