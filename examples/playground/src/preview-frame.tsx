import { useEffect, useRef, useState } from 'preact/hooks';
import type { Colours, PreviewWindow, Shown } from './preview/api.ts';
import type { Scene } from './stage-bar.tsx';

/** The widget in a frame of its own, as wide as a device. */
export function PreviewFrame(props: {
  readonly title: string;
  readonly scheme: Shown['scheme'];
  readonly css: string;
  readonly scene: Scene;
  readonly onColours: (scheme: Shown['scheme'], colours: Colours) => void;
}) {
  const { title, scheme, css, scene, onColours } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    const preview = (frame.current?.contentWindow as PreviewWindow | null)?.preview;
    if (!ready || !preview) return;
    let stale = false;
    const held = document.activeElement;
    void preview.show({ ...scene, css, scheme }).then((colours) => {
      // A panel that opens takes the focus, in a frame as well: whoever is typing here keeps it.
      if (document.activeElement === frame.current && held instanceof HTMLElement) held.focus({ preventScroll: true });
      if (!stale) onColours(scheme, colours);
    });
    return () => {
      stale = true;
    };
  }, [ready, css, scene, scheme, onColours]);

  return (
    <figure class={`frame ${scene.device}`}>
      <figcaption>{title}</figcaption>
      <iframe ref={frame} title={title} src="/playground/preview.html" onLoad={() => setReady(true)} />
    </figure>
  );
}
