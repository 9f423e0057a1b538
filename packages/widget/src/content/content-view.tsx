import type { TimelineItem } from '@xiaoer/core';
import type { ComponentChildren } from 'preact';
import { Bubble, sideOf } from './bubble.tsx';
import { CardBoundary } from './card-boundary.tsx';
import type { CardContext } from './card-context.ts';
import type { Registry } from './renderer.ts';

/** Their buttons only help to read or to hear: they work at the desk as well. */
const READ_ONLY = ['article', 'shipment', 'voice'];

/**
 * Draws one item: the renderer of its kind inside an error boundary, with its bubble where the kind has one. It takes
 * the whole width and sets bubbles to their side by itself; who and when, and the words for delivery, are the row's.
 * At the desk everything sits in a disabled group: cards can be read, and nothing can be asked for.
 */
export function ContentView(props: {
  readonly item: TimelineItem;
  readonly registry: Registry;
  readonly context: CardContext;
}) {
  const { item, registry, context } = props;
  const { reader, t } = context;
  const { frame, render: Render } = registry.find(item.content);
  if (frame === 'none') return null;
  const wrap = (children: ComponentChildren) => {
    const common = {
      class: 'c-item',
      'data-frame': item.retracted ? 'bubble' : frame,
      'data-side': sideOf(item, reader),
    };
    return reader === 'desk' && !READ_ONLY.includes(item.content.kind) ? (
      <fieldset {...common} role="presentation" disabled>
        {children}
      </fieldset>
    ) : (
      <div {...common}>{children}</div>
    );
  };
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
