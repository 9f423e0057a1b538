import type { TimelineItem } from '@xiaoer/core';
import type { Conversation } from '@xiaoer/core/desk';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { Suggestion } from '../state/answers-source.ts';
import { briefOf } from '../state/brief-of.ts';
import { suggestionsOf } from './suggestions-of.ts';

/** `seq` of the shopper's newest words, where they are the last word. */
function lastAsked(conversation: Conversation): number | undefined {
  const items = conversation.messages.value;
  for (let n = items.length - 1; n >= 0; n--) {
    const { from, content, seq } = items[n] as TimelineItem;
    if (content.kind !== 'text' || from.role === 'bot') continue;
    return from.role === 'shopper' ? seq : undefined;
  }
  return undefined;
}

/**
 * What an agent may say next: the replies that Xiaoer left with the wish for a person; after that, where the shop has a person
 * say what Xiaoer drafts, a draft for the shopper's newest words; else the shop's answers that fit them, in his language.
 */
export function useSuggestions(conversation: Conversation): readonly Suggestion[] {
  const { desk } = useDesk();
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const left = briefOf(conversation.messages.value);
  const ready = left && !left.answered ? left.brief.replies : [];
  const asked = left?.answered && left.brief.drafted ? lastAsked(conversation) : undefined;
  const ids = suggestionsOf(conversation.messages.value).join('\n');
  const locale = desk.row.value?.locale ?? desk.locale.value;
  const given = ready.join('\n');

  useEffect(() => {
    let stale = false;
    setFound([]);
    if (given !== '') return undefined;
    const looked =
      asked === undefined ? ids !== '' && desk.answers(ids.split('\n'), locale) : desk.drafting(conversation.id);
    if (!looked) return undefined;
    void looked.then((some) => {
      if (!stale) setFound(some);
    });
    return () => {
      stale = true;
    };
  }, [desk, ids, locale, given, asked, conversation.id]);

  return ready.length > 0 ? ready.map((text, n) => ({ id: `brief:${n}`, text })) : found;
}
