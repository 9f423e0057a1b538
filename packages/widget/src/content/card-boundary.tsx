import { Component, type ComponentChildren } from 'preact';
import type { RendererProps } from './renderer.ts';
import { Unsupported } from './unsupported.tsx';

/**
 * A card that throws harms nobody: its plain text is shown in its place, and the next version of the item gets a new
 * chance.
 */
export class CardBoundary extends Component<
  Omit<RendererProps<never>, 'body'> & { readonly children: ComponentChildren },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: { readonly item: unknown }) {
    if (this.state.failed && before.item !== this.props.item) this.setState({ failed: false });
  }

  override render() {
    const { item, context, children } = this.props;
    return this.state.failed ? (
      <Unsupported item={item} context={context} body={undefined as never} broken />
    ) : (
      children
    );
  }
}
