import type { Env } from '../../env/env.ts';
import type { Transport } from '../../transports/transport.ts';
import { CONFORMANCE_CASES } from './conformance-cases.ts';
import type { ConformanceControl } from './control.ts';
import { createStage, type Stage } from './stage.ts';
import { Broken, inShort, NotChecked, type Verdict } from './verdict.ts';

/** What {@link runConformance} needs. */
export interface ConformanceOptions {
  readonly env: Env;
  /** The way to the server under test. Every link of a shopper goes over it. */
  readonly transport: Transport;
  /** Id of the shop that the server serves. */
  readonly shop: string;
  readonly control?: ConformanceControl | undefined;
  /** A credential of somebody who exists: a token, or a visitor's secret. Nothing is written under it. */
  readonly credential?: Stage['credential'];
  /** Milliseconds within which the server must answer; 3,000 if absent. */
  readonly patienceMs?: number | undefined;
  /** The longest that a case may wait for the server to speak first (its heartbeat), in milliseconds; 5,000 if absent. */
  readonly longestWaitMs?: number | undefined;
}

/**
 * Checks a server against the protocol, case by case, over raw frames: each case plays with people and conversations of
 * its own, so that it may run against a server in use. It writes about a hundred short texts.
 */
export async function* runConformance(options: ConformanceOptions): AsyncGenerator<Verdict> {
  for (const { name, run } of CONFORMANCE_CASES) {
    const stage = createStage({
      ...options,
      control: options.control ?? {},
      credential: options.credential,
      patienceMs: options.patienceMs ?? 3_000,
      longestWaitMs: options.longestWaitMs ?? 5_000,
    });
    try {
      await run(stage);
      yield { name, result: 'holds' };
    } catch (error) {
      if (error instanceof NotChecked) yield { name, result: 'not checked', why: error.message };
      else if (error instanceof Broken) yield { name, result: 'fails', expected: error.expected, seen: error.seen };
      else yield { name, result: 'fails', expected: 'frames that can be read', seen: inShort(String(error)) };
    } finally {
      stage.leave();
    }
  }
}
