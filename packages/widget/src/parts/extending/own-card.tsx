import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { RendererProps } from '../../content/renderer.ts';
import { Unsupported } from '../../content/unsupported.tsx';
import type { CardView, Chat, OwnCard, ReplyValues } from '../../state/extension.ts';
import { elementOf } from './element-of.ts';
import { reportMistake } from './report-mistake.ts';

let cards = 0;

/** One card on the screen: its place, its end, and what the page is handed, which is the same object from draw to draw. */
function createLife(kind: string, chat: Chat, first: RendererProps<never>) {
  const ended = new AbortController();
  const life = { slot: `xiaoer-card-${++cards}`, ended, shown: first, element: undefined as Element | undefined };
  const view: CardView = Object.defineProperties(Object.create(chat), {
    kind: { value: kind },
    signal: { value: ended.signal },
    body: { get: () => life.shown.body },
    item: { get: () => life.shown.item },
    reply: {
      async value(text: string, more: ReplyValues = {}) {
        const { context, item } = life.shown;
        const { ok } = await context.act({ do: 'reply', text, value: more.value, values: more.values }, item);
        if (!ok) throw new Error('xiaoer: the answer could not be kept');
      },
    },
  });
  return Object.assign(life, { view });
}

/** A card of the page: an element of the page's own tree, shown in the place of a message. */
export function ownCard(host: Element, kind: string, card: OwnCard, chat: Chat): ComponentType<RendererProps<never>> {
  const told = new Set<string>();

  /** Once for each mistake: the card is tried again with every version of a message. */
  function tell(error: unknown): void {
    const what = String(error);
    if (!told.has(what)) reportMistake(`the card ${kind}`, error);
    told.add(what);
  }

  function Drawn(shown: RendererProps<never>) {
    const { item, body, context } = shown;
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    const [waiting, setWaiting] = useState(false);
    const [life] = useState(() => createLife(kind, chat, shown));
    life.shown = shown;

    useLayoutEffect(() => {
      let current = true;
      const fail = (error: unknown) => {
        if (!current) return;
        tell(error);
        setFailure({ error });
      };
      const show = (given: unknown) => {
        if (!current) return;
        const element = elementOf(given);
        element.slot = life.slot;
        if (life.element !== element) life.element?.remove();
        life.element = element;
        if (element.parentNode !== host) host.append(element);
        setWaiting(false);
      };
      try {
        const given = card.draw(life.view, life.element);
        if (given instanceof Promise) {
          setWaiting(!life.element);
          given.then(show).catch(fail);
        } else show(given);
      } catch (error) {
        fail(error);
      }
      return () => {
        current = false;
      };
    }, [item, body, context.locale, life]);

    useLayoutEffect(
      () => () => {
        life.ended.abort();
        life.element?.remove();
      },
      [life],
    );

    // The boundary round every card shows the text of the message.
    if (failure) throw failure.error;
    return (
      <div class={waiting ? 'c-late' : ''} aria-busy={waiting || undefined}>
        <slot name={life.slot} />
      </div>
    );
  }

  return function Own(props: RendererProps<never>) {
    return card.fits && !card.fits(props.body) ? <Unsupported {...props} /> : <Drawn {...props} />;
  };
}
