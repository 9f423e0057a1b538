import type { TimelineItem } from '@xiaoer/core';
import type { Source } from '@xiaoer/core/protocol';
import { Bubble } from './bubble.tsx';
import type { CardContext } from './card-context.ts';
import { RichText } from './rich-text.tsx';
import { SourceLine } from './source-line.tsx';

/** The sentence before a card, in a bubble of its own. */
export function Lead(props: {
  readonly item: TimelineItem;
  readonly context: CardContext;
  readonly text: string | undefined;
  readonly source?: Source | undefined;
}) {
  if (!props.text) return null;
  return (
    <Bubble item={props.item} reader={props.context.reader}>
      <RichText text={props.text} />
      <SourceLine source={props.source} context={props.context} />
    </Bubble>
  );
}
