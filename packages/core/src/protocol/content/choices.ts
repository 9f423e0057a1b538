import { type Guard, list, optional, shape, string } from '../shape.ts';
import { isSource, type Source } from './text.ts';

/** One button. Pressing it sends a text with the label and `reply.value`. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A question with buttons; any typed answer is as good. */
export interface ChoicesBody {
  readonly text: string;
  readonly options: readonly Choice[];
  readonly source?: Source | undefined;
}

/** Guard of {@link Choice}. */
export const isChoice: Guard<Choice> = shape<Choice>({ label: string(200, 1), value: string(500) });

/** Guard of {@link ChoicesBody}. */
export const isChoices: Guard<ChoicesBody> = shape<ChoicesBody>({
  text: string(2000, 1),
  options: list(isChoice, 12, 1),
  source: optional(isSource),
});
