/** What may be spent. */
export interface Limits {
  readonly callsPerConversation: number;
  readonly tokensPerConversation: number;
  /** A day of UTC. */
  readonly callsPerDay: number;
  readonly tokensPerDay: number;
}

/** What was spent. */
export interface Spent {
  readonly calls: number;
  readonly tokens: number;
}

export const NOTHING_SPENT: Spent = { calls: 0, tokens: 0 };

/** Where the spending of a day is kept over restarts. */
export interface SpentStore {
  read(): { readonly day: string; readonly spent: Spent } | undefined;
  write(day: string, spent: Spent): Promise<unknown>;
}

/** The budget of a shop. What a conversation has spent stands in its own state. */
export interface Budget {
  /** Whether a call may be made that takes so many tokens at most. */
  allows(conversation: Spent, tokens: number): boolean;
  /** A call begins: it counts as what it may take at most, until `settle` says what it took. */
  reserve(tokens: number): { settle(tokens: number): void };
}

const DAY_MS = 86_400_000;

/** A token is three bytes of UTF-8 at least in every language that is spoken here: so many at most has a text. */
export const tokensIn = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3);

/** A budget that ends with the day, and begins with what the store has of it. `onError` hears that it could not be kept. */
export function createBudget(limits: Limits, now: () => number, store: SpentStore, onError: () => void): Budget {
  const today = (): string => new Date(Math.floor(now() / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
  const kept = store.read();
  let day = kept?.day ?? today();
  let spent = kept?.spent ?? NOTHING_SPENT;

  const turn = (): void => {
    if (day === today()) return;
    day = today();
    spent = NOTHING_SPENT;
  };
  const add = (calls: number, tokens: number): void => {
    spent = { calls: spent.calls + calls, tokens: Math.max(0, spent.tokens + tokens) };
    store.write(day, spent).catch(onError);
  };

  return {
    allows(conversation, tokens) {
      turn();
      return (
        conversation.calls < limits.callsPerConversation &&
        conversation.tokens + tokens <= limits.tokensPerConversation &&
        spent.calls < limits.callsPerDay &&
        spent.tokens + tokens <= limits.tokensPerDay
      );
    },
    reserve(tokens) {
      turn();
      const begun = day;
      add(1, tokens);
      return {
        settle(took) {
          if (begun === day && took !== tokens) add(0, took - tokens);
        },
      };
    },
  };
}
