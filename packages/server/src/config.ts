import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { HostSettings } from '@xiaoer/host';
import * as v from 'valibot';
import type { ConnectLimits } from './gateways/address-limits.ts';
import { isLoopback } from './identity/origins.ts';
import type { LogLevel } from './node-env.ts';
import type { MailSettings } from './notices/mail-notify.ts';
import { PLACES, type Places } from './places.ts';
import type { Keeping } from './privacy/retention.ts';
import { PROVIDER_ENVIRONMENT, type ProviderSettings, readProvider } from './provider/settings.ts';
import type { SignedEndpoint } from './signed-post.ts';

/** Everything that can be set. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly dataDir: string;
  /** The shop's folder; the bundled one if absent. */
  readonly shop?: string | undefined;
  readonly mapping?: string | undefined;
  /** Where the full import report is written. */
  readonly report?: string | undefined;
  /** Origins of shops on other hosts. */
  readonly origins: readonly string[];
  /** The address by which browsers reach the server, where a proxy stands before it. */
  readonly publicUrl?: string | undefined;
  /** Shared secret of shoppers' tokens (HS256). */
  readonly shopSecret?: string | undefined;
  /** Address or file of the public keys of shoppers' tokens (EdDSA, RS256); instead of the secret. */
  readonly shopKeys?: string | undefined;
  readonly issuer?: string | undefined;
  /** Where notices to people outside the page go, and the secret that they are signed with. */
  readonly notify?: SignedEndpoint | undefined;
  /** The mail server that notices go through, and who they are from. */
  readonly mail?: MailSettings | undefined;
  /** What a shopper has not seen for so long is told outside the chat; 0 for never. */
  readonly noticeAfterMs: number;
  /** Where tasks of flows are carried out, and which. */
  readonly tasks?: (SignedEndpoint & { readonly names: readonly string[] }) | undefined;
  /** A language model that the assistant may ask where it is unsure. */
  readonly provider?: ProviderSettings | undefined;
  /** The address of a connection is the last of `X-Forwarded-For`. */
  readonly trustProxy: boolean;
  readonly connect: ConnectLimits;
  readonly mostLinks: number;
  readonly drainMs: number;
  /** A conversation with the bot that was quiet for so long is closed; 0 for never. */
  readonly idleCloseMs: number;
  /** What agents and those who wait for them get; the rest of the host's settings is its own. */
  readonly desk: Pick<HostSettings, 'agentCapacity' | 'queueLimitMs' | 'tellAfterMs' | 'answerLimitMs'>;
  /** Conversations with people that are drawn for a review each week. */
  readonly qualitySample?: number | undefined;
  /** For how long what is kept of people is kept. */
  readonly keeping: Keeping;
  readonly logLevel: LogLevel;
  readonly places: Places;
}

const whole = (least: number, most: number) => {
  const what = `write a whole number from ${least} to ${most}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d+$/, what),
    v.transform(Number),
    v.minValue(least, what),
    v.maxValue(most, what),
  );
};

const address = v.pipe(v.string(), v.url('write an address such as https://shop.example'));

const Environment = v.object({
  PORT: v.optional(whole(0, 65_535), '4173'),
  HOST: v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), '.data'),
  ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
      v.array(
        v.pipe(
          v.string(),
          v.regex(
            /^https?:\/\/[^/\s]+$/,
            'write origins such as https://shop.example, without a path, parted by commas',
          ),
        ),
      ),
    ),
    '',
  ),
  PUBLIC_URL: v.optional(address),
  SHOP_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'use at least 32 characters'))),
  SHOP_KEYS: v.optional(v.pipe(v.string(), v.minLength(1))),
  SHOP_ISSUER: v.optional(v.pipe(v.string(), v.minLength(1))),
  NOTIFY_URL: v.optional(address),
  NOTIFY_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'use at least 32 characters'))),
  SMTP_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^smtps?:\/\/[^/\s]+$/, 'write smtp://user:password@host:587, or smtps:// for port 465'),
    ),
  ),
  MAIL_FROM: v.optional(
    v.pipe(v.string(), v.regex(/^[^\r\n<>]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'write Shop <help@shop.example>')),
  ),
  NOTICE_AFTER_SECONDS: v.optional(whole(0, 86_400), '300'),
  TASKS_URL: v.optional(address),
  TASKS_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'use at least 32 characters'))),
  TASKS: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
      v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+$/, 'write names such as orders.cancel'))),
    ),
    '',
  ),
  ...PROVIDER_ENVIRONMENT,
  TRUST_PROXY: v.optional(v.picklist(['0', '1'], 'write 0 or 1'), '0'),
  CONNECTS_PER_MINUTE: v.optional(whole(1, 1_000_000)),
  MAX_LINKS: v.optional(whole(1, 1_000_000), '20000'),
  IDLE_CLOSE_HOURS: v.optional(whole(0, 8_760), '24'),
  AGENT_CAPACITY: v.optional(whole(1, 100), '5'),
  QUEUE_LIMIT_SECONDS: v.optional(whole(1, 86_400), '300'),
  TELL_AFTER_SECONDS: v.optional(whole(0, 86_400), '60'),
  ANSWER_LIMIT_SECONDS: v.optional(whole(0, 86_400), '300'),
  QUALITY_SAMPLE: v.optional(whole(1, 500), '20'),
  KEEP_CONVERSATIONS_DAYS: v.optional(whole(0, 36_500), '0'),
  KEEP_UPLOADS_DAYS: v.optional(whole(0, 36_500), '0'),
  KEEP_TICKETS_DAYS: v.optional(whole(0, 36_500), '0'),
  KEEP_AUDIT_DAYS: v.optional(whole(0, 36_500), '730'),
  DRAIN_MS: v.optional(whole(0, 600_000), '2000'),
  LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error'], 'write debug, info, warn or error'), 'warn'),
});

/** Connections a minute from one address that are nobody's: on loopback everybody has the same address. */
const usualConnects = (host: string): number => (isLoopback(host) ? 6_000 : 10);

function readArguments(args: readonly string[]) {
  try {
    const options = { shop: { type: 'string' }, mapping: { type: 'string' }, report: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Error(`${problem}\nUse: npm start -- [--shop DIR] [--mapping FILE] [--report FILE]`);
  }
}

/**
 * Reads the settings from the environment and the command line.
 * @throws Error that names each wrong setting and what to write.
 */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const values = readArguments(args);
  const read = v.safeParse(Environment, env);
  if (!read.success)
    throw new Error(
      read.issues.map((issue) => `${String(issue.path?.[0]?.key ?? 'setting')}: ${issue.message}`).join('\n'),
    );
  const set = read.output;
  if (set.SHOP_SECRET !== undefined && set.SHOP_KEYS !== undefined)
    throw new Error('SHOP_SECRET and SHOP_KEYS are both set: name the one that your shop signs with');
  const endpoint = (name: string, url: string | undefined, secret: string | undefined): SignedEndpoint | undefined => {
    if ((url === undefined) !== (secret === undefined))
      throw new Error(`${name}_URL and ${name}_SECRET belong together: set both, or neither`);
    return url === undefined || secret === undefined ? undefined : { url, secret };
  };
  const tasksTo = endpoint('TASKS', set.TASKS_URL, set.TASKS_SECRET);
  if (tasksTo && set.TASKS.length === 0)
    throw new Error('TASKS names what your system carries out, such as orders.cancel,orders.return');
  if ((set.SMTP_URL === undefined) !== (set.MAIL_FROM === undefined))
    throw new Error('SMTP_URL and MAIL_FROM belong together: set both, or neither');
  const mail =
    set.SMTP_URL === undefined || set.MAIL_FROM === undefined ? undefined : { url: set.SMTP_URL, from: set.MAIL_FROM };
  const perMinute = set.CONNECTS_PER_MINUTE ?? usualConnects(set.HOST);
  return {
    host: set.HOST,
    port: set.PORT,
    dataDir: resolve(set.DATA_DIR),
    shop: values.shop === undefined ? undefined : resolve(values.shop),
    mapping: values.mapping === undefined ? undefined : resolve(values.mapping),
    report: values.report === undefined ? undefined : resolve(values.report),
    origins: set.ORIGINS,
    publicUrl: set.PUBLIC_URL,
    shopSecret: set.SHOP_SECRET,
    shopKeys: set.SHOP_KEYS,
    issuer: set.SHOP_ISSUER,
    notify: endpoint('NOTIFY', set.NOTIFY_URL, set.NOTIFY_SECRET),
    mail,
    noticeAfterMs: set.NOTICE_AFTER_SECONDS * 1_000,
    tasks: tasksTo && { ...tasksTo, names: set.TASKS },
    provider: readProvider(set),
    trustProxy: set.TRUST_PROXY === '1',
    connect: { perMinute, burst: 2 * perMinute, pending: 20 * perMinute },
    mostLinks: set.MAX_LINKS,
    drainMs: set.DRAIN_MS,
    idleCloseMs: set.IDLE_CLOSE_HOURS * 3_600_000,
    desk: {
      agentCapacity: set.AGENT_CAPACITY,
      queueLimitMs: set.QUEUE_LIMIT_SECONDS * 1_000,
      tellAfterMs: set.TELL_AFTER_SECONDS * 1_000,
      answerLimitMs: set.ANSWER_LIMIT_SECONDS * 1_000,
    },
    qualitySample: set.QUALITY_SAMPLE,
    keeping: {
      conversationDays: set.KEEP_CONVERSATIONS_DAYS,
      uploadDays: set.KEEP_UPLOADS_DAYS,
      ticketDays: set.KEEP_TICKETS_DAYS,
      auditDays: set.KEEP_AUDIT_DAYS,
    },
    logLevel: set.LOG_LEVEL,
    places: PLACES,
  };
}
