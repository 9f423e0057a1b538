import type { TimelineItem } from '@xiaoer/core';
import type { Conversation } from '@xiaoer/core/desk';
import { fallback } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';

/** A number of which the server shows the end only. */
const MASKED = /•[• -]*\p{Nd}{3}/u;

/** Below a line with a masked number: shows it once it is said what for. */
export function Reveal({ item, conversation }: { readonly item: TimelineItem; readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<string>();
  const [refused, setRefused] = useState(false);
  const { seq } = item;
  if (seq === undefined || item.retracted || !MASKED.test(fallback(item.content))) return null;
  if (shown !== undefined) return <p class="delivery revealed">{shown}</p>;
  if (!asking)
    return (
      <p class="delivery">
        <button type="button" class="link" onClick={() => setAsking(true)}>
          {t('reveal.show')}
        </button>
      </p>
    );
  const ask = async (reason: string) => {
    const text = await desk.privacy.reveal(conversation.id, seq, item.content.kind, reason);
    setShown(text);
    setRefused(text === undefined);
  };
  return (
    <form
      class="delivery reveal"
      onSubmit={(event) => {
        event.preventDefault();
        void ask(String(new FormData(event.currentTarget).get('reason') ?? ''));
      }}
    >
      <label>
        {t('reveal.why')}
        <input name="reason" required minLength={3} maxLength={200} autoComplete="off" />
      </label>
      <button type="submit" class="link">
        {t('reveal.show')}
      </button>
      {refused && <span role="alert">{t('reveal.failed')}</span>}
    </form>
  );
}
