import type { Storage } from '@xiaoer/core';
import { Icon } from '../../content/icon.tsx';
import { CLOSE, WARN } from '../../content/icon-paths.ts';
import { shellPart } from '../shell-part.tsx';
import { Tool } from '../tool.tsx';
import { useSignal } from '../use-signal.ts';

/** What is said about a store that does not keep: why, and what to do about it. */
const WORDS = {
  memory: 'storage.private',
  blocked: 'storage.private',
  closed: 'storage.private',
  failed: 'storage.private',
  quota: 'storage.full',
  timeout: 'storage.busy',
  'newer-schema': 'storage.newer',
} as const satisfies Record<Exclude<Storage, 'ok'>, string>;

/** Says that what is written dies with the page, unless the shopper has wanted that. */
export const StorageNote = shellPart((shell) => {
  const { t } = shell.words.value;
  const { storage } = shell.client.value.connection.value;
  const hidden = useSignal<Storage | undefined>(undefined);
  if (storage === 'ok' || storage === undefined || hidden.value === storage) return null;
  if (!shell.memory.keeps()) return null;
  return (
    <div class="storage" role="status">
      <Icon path={WARN} />
      <span>{t(WORDS[storage])}</span>
      <Tool
        name={t('storage.hide')}
        onPress={() => {
          hidden.value = storage;
          shell.field.current?.focus();
        }}
      >
        <Icon path={CLOSE} />
      </Tool>
    </div>
  );
});
