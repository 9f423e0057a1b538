import type { Participant } from '@xiaoer/core/protocol';
import type { Exchange } from '../routes/route.ts';
import type { Guest } from './entry.ts';
import type { HttpLink, HttpLinks } from './http-links.ts';
import { answerText, FRAMES } from './link-answer.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { noLink, readHead } from './upstream.ts';

const OUT_OF_ORDER = 4001;

/** Links whose frames are asked for. A link that has ended keeps its last words until they are taken. */
export function createLongPoll(links: HttpLinks, patienceMs: number) {
  const boxes = new Map<string, { readonly box: Mailbox; readonly link: HttpLink }>();

  return {
    /** `POST …/poll` without a body: opens a link and names it. */
    open(exchange: Exchange, guest: Guest): void {
      let mailbox: Mailbox | undefined;
      const link = links.open(exchange.request, guest, (id) => {
        mailbox = createMailbox(
          id,
          patienceMs,
          () => {
            boxes.delete(id);
            link.gone();
          },
          () => boxes.delete(id),
        );
        return mailbox;
      });
      if (mailbox) boxes.set(link.id, { box: mailbox, link });
      const text = `${JSON.stringify({ link: link.id })}\n`;
      exchange.response.writeHead(200, { 'Content-Type': 'application/x-ndjson', ...FRAMES });
      exchange.response.end(text);
    },
    /** `POST …/poll` with `{"link":"…","after":n}`. */
    ask(exchange: Exchange, text: string, agent: Participant | undefined): void {
      const head = readHead(text, 'after');
      const found = head && boxes.get(head.link);
      if (!head) answerText(exchange, 400, 'Ask with {"link":"…","after":0}, or with nothing to open a link.');
      else if (!found?.link.belongsTo(exchange.request, agent?.id)) noLink(exchange);
      else if (!found.box.ask(head.number, exchange.response)) {
        found.link.end(OUT_OF_ORDER, 'those frames are not here');
        answerText(exchange, 409, 'Those frames are not here, so the link has ended. Open another.');
      }
    },
    /** Mailboxes that somebody may still ask for. */
    count: () => boxes.size,
  };
}
