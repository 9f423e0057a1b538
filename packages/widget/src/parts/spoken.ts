import type { TimelineItem } from '@xiaoer/core';
import type { ContentMap } from '@xiaoer/core/protocol';
import { closedWords } from '../content/closed-words.ts';
import { plainText } from '../content/plain-text.ts';
import type { Words } from '../state/language.ts';
import { nameOf } from './shell.ts';

/** How a step of a handoff is read out; empty for a request, which is the shopper's own. */
function spokenHandoff({ state, agent }: ContentMap['handoff'], from: TimelineItem['from'], words: Words): string {
  if (state === 'requested') return '';
  if (state === 'joined') return words.t('announce.joined', { name: agent?.name ?? nameOf(from, words) });
  return words.t(`announce.${state}`);
}

/** What is read out of an item; empty for marks. */
export async function spoken({ content, from, at }: TimelineItem, words: Words): Promise<string> {
  const { t, format } = words;
  if (content.kind === 'handoff') return spokenHandoff(content.body, from, words);
  if (content.kind === 'closed') return t(closedWords(content.body), { date: format.date(at) });
  if (content.kind === 'rating') return t('rating.ask');
  if (content.kind === 'notice') return content.body.text;
  const text = (await plainText(content)).trim();
  return text && t('announce.message', { name: nameOf(from, words), text });
}
