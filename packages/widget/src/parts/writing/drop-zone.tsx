import { useEffect } from 'preact/hooks';
import type { Composer } from '../composer.tsx';
import { shellPart } from '../shell-part.tsx';
import { useSignal } from '../use-signal.ts';
import { attachFiles } from './attach-files.ts';

const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];

/** Takes files that are pasted into the field or dropped on the panel. Text, and what text brings along, is left alone. */
export const DropZone = shellPart((shell, { composer }: { readonly composer: Composer }) => {
  const over = useSignal(false);
  useEffect(() => {
    const panel = composer.field.current?.closest<HTMLElement>('[role=dialog]');
    if (!panel || shell.options.peek().knowledge) return;
    const ended = new AbortController();
    const listen = <E extends keyof HTMLElementEventMap>(type: E, listener: (event: HTMLElementEventMap[E]) => void) =>
      panel.addEventListener(type, listener, { signal: ended.signal });
    const brings = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    listen('paste', (event) => {
      const files = filesOf(event.clipboardData);
      // An office program puts a picture of the text beside the text.
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
      event.preventDefault();
      void attachFiles(composer, files);
    });
    listen('dragover', (event) => {
      if (!brings(event)) return;
      event.preventDefault();
      over.value = true;
    });
    listen('dragleave', (event) => {
      if (!panel.contains(event.relatedTarget as Node | null)) over.value = false;
    });
    listen('drop', (event) => {
      over.value = false;
      if (!brings(event)) return;
      event.preventDefault();
      void attachFiles(composer, filesOf(event.dataTransfer));
      composer.field.current?.focus();
    });
    return () => ended.abort();
  }, [shell, composer, over]);
  return over.value && <p class="drop">{shell.words.value.t('attach.drop')}</p>;
});
