import type { TextBody } from '@xiaoer/core/protocol';
import type { RendererProps } from '../content/renderer.ts';
import { TextBox } from '../content/text-box.tsx';
import { shellPart } from './shell-part.tsx';

/** Words as they are; from the second stage on with their markup, and their source below. */
export const PlainWords = shellPart((shell, { body, context }: RendererProps<TextBody>) => {
  const extras = shell.extras.chunk.value;
  return (
    <>
      <TextBox lang={body.lang}>{extras ? extras.richly(body.text) : <p>{body.text}</p>}</TextBox>
      {extras && <extras.SourceLine source={body.source} context={context} />}
    </>
  );
});
