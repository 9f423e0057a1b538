import { useEffect, useState } from 'preact/hooks';
import { Bubble } from './bubble.tsx';
import { ownText, plainText } from './plain-text.ts';
import type { RendererProps } from './renderer.ts';
import { RichText } from './rich-text.tsx';

/** What a card says in plain text, with a small note that it is not all. */
export function Unsupported({ item, context, broken }: RendererProps<never> & { readonly broken?: boolean }) {
  const [text, setText] = useState(() => ownText(item.content));
  useEffect(() => {
    void plainText(item.content).then(setText);
  }, [item.content]);
  return (
    <Bubble item={item} reader={context.reader}>
      {text && <RichText text={text} />}
      <p class="c-note">{context.t(broken ? 'card.undrawable' : 'card.unsupported')}</p>
    </Bubble>
  );
}
