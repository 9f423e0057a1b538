import { createServer, type Socket } from 'node:net';

/** A mail as it arrived. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The text, decoded. */
  readonly text: string;
}

/** A mail server on this machine that keeps what it gets. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly Mail[];
  /** The next mail to an address that is not yet taken. */
  next(to: string): Promise<Mail>;
  /** Answers so many mails with «try again later». */
  refuse(times: number): void;
  close(): Promise<void>;
}

const decodeWord = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(coded, 'base64').toString() : decodeQuoted(coded.replaceAll('_', ' ')),
    );

const decodeQuoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

function readMail(from: string, to: string, data: string): Mail {
  const cut = data.indexOf('\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of data
    .slice(0, cut)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = decodeWord(line.slice(colon + 1).trim());
  }
  const body = data.slice(cut + 4).replace(/\r\n\.\./g, '\r\n.');
  const how = headers['content-transfer-encoding'];
  const text =
    how === 'base64' ? Buffer.from(body, 'base64').toString() : how === 'quoted-printable' ? decodeQuoted(body) : body;
  return { from, to, headers, text: text.replaceAll('\r\n', '\n').trim() };
}

/** Speaks as much of SMTP (RFC 5321) as a client needs that sends plain mail. */
export async function openMailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const waiting: { to: string; resolve: (mail: Mail) => void }[] = [];
  const taken = new Set<Mail>();
  const sockets = new Set<Socket>();
  let refusals = 0;

  const take = (mail: Mail): void => {
    mails.push(mail);
    const at = waiting.findIndex(({ to }) => to === mail.to);
    if (at < 0) return;
    taken.add(mail);
    waiting.splice(at, 1)[0]?.resolve(mail);
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let buffer = '';
    let from = '';
    let to = '';
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const command = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (verb === 'EHLO') say('250 mail.test');
      else if (verb === 'MAIL' && refusals > 0) {
        refusals--;
        say('451 try again later');
      } else if (verb === 'MAIL') {
        from = address;
        say('250 ok');
      } else if (verb === 'RCPT') {
        to = address;
        say('250 ok');
      } else if (verb === 'DATA') {
        inData = true;
        say('354 go on');
      } else if (verb === 'QUIT') socket.end('221 bye\r\n');
      else say('250 ok');
    };
    say('220 mail.test');
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (;;) {
        const end = inData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
        if (end < 0) return;
        const part = buffer.slice(0, end);
        buffer = buffer.slice(end + (inData ? 5 : 2));
        if (!inData) {
          command(part);
          continue;
        }
        inData = false;
        take(readMail(from, to, part));
        say('250 taken');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    mails,
    next(to) {
      const found = mails.find((mail) => mail.to === to && !taken.has(mail));
      if (found) {
        taken.add(found);
        return Promise.resolve(found);
      }
      return new Promise((resolve) => waiting.push({ to, resolve }));
    },
    refuse(times) {
      refusals = times;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
