import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { adoptSheet } from '../../content/adopt-sheet.ts';
import type { Composer } from '../composer.tsx';
import { shellPart } from '../shell-part.tsx';
import { useSignal } from '../use-signal.ts';

/** What suggestions come with. */
export interface SuggestionsProps {
  readonly composer: Composer;
  /** Whether an input method composes: it may have begun before they came. */
  readonly composing: { readonly current: boolean };
}

/**
 * Suggestions while the bot answers and the shopper types: not where the page has switched them off, and not before the
 * shopper has said what may be kept, because what is typed leaves the page before it is sent.
 */
export const LateSuggestions = shellPart((shell, { composer }: Pick<SuggestionsProps, 'composer'>) => {
  const { root } = shell;
  const part = useSignal<{ readonly of: ComponentType<SuggestionsProps> } | null>(null);
  const client = shell.client.value;
  const composing = useRef(false);
  useEffect(() => {
    const field = composer.field.current;
    const follow = ({ type }: Event) => {
      composing.current = type === 'compositionstart';
    };
    field?.addEventListener('compositionstart', follow);
    field?.addEventListener('compositionend', follow);
    return () => {
      field?.removeEventListener('compositionstart', follow);
      field?.removeEventListener('compositionend', follow);
    };
  }, [composer]);
  const may =
    shell.options.value.suggestions !== 'off' &&
    // Without a server there is nobody to ask beside the conversation.
    !shell.options.value.knowledge &&
    shell.memory.consent.value !== 'ask' &&
    client.handoff.value.mode === 'bot';
  const wanted = may && client.draft.value.trim() !== '';
  useEffect(() => {
    if (!wanted || part.peek()) return;
    import('./suggestions-chunk.ts').then(
      ({ Suggestions, suggestionStyles }) => {
        adoptSheet(root, suggestionStyles);
        part.value = { of: Suggestions };
      },
      // Without them one writes as well; the next letter tries again.
      () => {},
    );
  }, [root, part, wanted]);
  const Part = part.value?.of;
  return may && Part && <Part composer={composer} composing={composing} />;
});
