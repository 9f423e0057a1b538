import { type Guard, shape, string } from '../shape.ts';

/** A line of the house in the middle of the timeline. */
export interface NoticeBody {
  readonly text: string;
}

/** Guard of {@link NoticeBody}. */
export const isNotice: Guard<NoticeBody> = shape<NoticeBody>({ text: string(1000, 1) });
