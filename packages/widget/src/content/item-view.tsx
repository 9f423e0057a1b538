import type { TimelineItem } from '@xiaoer/core';
import type { ComponentChildren, ComponentType } from 'preact';
import { Bubble, sideOf } from './bubble.tsx';
import { CardBoundary } from './card-boundary.tsx';
import type { CardContext } from './card-context.ts';
import type { Frame, Registry } from './renderer.ts';

/** What an element round the drawing of an item is given. */
export interface GroupProps {
  readonly class: string;
  readonly 'data-frame': Frame;
  readonly 'data-side': 'in' | 'out';
  readonly children: ComponentChildren;
}

/** An item, and what it is drawn with. */
export interface ItemViewProps {
  readonly item: TimelineItem;
  readonly registry: Registry;
  readonly context: CardContext;
  /** What the drawing sits in; a `div` where nothing is said. */
  readonly group?: ComponentType<GroupProps> | 'div' | undefined;
}

/**
 * Draws one item: the renderer of its kind inside an error boundary, with its bubble where the kind has one. It takes
 * the whole width and sets bubbles to their side by itself; who and when, and the words for delivery, are the row's.
 */
export function ItemView(props: ItemViewProps) {
  const { item, registry, context, group: Group = 'div' } = props;
  const { reader, t } = context;
  const { frame, render: Render } = registry.find(item.content);
  if (frame === 'none') return null;
  const wrap = (children: ComponentChildren) => (
    <Group class="c-item" data-frame={item.retracted ? 'bubble' : frame} data-side={sideOf(item, reader)}>
      {children}
    </Group>
  );
  if (item.retracted) {
    return wrap(
      <Bubble item={item} reader={reader}>
        {t(item.mine ? 'card.retracted' : 'card.retractedOther')}
      </Bubble>,
    );
  }
  const drawn = <Render item={item} body={item.content.body as never} context={context} />;
  return wrap(
    <CardBoundary item={item} context={context} key={item.key}>
      {frame === 'bubble' ? (
        <Bubble item={item} reader={reader}>
          {drawn}
        </Bubble>
      ) : (
        drawn
      )}
    </CardBoundary>,
  );
}
