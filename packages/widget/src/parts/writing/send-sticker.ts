import type { StickerBody } from '@xiaoer/core/protocol';
import type { Composer } from '../composer.tsx';
import { attachProblem } from './attach-files.ts';

/** Sends a sticker, once it is known what may be kept. */
export function sendSticker({ shell, asking }: Composer, body: StickerBody): void {
  const send = () =>
    shell.client
      .peek()
      .send('sticker', body)
      .catch((error) => {
        shell.problem.value = attachProblem(error);
      });
  shell.problem.value = null;
  if (shell.memory.consent.peek() === 'ask') asking.value = send;
  else void send();
}
