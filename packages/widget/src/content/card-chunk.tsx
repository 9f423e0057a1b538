import { Component, type ComponentType, createRef } from 'preact';
import { adoptSheet } from './adopt-sheet.ts';
import type { RendererProps } from './renderer.ts';
import { Unsupported } from './unsupported.tsx';

type Chunk = typeof import('./card-kinds.ts');

/** Fetches the chunk. */
export type LoadChunk = () => Promise<Chunk>;

/**
 * Renderers that arrive with a chunk of their own, or that need the guards in it. The place of a card is kept
 * meanwhile; when the chunk cannot be had, its plain text is shown, and the next card of such a kind tries again. A
 * body that fails the guard of its kind is never drawn: its text is shown instead. Kinds that only the page knows have
 * its own guards.
 */
export function cardChunk(load: LoadChunk) {
  let chunk: Chunk | undefined;
  let pending: Promise<void> | undefined;

  const fetchOnce = (): Promise<void> => {
    pending ??= load().then(
      (loaded) => {
        chunk = loaded;
      },
      () => {
        pending = undefined;
      },
    );
    return pending;
  };

  /** The renderer of whatever kind it is given: `own`, or the one in the chunk. */
  function checked(own?: ComponentType<RendererProps<never>>): ComponentType<RendererProps<never>> {
    return class Late extends Component<RendererProps<never>, { readonly failed?: boolean }> {
      readonly #place = createRef<HTMLDivElement>();

      override async componentDidMount() {
        if (!chunk) {
          await fetchOnce();
          this.setState({ failed: !chunk });
        }
        const root = this.#place.current?.getRootNode();
        if (chunk && root && 'adoptedStyleSheets' in root) adoptSheet(root as ShadowRoot, chunk.cardStyles);
      }

      override render(props: RendererProps<never>) {
        const { failed } = this.state;
        const Loaded = chunk?.cardFor(props.item.content, own);
        return (
          <div class="c-late" ref={this.#place} aria-busy={!chunk && !failed ? true : undefined}>
            {Loaded ? <Loaded {...props} /> : (chunk || failed) && <Unsupported {...props} richly={chunk?.richly} />}
          </div>
        );
      }
    };
  }

  return { checked, preload: fetchOnce };
}
