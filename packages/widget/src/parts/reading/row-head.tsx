import type { TimelineItem } from '@xiaoer/core';
import { Quote } from './quote.tsx';

/** What stands above a message once the second stage is there: the one that it answers. */
export const rowHead = ({ content, retracted }: TimelineItem) =>
  content.kind === 'text' && content.body.quote !== undefined && !retracted ? <Quote seq={content.body.quote} /> : null;
