import type { Commands, Extension, Listener, WidgetEventName, WidgetEvents, WidgetOptions } from '@xiaoer/widget';
import { useEffect, useRef, useState } from 'react';

/** Listeners by event name. A newer drawing's listeners replace the older ones. */
export type WidgetListeners = { readonly [E in WidgetEventName]?: Listener<E> };

/** Props of {@link ChatWidget}: the widget's options, and what the app does about its events. */
export interface ChatWidgetProps extends WidgetOptions {
  readonly on?: WidgetListeners | undefined;
  /** Cards, actions and things in places of the widget. Another object takes the place of the one before. */
  readonly extend?: Extension | undefined;
  /** The widget's verbs, once it is drawn. */
  readonly onReady?: ((commands: Commands) => void) | undefined;
}

let widget: Promise<typeof import('@xiaoer/widget')> | undefined;

/** Fetches the widget once, in a browser only. A fetch that failed is tried again by the next component. */
const loadWidget = () => {
  widget ??= import('@xiaoer/widget');
  widget.catch(() => {
    widget = undefined;
  });
  return widget;
};

/**
 * The whole widget, in its own element on `<html>`: launcher, panel, conversation. Renders nothing where it stands, so
 * it may stand anywhere, on the server too. Changed options are merged into the living widget; unmounting leaves
 * nothing behind.
 */
export function ChatWidget({ on, extend, onReady, ...options }: ChatWidgetProps): null {
  const [commands, setCommands] = useState<Commands | null>(null);
  const newest = useRef({ on, onReady, options });
  useEffect(() => {
    newest.current = { on, onReady, options };
  });

  const { shop } = options;
  useEffect(() => {
    let mounted: Commands | undefined;
    let left = false;
    void loadWidget().then(
      ({ mount }) => {
        // StrictMode's trial unmount comes before the import is done.
        if (left) return;
        mounted = mount({ ...newest.current.options, shop });
        setCommands(mounted);
        newest.current.onReady?.(mounted);
      },
      (error: unknown) => console.error('xiaoer: the widget could not be loaded', error),
    );
    return () => {
      left = true;
      setCommands(null);
      mounted?.destroy();
    };
  }, [shop]);

  const names = Object.keys(on ?? {})
    .sort()
    .join();
  useEffect(() => {
    if (!commands || names === '') return;
    const listen = <E extends WidgetEventName>(name: E) =>
      commands.on(name, (detail: WidgetEvents[E]) => newest.current.on?.[name]?.(detail));
    const ends = names.split(',').map((name) => listen(name as WidgetEventName));
    return () => {
      for (const end of ends) end();
    };
  }, [commands, names]);

  useEffect(() => (extend ? commands?.extend(extend) : undefined), [commands, extend]);

  const changes = JSON.stringify(options);
  useEffect(() => {
    commands?.update(JSON.parse(changes));
  }, [commands, changes]);
  return null;
}
