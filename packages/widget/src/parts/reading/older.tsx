import { shellPart } from '../shell-part.tsx';
import type { Reading } from './reading.ts';

/** The way to what is further back, for who does not scroll. */
export const Older = shellPart((shell, { reading }: { readonly reading: Reading }) => {
  if (!shell.client.value.hasOlder.value) return null;
  const busy = reading.loading.value;
  return (
    <button type="button" class="older link" aria-disabled={busy} onClick={reading.back}>
      {shell.words.value.t(busy ? 'timeline.loading' : 'timeline.older')}
    </button>
  );
});
