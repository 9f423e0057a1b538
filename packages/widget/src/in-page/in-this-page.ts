import type { DialogueState, TurnResult } from '@xiaoer/assistant/page';
import type { Answer, ReplyLine } from '@xiaoer/host';
import type { LoadedSource } from './load-source.ts';
import type { PageSetup } from './page-setup.ts';
import { pageWords } from './words.ts';

/** Decisions that hold without knowledge and catalogue, beside those for which a person is brought. */
const WITHOUT_DATA = [
  'greet',
  'thanks',
  'bye',
  'bot',
  'go-on',
  'nothing-open',
  'handoff',
  'message-left',
  'sign-in',
  'returned',
];

/** Decisions that speak from the answers alone. */
const FROM_ANSWERS = ['answer', 'policy'];

/** An address as it can stand in a link of a message. */
const inMarkup = (address: string): string =>
  address.replace(/[()\s]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);

const line = (text: string): ReplyLine => ({ kind: 'text', body: { text } });

/**
 * What a turn comes to where there are no orders and no desk: orders are on a page of the shop, a person is reached by a
 * message, and what could not be loaded is not guessed at.
 */
export function inThisPage(
  { replies, actions, trace }: TurnResult<DialogueState>,
  { orders, messages, locale }: Pick<PageSetup, 'orders' | 'messages' | 'locale'>,
  missing: LoadedSource['missing'],
): Pick<Answer, 'lines' | 'handoff'> {
  const words = pageWords(trace.lang ?? locale);
  const leave = (text: string): Pick<Answer, 'lines' | 'handoff'> =>
    messages ? { lines: [line(text)], handoff: { reason: 'guard' } } : { lines: [line(text), line(words.noWay)] };
  const { decision } = trace;
  const needs = missing.size > 0 && !WITHOUT_DATA.includes(decision);
  if (needs && (missing.has('knowledge') || !FROM_ANSWERS.includes(decision))) return leave(words.broken);
  if (decision === 'message-left') return { lines: messages ? [line(words.taken)] : [line(words.noWay)] };
  if (decision === 'sign-in')
    return orders
      ? { lines: [line(`${words.ordersText} [${words.ordersTitle}](${inMarkup(orders)})`)] }
      : leave(words.noOrders);
  const handoff = actions.find((action) => action.do === 'handoff');
  if (!handoff) return { lines: replies };
  if (!messages) return { lines: [line(words.noWay)] };
  const wished = handoff.reason === 'wish' && trace.decision === 'handoff';
  return { lines: wished ? [line(words.nobody)] : replies, handoff: { reason: handoff.reason } };
}
