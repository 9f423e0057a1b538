import { Component, type ComponentChildren } from 'preact';
import { Bubble } from './bubble.tsx';
import { ownText, plainText } from './plain-text.ts';
import type { RendererProps } from './renderer.ts';
import { TextBox } from './text-box.tsx';

/** What a card says in plain text, with a small note that it is not all. */
export class Unsupported extends Component<
  RendererProps<never> & {
    readonly broken?: boolean;
    /** Draws markup; without it words stand as they were written. */
    readonly richly?: ((text: string) => ComponentChildren) | undefined;
  },
  { readonly text?: string }
> {
  override async componentDidMount() {
    this.setState({ text: await plainText(this.props.item.content) });
  }

  override render() {
    const { item, context, broken, richly } = this.props;
    const text = this.state.text ?? ownText(item.content);
    return (
      <Bubble item={item} reader={context.reader}>
        {text && <TextBox>{richly ? richly(text) : <p>{text}</p>}</TextBox>}
        <p class="c-note">{context.t(broken ? 'card.undrawable' : 'card.unsupported')}</p>
      </Bubble>
    );
  }
}
