import { randomBytes } from 'node:crypto';
import type { Env, Log } from '@xiaoer/core/env';

/** How much is written: this level and those above it. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** A log of one JSON object a line on standard error. */
export const lineLog =
  (least: LogLevel): Log =>
  (level, event, fields) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  };

/** The world of a server in Node. */
export const createNodeEnv = (log: Log): Env => ({
  now: () => Date.now(),
  monotonic: () => performance.now(),
  timer(task, ms) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
  log,
});
