import { useRef } from 'preact/hooks';
import { PLUS } from '../../content/card-icon-paths.ts';
import { Icon } from '../../content/icon.tsx';
import type { Composer } from '../composer.tsx';
import { shellPart } from '../shell-part.tsx';
import { Tool } from '../tool.tsx';
import { ACCEPT, attachFiles } from './attach-files.ts';

/** Opens the file picker of the system, which offers the camera on phones. */
export const AttachButton = shellPart((shell, { composer }: { readonly composer: Composer }) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tool name={shell.words.value.t('attach.button')} onPress={() => input.current?.click()}>
        <Icon path={PLUS} />
      </Tool>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPT}
        onChange={({ currentTarget }) => {
          void attachFiles(composer, [...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = '';
          composer.field.current?.focus();
        }}
      />
    </>
  );
});
