import type { TimelineItem } from '@xiaoer/core';
import { plainText } from '../../content/plain-text.ts';
import type { Action } from '../action-menu.tsx';
import type { Shell } from '../shell.ts';

/** For how long the server takes an own message back, in milliseconds. */
const RETRACT_MS = 2 * 60_000;

/** Whether an own message can be taken back: it has not left, or not long ago by this device's clock. The server decides. */
export const canRetract = ({ mine, retracted, status, at }: TimelineItem, now: number): boolean =>
  mine && !retracted && (status === 'sent' ? now - at < RETRACT_MS : status !== 'failed' && status !== 'expired');

/** What can be done with a message. */
export function rowActions(shell: Shell, item: TimelineItem): readonly Action[] {
  const { t } = shell.words.value;
  const actions: Action[] = [];
  if (item.seq !== undefined && !item.streaming)
    actions.push({
      text: t('row.quote'),
      act() {
        shell.quoted.value = item;
        shell.field.current?.focus();
      },
    });
  if (globalThis.isSecureContext)
    actions.push({
      text: t('row.copy'),
      act: () =>
        void plainText(item.content)
          .then((text) => navigator.clipboard.writeText(text))
          .catch(reportError),
    });
  if (canRetract(item, Date.now()))
    actions.push({
      text: t('row.retract'),
      act() {
        shell.problem.value = null;
        shell.client
          .peek()
          .retract(item.id)
          .catch(() => {
            shell.problem.value = 'retract.failed';
          });
      },
    });
  return actions;
}
