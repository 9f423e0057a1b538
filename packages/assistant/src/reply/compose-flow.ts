import type { FlowText, Shown } from '../flows/shown.ts';
import type { Localized } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import type { TurnReply } from '../turn.ts';
import { textReply } from './chips.ts';
import type { Composing } from './composing.ts';
import { formatDay, formatMoney } from './format.ts';

function show(value: Shown, { lang, knowledge, t }: Composing): string {
  if (typeof value !== 'object') return String(value);
  if ('currency' in value) return formatMoney(value, lang);
  if ('at' in value) return formatDay(value.at, lang, knowledge.source.shop.timeZone ?? 'UTC');
  return 'status' in value ? t.statuses[value.status] : pick(value.words, lang);
}

/** A line of a flow in the language of the conversation, its placeholders filled. What is not known is left out. */
export const composeFlowText = ({ text, values }: FlowText, composing: Composing): string =>
  pick(text, composing.lang).replace(/\{([\w-]+(?:\.[\w-]+)*)\}/g, (_, path: string) => {
    const value = values[path];
    return value === undefined ? '' : show(value, composing);
  });

/** What was noted for the person who takes over, as `label: value`. */
export const notedLines = (
  rows: readonly { readonly label: Localized; readonly value: Shown }[],
  composing: Composing,
): readonly string[] => rows.map(({ label, value }) => `${pick(label, composing.lang)}: ${show(value, composing)}`);

/** The same as one line of the bot. */
export const composeNoted = (
  rows: readonly { readonly label: Localized; readonly value: Shown }[],
  composing: Composing,
): TurnReply =>
  textReply(
    notedLines(rows, composing)
      .map((line) => `- ${line}`)
      .join('\n'),
    composing.lang,
  );
