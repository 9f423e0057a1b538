import type { TimelineItem } from '@xiaoer/core';
import type { ComponentChildren } from 'preact';

/** On which side an item stands: `out` is the reader's own side, and the house's at the desk. */
export const sideOf = (item: TimelineItem, reader: 'shopper' | 'desk'): 'in' | 'out' =>
  (reader === 'desk' ? item.from.role !== 'shopper' : item.mine) ? 'out' : 'in';

/** A bubble. Its delivery state is on it; the words for the state stand below, in the row. */
export function Bubble(props: {
  readonly item: TimelineItem;
  readonly reader: 'shopper' | 'desk';
  readonly children: ComponentChildren;
}) {
  const side = sideOf(props.item, props.reader);
  const state = props.item.retracted ? 'retracted' : (props.item.status ?? 'sent');
  return (
    <div
      class={`c-bubble c-${side}`}
      part={`bubble-${side}`}
      data-state={state}
      data-role={props.item.from.role}
      data-streaming={props.item.streaming}
    >
      {props.children}
    </div>
  );
}
