import type { Conversation } from '@xiaoer/core/desk';
import type { TeamMember } from '@xiaoer/core/protocol';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { blanksOf, fillIn } from '../replies/fill-in.ts';
import type { SavedReply } from '../replies/saved-replies.ts';
import { valuesOf } from '../replies/values-of.ts';
import type { Completion } from './completions.tsx';
import { type Token, tokenAt } from './token-at.ts';

/** Most replies shown for a search. */
const MOST = 8;

/** What the field offers at its cursor. */
export interface Completing {
  readonly token: Token | undefined;
  readonly found: readonly Completion[];
  readonly chosen: number;
  /** The cursor may have moved. */
  look(): void;
  pick(n: number): void;
  /** Takes a key that is meant for the list; false for one that is not. */
  onKey(event: KeyboardEvent): boolean;
}

const isNamed = ({ name }: TeamMember, words: string) => name.toLowerCase().includes(words.toLowerCase());

/** Saved replies after `/` in an answer, colleagues after `@` in a note. `write` replaces the words of the field. */
export function useCompletions(
  conversation: Conversation,
  field: RefObject<HTMLTextAreaElement | null>,
  draft: string,
  note: boolean,
  write: (text: string) => void,
): Completing {
  const { desk } = useDesk();
  const [cursor, setCursor] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState('');
  const [replies, setReplies] = useState<readonly SavedReply[]>([]);

  const here = tokenAt(draft, Math.min(cursor, draft.length), note ? '@' : '/');
  const token = here && `${here.sign}${here.start}` !== closed ? here : undefined;
  const words = token?.sign === '/' ? token.words : undefined;
  const locale = desk.row.value?.locale ?? desk.locale.value;
  const me = desk.client.principal.value?.id;
  const colleagues =
    token?.sign === '@' ? desk.client.team.value.filter((one) => one.id !== me && isNamed(one, token.words)) : [];

  useEffect(() => {
    setChosen(0);
    if (words === undefined) return undefined;
    let stale = false;
    desk.replies.search(words, MOST, locale).then(
      (found) => {
        if (!stale) setReplies(found);
      },
      () => {
        if (!stale) setReplies([]);
      },
    );
    return () => {
      stale = true;
    };
  }, [desk, words, locale]);

  const found: readonly Completion[] =
    words === undefined
      ? colleagues.map(({ id, name }) => ({ key: id, title: name }))
      : replies.map(({ id, title, text }) => ({ key: id, title, detail: text }));

  /**
   * Puts a text in the place of the token, and the cursor behind it or onto its first blank. What was written while the
   * text was looked up stays; where the token itself is another by then, nothing is put in.
   */
  const put = ({ start, words }: Token, text: string) => {
    const element = field.current;
    const end = start + 1 + words.length;
    if (!element || element.value.slice(start, end) !== draft.slice(start, end)) return;
    write(element.value.slice(0, start) + text + element.value.slice(end));
    const [blank] = blanksOf(text);
    const from = start + (blank ? blank.start : text.length);
    // At once: a second press of Enter must not find the token again.
    setCursor(from);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(from, start + (blank ? blank.end : text.length));
    });
  };

  const pick = (n: number) => {
    const reply = replies[n];
    const colleague = colleagues[n];
    if (!token) return;
    if (token.sign === '@') {
      if (colleague) put(token, `@${colleague.name} `);
    } else if (reply)
      void valuesOf(desk, conversation, locale).then((values) => put(token, fillIn(reply.text, values)));
  };

  return {
    token,
    found,
    chosen: Math.min(chosen, Math.max(0, found.length - 1)),
    look: () => setCursor(field.current?.selectionStart ?? 0),
    pick,
    onKey(event) {
      if (!token) return false;
      if (event.key === 'Escape') setClosed(`${token.sign}${token.start}`);
      else if (found.length === 0) return false;
      else if (event.key === 'ArrowDown') setChosen((chosen + 1) % found.length);
      else if (event.key === 'ArrowUp') setChosen((chosen + found.length - 1) % found.length);
      else if (event.key === 'Enter' || event.key === 'Tab') {
        if (event.shiftKey) return false;
        pick(Math.min(chosen, found.length - 1));
      } else return false;
      event.preventDefault();
      return true;
    },
  };
}
