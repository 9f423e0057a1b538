import type { TimelineItem } from '@xiaoer/core';
import { fallback } from '@xiaoer/core/protocol';
import { useDesk } from '../desk-context.ts';
import { nameOf } from '../parts/names.ts';

/** What a message answers, above it: who said it, and the beginning of what was said. */
export function Quoted({ item }: { readonly item: TimelineItem }) {
  const { desk, t } = useDesk();
  const { content } = item;
  const seq = content.kind === 'text' ? content.body.quote : undefined;
  if (seq === undefined || item.retracted) return null;
  const said = desk.opened.current.value?.messages.value.find((row) => row.seq === seq);
  return (
    <blockquote class="quoted">
      {said && <b dir="auto">{said.from.role === 'bot' ? (said.from.name ?? t('talk.bot')) : nameOf(said.from, t)}</b>}
      <span dir="auto">{said && !said.retracted ? fallback(said.content) : t('talk.quoteGone')}</span>
    </blockquote>
  );
}
