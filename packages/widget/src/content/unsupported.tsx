import { Component } from 'preact';
import { Bubble } from './bubble.tsx';
import { ownText, plainText } from './plain-text.ts';
import type { RendererProps } from './renderer.ts';
import { RichText } from './rich-text.tsx';

/** What a card says in plain text, with a small note that it is not all. */
export class Unsupported extends Component<
  RendererProps<never> & { readonly broken?: boolean },
  { readonly text?: string }
> {
  override async componentDidMount() {
    this.setState({ text: await plainText(this.props.item.content) });
  }

  override render() {
    const { item, context, broken } = this.props;
    const text = this.state.text ?? ownText(item.content);
    return (
      <Bubble item={item} reader={context.reader}>
        {text && <RichText text={text} />}
        <p class="c-note">{context.t(broken ? 'card.undrawable' : 'card.unsupported')}</p>
      </Bubble>
    );
  }
}
