import type { Composer } from '../composer.tsx';
import { Describe } from '../focus-strip.tsx';
import { shellPart } from '../shell-part.tsx';
import { ClaimQuestion } from './claim-question.tsx';
import { ConsentQuestion } from './consent-question.tsx';
import { DropZone } from './drop-zone.tsx';
import { LateSuggestions } from './late-suggestions.tsx';
import { PickerDrawer } from './picker-drawer.tsx';
import { QuickQuestions } from './quick-questions.tsx';
import { QuoteStrip } from './quote-strip.tsx';
import { Recorder } from './recorder.tsx';
import { StorageNote } from './storage-note.tsx';
import { WithdrawQuestion } from './withdraw-question.tsx';

/** What the second stage has above the field. The recorder stands in place of the field. */
export const Above = shellPart((shell, { composer }: { readonly composer: Composer }) => {
  const focus = shell.focus.value;
  return (
    <>
      <DropZone composer={composer} />
      <slot name="composer" />
      <StorageNote />
      <ClaimQuestion />
      <WithdrawQuestion />
      {composer.asking.value && <ConsentQuestion asking={composer.asking} />}
      {composer.above.value === 'picker' && <PickerDrawer composer={composer} />}
      <QuickQuestions />
      <QuoteStrip />
      {composer.above.value === 'recorder' && <Recorder composer={composer} />}
      {focus && !focus.title && <Describe focus={focus} />}
      {composer.above.value !== 'recorder' && <LateSuggestions composer={composer} />}
    </>
  );
});
