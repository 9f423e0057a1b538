import { ERASED, type Log } from '@xiaoer/host';
import type { ResumeTokens } from '../identity/resume-token.ts';
import { words } from '../locales/words.ts';
import type { Contact, Contacts } from '../notices/contacts.ts';
import type { LateReplies } from '../notices/late-replies.ts';
import { cardPage, NOTICE_SHEET, RESUME_SCRIPT, resumePage } from '../notices/pages.ts';
import type { Purpose, SignedKeys } from '../notices/signed-key.ts';
import { readText } from './read-text.ts';
import { type Exchange, isReading, type Route, sendText } from './route.ts';

/** Most bytes of a posted key or answer. */
const MOST = 512;

function send({ request, response }: Exchange, status: number, type: string, text: string): true {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  response.end(request.method === 'HEAD' ? undefined : text);
  return true;
}

/** The languages of these pages, by what the reader's browser prefers. */
const localeOf = ({ request }: Exchange): string =>
  /^zh/i.test(String(request.headers['accept-language'] ?? '')) ? 'zh-CN' : 'en';

/** What the addresses of notices are made of. */
export interface NoticePorts {
  readonly shop: string;
  readonly shopName: (locale: string) => string;
  readonly keys: SignedKeys;
  readonly tokens: Pick<ResumeTokens, 'make'>;
  readonly contacts: Contacts;
  readonly late: Pick<LateReplies, 'confirmed'>;
  readonly log: Pick<Log, 'head'>;
}

/**
 * Where the links of notices lead: `/resume` goes on with a conversation, `/confirm` and `/stop` ask once more. Reading
 * them changes nothing, for programs that scan mail open every link; only what is pressed does.
 */
export function noticesRoute(ports: NoticePorts): Route {
  const { shop, shopName, keys, tokens, contacts, late, log } = ports;

  const over = (exchange: Exchange): true => {
    const locale = localeOf(exchange);
    const page = cardPage(locale, {
      title: words(locale, 'page.over.title'),
      text: words(locale, 'page.over.text', { shop: shopName(locale) }),
    });
    return send(exchange, 403, 'text/html', page);
  };

  /** Trades the key of a link for a short token, for the shopper whose conversation it is now. */
  async function token(exchange: Exchange): Promise<true> {
    if (exchange.request.method !== 'POST') return sendText(exchange, 405, 'Ask by POST.');
    const keyed = keys.read('resume', (await readText(exchange, MOST)) ?? '');
    const found = keyed && (await log.head(keyed.conversation));
    if (!keyed || found?.record.shop !== shop || found.record.subject === ERASED)
      return sendText(exchange, 403, 'This link is over.');
    const { id, subject, name } = found.record;
    const theirs =
      keyed.contact === 0 || contacts.of(subject).some(({ n, stopped }) => n === keyed.contact && !stopped);
    if (!theirs) return sendText(exchange, 403, 'This link is over.');
    const principal = { role: 'shopper' as const, id: subject, ...(name === undefined ? {} : { name }) };
    return send(exchange, 200, 'text/plain', await tokens.make({ principal, conversation: id }));
  }

  /** A page with a question, and what its answer does. */
  async function question(
    exchange: Exchange,
    purpose: Exclude<Purpose, 'resume'>,
    act: (contact: Contact, conversation: string, answer: string) => Promise<'done' | 'undone' | 'no'>,
  ): Promise<true> {
    const { request, url } = exchange;
    const keyed = keys.read(purpose, url.searchParams.get('key') ?? '');
    const contact = keyed && contacts.find(keyed.contact);
    if (!keyed || !contact) return over(exchange);
    const locale = localeOf(exchange);
    const values = { shop: shopName(locale), email: contact.email };
    const title = words(locale, `page.${purpose}.title`);
    if (request.method !== 'POST') {
      if (!isReading(exchange)) return true;
      const yes = { label: words(locale, `page.${purpose}.yes`), value: 'yes' };
      const buttons = purpose === 'confirm' ? [yes, { label: words(locale, 'page.confirm.no'), value: 'no' }] : [yes];
      return send(
        exchange,
        200,
        'text/html',
        cardPage(locale, { title, text: words(locale, `page.${purpose}.text`, values), buttons }),
      );
    }
    const answer = new URLSearchParams((await readText(exchange, MOST)) ?? '').get('answer') ?? '';
    const ended = await act(contact, keyed.conversation, answer);
    const text = words(
      locale,
      ended === 'done' ? `page.${purpose}.done` : ended === 'no' ? 'page.stop.done' : 'page.stop.undone',
      values,
    );
    const buttons =
      purpose === 'stop' && ended === 'done' ? [{ label: words(locale, 'page.stop.again'), value: 'again' }] : [];
    return send(exchange, 200, 'text/html', cardPage(locale, { title, text, buttons }));
  }

  return async (exchange) => {
    switch (exchange.url.pathname) {
      case '/resume':
        if (!isReading(exchange)) return true;
        return send(exchange, 200, 'text/html', resumePage(localeOf(exchange), shop, shopName(localeOf(exchange))));
      case '/resume.js':
        return !isReading(exchange) || send(exchange, 200, 'text/javascript', RESUME_SCRIPT);
      case '/notices.css':
        return !isReading(exchange) || send(exchange, 200, 'text/css', NOTICE_SHEET);
      case '/resume/token':
        return token(exchange);
      case '/confirm':
        return question(exchange, 'confirm', async ({ n }, conversation, answer) => {
          if (answer !== 'yes') {
            await contacts.stop(n, true);
            return 'no';
          }
          await contacts.confirm(n);
          await late.confirmed(conversation);
          return 'done';
        });
      case '/stop':
        // One press in a mail program posts `List-Unsubscribe=One-Click` (RFC 8058).
        return question(exchange, 'stop', async ({ n }, _, answer) => {
          await contacts.stop(n, answer !== 'again');
          return answer === 'again' ? 'undone' : 'done';
        });
      default:
        return false;
    }
  };
}
