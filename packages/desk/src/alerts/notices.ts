import { type ReadonlySignal, signal } from '@preact/signals';

/** What a notice of the system says. `tag` replaces an earlier one about the same conversation. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  readonly tag: string;
  readonly onOpen: () => void;
}

/** Notices of the system, for an agent who looks elsewhere. */
export interface Notices {
  readonly permission: ReadonlySignal<NotificationPermission | 'unsupported'>;
  /** Asks the browser for leave. From a press only. */
  ask(): Promise<void>;
  /** Shows one while the page is out of sight. */
  show(notice: Notice): void;
}

/** The browser's own notices. */
export function createNotices(page: Window & typeof globalThis): Notices {
  const { Notification } = page;
  const permission = signal<NotificationPermission | 'unsupported'>(
    typeof Notification === 'function' ? Notification.permission : 'unsupported',
  );
  return {
    permission,
    async ask() {
      if (permission.peek() === 'unsupported') return;
      permission.value = await Notification.requestPermission();
    },
    show({ title, text, tag, onOpen }) {
      if (permission.peek() !== 'granted' || page.document.visibilityState === 'visible') return;
      try {
        const notice = new Notification(title, { body: text, tag });
        notice.onclick = () => {
          page.focus();
          onOpen();
          notice.close();
        };
      } catch {
        // Some browsers allow notices to service workers only; the sound and the title say it there.
      }
    },
  };
}
