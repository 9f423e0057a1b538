import { useState } from 'preact/hooks';
import type { Words } from './words.ts';

/** The stylesheet to copy. */
export function CssOutput({ css, words }: { readonly css: string; readonly words: Words }) {
  const [told, tell] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(css).then(
      () => tell(words.copied),
      () => tell(words.notCopied),
    );
  return (
    <section aria-labelledby="css">
      <h2 id="css">{words.css}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <pre class="css" tabIndex={0} dir="ltr">
        {css || words.nothingSet}
      </pre>
      <p class="copy">
        <button type="button" class="main" disabled={!css} onClick={() => void copy()}>
          {words.copy}
        </button>{' '}
        <span role="status">{told}</span>
      </p>
    </section>
  );
}
