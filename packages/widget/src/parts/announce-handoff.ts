import type { TimelineItem } from '@xiaoer/core';
import type { ContentMap } from '@xiaoer/core/protocol';
import type { Words } from '../state/language.ts';
import { nameOf } from './shell.ts';

/** How a step of a handoff is read out; empty for a request, which is the shopper's own. */
export function announceHandoff(
  { state, agent }: ContentMap['handoff'],
  from: TimelineItem['from'],
  words: Words,
): string {
  if (state === 'requested') return '';
  if (state === 'joined') return words.t('announce.joined', { name: agent?.name ?? nameOf(from, words) });
  return words.t(`announce.${state}`);
}
