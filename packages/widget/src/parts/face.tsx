import type { Participant } from '@xiaoer/core/protocol';
import { Mark } from './mark.tsx';

/** The first character of a name, as people see it. */
const initial = (name: string): string => String.fromCodePoint(name.trim().codePointAt(0) ?? 0x2022).toUpperCase();

/** Who speaks: the mark for the bot, an initial for a person. The name always stands beside it. */
export function Face({ from }: { readonly from: Pick<Participant, 'role' | 'name'> }) {
  return from.role === 'agent' ? (
    <span class="face person" aria-hidden="true">
      {initial(from.name ?? '')}
    </span>
  ) : (
    <span class="face" aria-hidden="true">
      <Mark />
    </span>
  );
}
