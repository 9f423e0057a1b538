import { type GroupProps, ItemView, type ItemViewProps } from './item-view.tsx';

/** Their buttons only help to read or to hear: they work at the desk as well. */
const READ_ONLY = ['article', 'shipment', 'voice', 'image', 'file'];

const Disabled = (props: GroupProps) => <fieldset {...props} role="presentation" disabled />;

/**
 * Draws one item for whoever reads. At the desk everything sits in a disabled group: cards can be read, and nothing can
 * be asked for.
 */
export function ContentView(props: Omit<ItemViewProps, 'group'>) {
  const { item, context } = props;
  const pressed = context.reader === 'desk' && !READ_ONLY.includes(item.content.kind);
  return <ItemView {...props} group={pressed ? Disabled : 'div'} />;
}
