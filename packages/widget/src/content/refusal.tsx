import { Icon } from './icon.tsx';
import { WARN } from './icon-paths.ts';

/** Why something was refused, said where it was asked for. */
export function Refusal({ text }: { readonly text: string | undefined }) {
  return (
    <span class="c-refusal" role="status">
      {text && (
        <>
          <Icon path={WARN} />
          <bdi>{text}</bdi>
        </>
      )}
    </span>
  );
}
