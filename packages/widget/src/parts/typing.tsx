import { Face } from './face.tsx';
import { faceOf, nameOf } from './shell.ts';
import { shellPart } from './shell-part.tsx';

/** Somebody of the house is writing: the two strokes of 二 take turns. */
export const TypingRow = shellPart((shell) => {
  const words = shell.words.value;
  const writer = shell.client.value.typing.value.find(({ from }) => from.role !== 'shopper')?.from;
  if (!writer) return null;
  const name = nameOf(writer, words);
  return (
    <div class="row in head typing">
      <div class="by">
        <Face name={faceOf(writer)} />
        <b dir="auto">{name}</b>
      </div>
      <div class="c-bubble c-in" role="img" aria-label={words.t('typing.by', { name })}>
        <span class="strokes" aria-hidden="true" />
        <span class="still" aria-hidden="true">
          {words.t('typing.word')}
        </span>
      </div>
    </div>
  );
});
