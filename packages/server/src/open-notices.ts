import type { Env } from '@xiaoer/core/env';
import type { Host, Log } from '@xiaoer/host';
import type { SqliteStore } from './engines/sqlite-store.ts';
import { createResumeTokens, type ResumeTokens } from './identity/resume-token.ts';
import { lastingSecret } from './lasting-secret.ts';
import { type Contacts, createContacts, readEmail } from './notices/contacts.ts';
import { createLateReplies, type LateReplies } from './notices/late-replies.ts';
import { createMailNotify, type MailSettings } from './notices/mail-notify.ts';
import { createNoticeRows } from './notices/notice-rows.ts';
import { createSignedKeys } from './notices/signed-key.ts';
import { createWebhookNotify, firstThatReaches, type Notify } from './notify.ts';
import { noticesRoute } from './routes/notices.ts';
import type { Route } from './routes/route.ts';
import type { SignedEndpoint } from './signed-post.ts';

/** Everything by which the house reaches people who are not on the page. */
export interface Notices {
  readonly notify: Notify | undefined;
  readonly late: LateReplies;
  readonly contacts: Contacts;
  readonly tokens: ResumeTokens;
  readonly route: Route;
  /** The merchant's token named a mail address. */
  vouch(subject: string, email: string, verified: boolean): void;
  /** The shopper was erased: nothing of them stays in memory. */
  forget(subject: string): void;
}

/** Wires notices to the store, the log and the merchant's ways. */
export async function openNotices(about: {
  readonly env: Env;
  readonly store: SqliteStore;
  readonly log: Log;
  readonly shop: string;
  readonly shopName: (locale: string) => string;
  readonly webhook: SignedEndpoint | undefined;
  readonly mail: MailSettings | undefined;
  readonly afterMs: number;
  readonly address: () => string;
  readonly host: () => Pick<Host, 'unread'>;
}): Promise<Notices> {
  const { env, store, log, shop, shopName, webhook, mail, host } = about;
  const secret = (name: string): Promise<string> => lastingSecret(store, name);
  const notify = firstThatReaches([
    mail && createMailNotify(mail, shopName),
    webhook && createWebhookNotify(webhook, env.now),
  ]);
  const keys = createSignedKeys(await secret('notice-key'), env.now);
  const tokens = createResumeTokens(await secret('resume-key'), shop);
  const contacts = createContacts(store, { shop, secret: await secret('contact-key'), now: env.now });
  const late = createLateReplies({
    env,
    log,
    rows: createNoticeRows(store, env.now),
    contacts,
    keys,
    notify,
    shop,
    shopName,
    address: about.address,
    afterMs: notify ? about.afterMs : 0,
    unreadIn: (id) => host().unread(id),
  });
  /** What was vouched for in this life: a token comes every quarter of an hour. */
  const vouched = new Map<string, string>();
  return {
    notify,
    late,
    contacts,
    tokens,
    route: noticesRoute({ shop, shopName, keys, tokens, contacts, late, log }),
    forget: (subject) => void vouched.delete(subject),
    vouch(subject, text, verified) {
      const email = readEmail(text);
      if (!notify || email === undefined || vouched.get(subject) === email) return;
      vouched.set(subject, email);
      if (vouched.size > 10_000) vouched.delete(vouched.keys().next().value ?? '');
      contacts.add(subject, email, verified).catch((error: unknown) => {
        vouched.delete(subject);
        env.log('error', 'contact.failed', { error: error instanceof Error ? error.name : 'unknown' });
      });
    },
  };
}
