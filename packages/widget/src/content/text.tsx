import type { TextBody } from '@xiaoer/core/protocol';
import type { RendererProps } from './renderer.ts';
import { RichText } from './rich-text.tsx';
import { SourceLine } from './source-line.tsx';

/** Words, with their source below. */
export function Text({ body, context }: RendererProps<TextBody>) {
  return (
    <>
      <RichText text={body.text} lang={body.lang} />
      <SourceLine source={body.source} context={context} />
    </>
  );
}
