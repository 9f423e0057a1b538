import { effect } from '@preact/signals';
import type { InboxRow } from '@xiaoer/core/protocol';
import type { Desk } from '../desk-client.ts';
import { deskTranslator } from '../locales/translate.ts';
import { nameOf } from '../parts/names.ts';
import { type Alert, alertsOf } from './alerts-of.ts';
import type { Bell } from './bell.ts';
import type { Notices } from './notices.ts';

/** Changes of the inbox this close together ring once, in milliseconds. */
const TOGETHER_MS = 1_000;

/** What the alerts go through. `leads` tells whether this tab speaks for the browser. */
export interface AlertPorts {
  readonly bell: Bell;
  readonly notices: Notices;
  readonly leads: () => boolean;
  /** Whether the agent looks at the page. */
  readonly looks: () => boolean;
}

/**
 * Rings once for what is new, and shows a notice of it. The first inbox, and the first after an agent signed in, is what
 * there was before; words in the conversation that the agent looks at make no sound. The answer stops it.
 */
export function followAlerts(desk: Desk, { bell, notices, leads, looks }: AlertPorts): () => void {
  const { client } = desk;
  const unasked = client.inbox.peek();
  let before: readonly InboxRow[] | undefined;
  let rangAt = Number.NEGATIVE_INFINITY;

  const watched = ({ kind, row }: Alert) => kind === 'message' && looks() && desk.selected.peek() === row.conversation;

  const tell = ({ kind, row }: Omit<Alert, 'kind'> & { readonly kind: Alert['kind'] | 'due' }) => {
    const t = deskTranslator(desk.locale.peek());
    notices.show({
      title: t(`alert.${kind}`, { name: nameOf(row.shopper, t), from: row.givenBy?.name ?? '' }),
      text: row.last?.text ?? '',
      tag: `xiaoer:${row.conversation}`,
      onOpen: () => desk.select(row.conversation),
    });
  };

  const ring = () => {
    const now = desk.now.peek();
    if (now - rangAt < TOGETHER_MS) return;
    rangAt = now;
    bell.ring();
  };

  /** What was due when the page was opened is seen in the list; each later one is told once. */
  const due = new Map<string, number>();
  const stopDue = effect(() => {
    const me = client.principal.value?.id;
    const now = desk.now.value;
    for (const row of client.inbox.value) {
      const at = row.promise?.by.id === me ? row.promise?.due : undefined;
      const known = due.get(row.conversation);
      if (at === undefined || at > now) due.set(row.conversation, 0);
      else if (known !== at) {
        due.set(row.conversation, at);
        if (known === undefined || !leads()) continue;
        tell({ kind: 'due', row });
        ring();
      }
    }
  });

  const stop = effect(() => {
    const rows = client.inbox.value;
    const me = client.principal.value?.id;
    const known = before;
    // Before the house has told its inbox, an empty list says nothing.
    if (me === undefined || (rows === unasked && rows.length === 0)) return;
    before = rows;
    if (!known) return;
    const alerts = alertsOf(known, rows, me).filter((alert) => !watched(alert));
    if (alerts.length === 0 || !leads()) return;
    for (const alert of alerts) tell(alert);
    ring();
  });
  return () => {
    stop();
    stopDue();
  };
}
