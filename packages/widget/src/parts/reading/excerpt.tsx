import type { TimelineItem } from '@xiaoer/core';
import { useEffect, useState } from 'preact/hooks';
import { plainText } from '../../content/plain-text.ts';
import { nameOf, type Shell } from '../shell.ts';
import { shellPart } from '../shell-part.tsx';

/** An attachment by its name: its address says nothing to people. */
function ofFile({ content: { kind, body } }: TimelineItem, { words }: Shell): string | undefined {
  const { t } = words.value;
  if (kind === 'image') return body.alt ?? body.name ?? t('media.image');
  if (kind === 'voice') return body.transcript ?? t('media.voice', { n: Math.round(body.ms / 1000) });
  if (kind === 'file') return body.name ?? t('media.file');
  return undefined;
}

/** Who said it, and the beginning of what was said. */
export const Excerpt = shellPart((shell, { item }: { readonly item: TimelineItem }) => {
  const words = shell.words.value;
  const [text, setText] = useState('');
  const { content, retracted } = item;
  useEffect(() => {
    let current = true;
    plainText(content).then(
      (plain) => current && setText(plain.replace(/\s+/g, ' ').trim()),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [content]);
  return (
    <span class="excerpt">
      <b dir="auto">{nameOf(item.from, words)}</b>
      <span dir="auto">{retracted ? words.t('card.retractedOther') : (ofFile(item, shell) ?? text)}</span>
    </span>
  );
});
