import { isSafeUrl } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import { IMAGE } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';

/** A picture in a place whose size is kept before it loads, and when it is missing or cannot be loaded. */
export function Picture(props: {
  readonly src: string | undefined;
  readonly alt: string;
  readonly class?: string | undefined;
}) {
  const [broken, setBroken] = useState<string>();
  const drawable = isSafeUrl(props.src) && broken !== props.src;
  return (
    <span class={`c-picture ${props.class ?? ''}`}>
      {drawable ? (
        <img
          src={props.src}
          alt={props.alt}
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(props.src)}
        />
      ) : (
        <Icon path={IMAGE} />
      )}
    </span>
  );
}
