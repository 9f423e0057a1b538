import { isShownBoard, type ShownBoard } from './board.ts';

/** What a board is asked for. Days as `2026-11-22`; `''` for no filter. */
export interface NumbersFilter {
  readonly from: string;
  /** Its last day. */
  readonly to: string;
  readonly shop: string;
  readonly group: string;
  readonly agent: string;
  readonly lang: string;
}

/** The server's numbers. Everything resolves; undefined where there was no answer. */
export interface NumbersApi {
  board(filter: NumbersFilter, locale: string): Promise<ShownBoard | undefined>;
}

const HERE = '/desk/api/numbers';

const queryOf = (filter: NumbersFilter, locale: string): string =>
  new URLSearchParams(Object.entries({ ...filter, locale }).filter(([, value]) => value !== '')).toString();

/** Where a board can be loaded down as CSV. */
export const csvAddress = (filter: NumbersFilter, locale: string): string => `${HERE}.csv?${queryOf(filter, locale)}`;

/** Asks the server the page is from. */
export function fetchNumbers(ask: (address: string) => Promise<Response>): NumbersApi {
  const read = async (address: string): Promise<unknown> => {
    try {
      const answer = await ask(address);
      return answer.ok ? await answer.json() : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    async board(filter, locale) {
      const answer = await read(`${HERE}?${queryOf(filter, locale)}`);
      return isShownBoard(answer) ? answer : undefined;
    },
  };
}
