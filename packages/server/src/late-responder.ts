import type { Log } from '@xiaoer/core/env';
import type { Responder } from '@xiaoer/host';

/** A responder that is made later than the house. */
export interface LateResponder {
  readonly respond: Responder;
  /** Makes it now, before the first turn has to wait for it; resolves also when that failed. */
  wake(): Promise<void>;
}

/**
 * A responder that is made when it is woken, or with the first turn: the assistant's tables take as long to load as the
 * rest of the server, and nobody needs them to come in. One that could not be made is tried again with the next turn.
 */
export function createLateResponder(log: Log, make: () => Promise<Responder>): LateResponder {
  let made: Promise<Responder> | undefined;

  function get(): Promise<Responder> {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      log('error', 'assistant.failed', { error: error instanceof Error ? error.name : 'unknown' });
      throw error;
    });
    return made;
  }

  return {
    respond: async (turn) => (await get())(turn),
    wake: () =>
      get().then(
        () => undefined,
        () => undefined,
      ),
  };
}
