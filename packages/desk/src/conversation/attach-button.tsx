import type { Conversation } from '@xiaoer/core/desk';
import { useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icon.tsx';

/** What the file picker of the system offers: the types that the server takes, and pictures that are redrawn into them. */
const ACCEPT = 'image/*,audio/*,.pdf,.txt,.docx,.xlsx,.pptx';

/** Chooses pictures and files, any number at once. */
export function AttachButton({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        aria-label={t('write.attach')}
        onChange={({ currentTarget }) => {
          void desk.actions.attach(conversation, [...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <button type="button" class="tool" onClick={() => input.current?.click()}>
        <Icon name="clip" />
        {t('write.attach')}
      </button>
    </>
  );
}
