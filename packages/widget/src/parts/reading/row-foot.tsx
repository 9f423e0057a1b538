import type { TimelineItem } from '@xiaoer/core';
import { Icon } from '../../content/icon.tsx';
import { CLOCK } from '../../content/icon-paths.ts';
import { CHECKS } from '../extra-icon-paths.ts';
import type { Shell } from '../shell.ts';

/** How much of a file has left, and the way to stop it. */
function Upload({ shell, item }: { readonly shell: Shell; readonly item: TimelineItem }) {
  const { t, format } = shell.words.value;
  const percent = Math.round((item.progress ?? 0) * 100);
  const text = t(item.progress ? 'status.uploading' : 'status.waiting', { n: format.number(percent) });
  return (
    <div class="delivery">
      <Icon path={CLOCK} />
      <progress max={100} value={percent} aria-label={t('status.upload')} />
      {text}
      {item.unsaved && ` · ${t('status.unsaved')}`}
      <button type="button" class="link" onClick={() => void shell.client.peek().discard(item.id).catch(reportError)}>
        {t('status.cancel')}
      </button>
    </div>
  );
}

/** Whether this is the newest own message that an agent has seen: only that one says so. */
function isSeenLast({ client }: Shell, { mine, seq }: TimelineItem): boolean {
  if (!mine || seq === undefined) return false;
  const seen = client.value.seen.value;
  if (seq > seen) return false;
  const rows = client.value.messages.value;
  for (let n = rows.length - 1; n >= 0; n--) {
    const row = rows[n];
    if (row?.mine && row.seq !== undefined && row.seq <= seen) return row.seq === seq;
  }
  return false;
}

/** What stands below a message once the second stage is there: its upload, why it broke off, that it was read, and the way to its menu. */
export function rowFoot(shell: Shell, item: TimelineItem) {
  const { t } = shell.words.value;
  const { frame } = shell.registry.find(item.content);
  return (
    <>
      {item.status === 'uploading' && <Upload shell={shell} item={item} />}
      {item.cut && <p class="cut">{t(`cut.${item.cut}`)}</p>}
      {isSeenLast(shell, item) && (
        <div class="delivery">
          <Icon path={CHECKS} />
          {t('status.read')}
        </div>
      )}
      {frame !== 'line' && !item.retracted && (
        <button type="button" class="tool more" aria-label={t('row.menu')} aria-haspopup="menu" tabIndex={-1}>
          ⋯
        </button>
      )}
    </>
  );
}
