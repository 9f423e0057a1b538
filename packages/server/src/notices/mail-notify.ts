import { createHash } from 'node:crypto';
import { words } from '../locales/words.ts';
import type { Notice, Notify } from '../notify.ts';

/** Milliseconds for the connection, the greeting and every answer of the mail server. */
const TIMEOUT_MS = 10_000;

/** How mail is sent. */
export interface MailSettings {
  /** `smtps://user:password@host:465`, or `smtp://…`, which is encrypted where the server offers it. */
  readonly url: string;
  /** `Shop <help@shop.example>` */
  readonly from: string;
}

/** Subject and text of a notice. */
export function letterOf({ kind, locale, values }: Notice, shop: string): { subject: string; text: string } {
  switch (kind) {
    case 'order-code':
      return {
        subject: words(locale, 'mail.code.subject', values),
        text: words(locale, 'mail.code.text', { shop, ...values }),
      };
    case 'confirm-mail': {
      const { waiting, ...filled } = values;
      return {
        subject: words(locale, 'mail.confirm.subject', filled),
        text: words(locale, waiting ? 'mail.confirm.waiting' : 'mail.confirm.text', filled),
      };
    }
    case 'reply':
      return { subject: words(locale, 'mail.reply.subject', values), text: words(locale, 'mail.reply.text', values) };
  }
}

/**
 * Sends notices by mail, as plain text: nothing in it can be markup. A mail about a conversation can be stopped by one
 * press in the reader's program (RFC 8058). The same notice has the same Message-ID, so that one which is sent again,
 * because the answer to it was lost, is shown once.
 */
export function createMailNotify({ url, from }: MailSettings, shopName: (locale: string) => string): Notify {
  let opening: Promise<{ sendMail(mail: object): Promise<unknown> }> | undefined;

  /** The library is loaded with the first mail. */
  const open = async () => {
    const { createTransport } = await import('nodemailer');
    const times = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
    return createTransport({ url, ...times, disableFileAccess: true, disableUrlAccess: true });
  };

  return {
    reaches: ({ email }) => email !== undefined,
    async send(notice, key) {
      opening ??= open();
      const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
      const stop = notice.kind === 'reply' ? notice.values.stop : undefined;
      await (await opening).sendMail({
        from,
        to: { name: '', address: notice.to.email ?? '' },
        ...letterOf(notice, shopName(notice.locale)),
        ...(key === undefined
          ? {}
          : { messageId: `<${createHash('sha256').update(key).digest('base64url')}@${domain}>` }),
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(stop === undefined
            ? {}
            : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
        },
      });
    },
  };
}
