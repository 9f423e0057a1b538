import type { Log } from '@xiaoer/core/env';
import type { Responder } from '@xiaoer/host';

/** What a shop's assistant does: it answers turns, and suggests questions to who is typing one. */
export interface Assistant {
  readonly respond: Responder;
  suggest(typed: string): readonly string[];
  /** What it would answer in an agent's place: nothing is carried out. */
  readonly draft: Responder;
}

/** An assistant that is made later than the house. */
export interface LateAssistant {
  readonly respond: Responder;
  readonly draft: Responder;
  /** Rejects when the assistant cannot be made. */
  suggest(typed: string): Promise<readonly string[]>;
  /**
   * Makes it anew of what is known now, and lets it answer from then on; turns that have begun end as they began. Rejects when it
   * cannot be made: then the one before goes on.
   */
  renew(): Promise<void>;
  /** Makes it now, before the first turn has to wait for it; resolves also when that failed. */
  wake(): Promise<void>;
}

/**
 * An assistant that is made when it is woken, or with the first turn: its tables take as long to load as the rest of the
 * server, and nobody needs them to come in. One that could not be made is tried again with the next turn.
 */
export function createLateAssistant(log: Log, make: () => Promise<Assistant>): LateAssistant {
  let made: Promise<Assistant> | undefined;

  function get(): Promise<Assistant> {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      log('error', 'assistant.failed', { error: error instanceof Error ? error.name : 'unknown' });
      throw error;
    });
    return made;
  }

  return {
    respond: async (turn) => (await get()).respond(turn),
    draft: async (turn) => (await get()).draft(turn),
    suggest: async (typed) => (await get()).suggest(typed),
    async renew() {
      // One that nobody has needed yet is made of what is known when somebody does.
      if (!made) return;
      const next = make();
      await next;
      made = next;
    },
    wake: () =>
      get().then(
        () => undefined,
        () => undefined,
      ),
  };
}
