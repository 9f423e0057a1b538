import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Client, TimelineItem } from '@xiaoer/core';
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

/** By client: the number of the newest own message that an agent has seen, 0 while there is none. */
const seen = new WeakMap<Client, ReadonlySignal<number>>();

/** Whether this is that one: only it says so. A row is drawn again when that changes, and not with every message. */
function isSeenLast({ client }: Shell, { mine, seq }: TimelineItem): boolean {
  if (!mine || seq === undefined) return false;
  const of = client.value;
  const last =
    seen.get(of) ??
    computed(
      () =>
        of.messages.value.findLast((row) => row.mine && row.seq !== undefined && row.seq <= of.seen.value)?.seq ?? 0,
    );
  seen.set(of, last);
  return last.value === seq;
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
