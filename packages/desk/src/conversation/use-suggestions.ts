import type { Conversation } from '@xiaoer/core/desk';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { Suggestion } from '../state/answers-source.ts';
import { suggestionsOf } from './suggestions-of.ts';

/** Answers of the shop that fit the shopper's newest words, in the shopper's language. */
export function useSuggestions(conversation: Conversation): readonly Suggestion[] {
  const { desk } = useDesk();
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const ids = suggestionsOf(conversation.messages.value).join('\n');
  const locale = desk.row.value?.locale ?? desk.locale.value;

  useEffect(() => {
    let stale = false;
    setFound([]);
    if (ids === '') return undefined;
    void desk.answers(ids.split('\n'), locale).then((answers) => {
      if (!stale) setFound(answers);
    });
    return () => {
      stale = true;
    };
  }, [desk, ids, locale]);

  return found;
}
