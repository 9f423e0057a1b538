import type { ComponentChildren } from 'preact';
import { type Inline, parseMarkup } from './parse-markup.ts';
import { TextBox } from './text-box.tsx';

/** A link to somewhere else: the page stays, and neither opener nor rank is given away. */
export function OutLink(props: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <a class="c-link" href={props.href} title={props.href} target="_blank" rel="noopener nofollow ugc">
      {props.children}
    </a>
  );
}

const draw = (inside: readonly Inline[]): ComponentChildren =>
  inside.map((part) => {
    if (typeof part === 'string') return part;
    if ('href' in part) return <OutLink href={part.href}>{draw(part.inside)}</OutLink>;
    const Mark = part.mark;
    return <Mark>{Mark === 'code' ? <bdi>{draw(part.inside)}</bdi> : draw(part.inside)}</Mark>;
  });

/** Text of a message with its small markup as elements; there is no way from text to HTML here. */
export const richly = (text: string): ComponentChildren =>
  parseMarkup(text).map((block) =>
    block.kind === 'lines' ? (
      <p>{draw(block.inside)}</p>
    ) : (
      <ul>
        {block.items.map((item) => (
          <li>{draw(item)}</li>
        ))}
      </ul>
    ),
  );

/** A text with its markup in a place of its own. */
export const RichText = ({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) => (
  <TextBox lang={lang}>{richly(text)}</TextBox>
);
