import type { AttachOptions } from '@xiaoer/core/uploads';
import type { StringKey } from '../../locales/strings.ts';
import type { Composer } from '../composer.tsx';
import { attachingClient } from './attaching-client.ts';

/** What the file picker of the system offers: the types that the server takes, and pictures that redrawing turns into them. */
export const ACCEPT = 'image/*,audio/*,.pdf,.txt,.docx,.xlsx,.pptx';

const WORDS: Readonly<Partial<Record<string, StringKey>>> = {
  'file-too-large': 'attach.large',
  'file-type': 'attach.type',
  'picture-unreadable': 'attach.unreadable',
  'attachments-full': 'attach.full',
  'outbox-full': 'composer.full',
};

/** The words for a refused attachment. */
export const attachProblem = (error: unknown): StringKey =>
  WORDS[String((error as { code?: unknown } | null)?.code)] ?? 'attach.failed';

/** A picture is one that is drawn; a drawing with a program in it is not. */
export const kindOf = ({ type }: Blob): 'image' | 'file' =>
  type.startsWith('image/') && type !== 'image/svg+xml' ? 'image' : 'file';

/** Attaches one after the other, in the order in which they were chosen. What is refused is said above the field. */
export async function attach(
  composer: Composer,
  files: readonly { readonly content: Blob; readonly options: AttachOptions }[],
): Promise<void> {
  const { shell, asking } = composer;
  if (files.length === 0) return;
  if (shell.memory.consent.peek() === 'ask') {
    asking.value = () => attach(composer, files);
    return;
  }
  shell.problem.value = null;
  for (const { content, options } of files)
    try {
      const client = await attachingClient(shell);
      if (!client) throw new TypeError('xiaoer: this client is made without attachments');
      await client.attach(content, options);
    } catch (error) {
      shell.problem.value = attachProblem(error);
    }
}

/** Attaches what was chosen, pasted or dropped. */
export const attachFiles = (composer: Composer, files: readonly File[]): Promise<void> =>
  attach(
    composer,
    files.map((file) => ({ content: file, options: { kind: kindOf(file), name: file.name || undefined } })),
  );
