import { type ChatEvent, fallback, readContent } from '@xiaoer/core/protocol';
import { escapeHtml } from '../escape-html.ts';
import { type Values, words } from '../locales/words.ts';
import type { ExportedFile, ExportedLog, ShopperExport } from './collect-export.ts';

/** Kinds that are no words to anybody. The JSON beside this page has them. */
const SILENT = new Set(['trace', 'hidden', 'claimed', 'read']);

const STYLE = `:root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}
body{max-width:48rem;margin:0 auto;padding:2rem 1.25rem}
h1{overflow-wrap:anywhere;font-size:1.5rem}
h2{margin:2.5rem 0 .5rem;border-bottom:1px solid;padding-bottom:.25rem}
h3{margin:1.5rem 0 .5rem;font-size:1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}
dt,small,time{opacity:.7}dd{margin:0}
ol{list-style:none;padding:0}li{margin:.5rem 0;overflow-wrap:anywhere;white-space:pre-wrap}
img{max-width:16rem;max-height:16rem;display:block}`;

/** Where the bytes of a file are found: a path beside the page, or the bytes themselves. */
export type HrefOf = (file: ExportedFile) => string;

/** The same as the JSON for people: one page in one language, that needs nothing else to be read. */
export function exportHtml(data: ShopperExport, locale: string, hrefOf: HrefOf): string {
  const say = (key: Parameters<typeof words>[1], values: Values = {}): string => escapeHtml(words(locale, key, values));
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const when = (at: number): string =>
    `<time datetime="${new Date(at).toISOString()}">${escapeHtml(format.format(at))} UTC</time>`;
  const part = (key: Parameters<typeof words>[1], inside: string): string =>
    `<h2>${say(key)}</h2>${inside === '' ? `<p>${say('export.none')}</p>` : inside}`;
  const list = (rows: readonly string[]): string =>
    rows.length === 0 ? '' : `<ol>${rows.map((row) => `<li>${row}</li>`).join('')}</ol>`;

  const textOf = ({ kind, body }: ChatEvent): string => {
    const text = fallback(readContent({ kind, body }));
    return text === '' || Object.keys(body).length === 0 ? kind : text;
  };
  const line = (event: ChatEvent): string => {
    const { role, name } = event.from;
    const who = name ?? words(locale, `export.by.${role}`);
    const note = event.kind === 'note' ? ` <small>${say('export.note')}</small>` : '';
    return `${when(event.at)} <b>${escapeHtml(who)}</b>${note}<br>${escapeHtml(textOf(event))}`;
  };
  const change = ({ at, from, kind, body }: ChatEvent): string =>
    `${when(at)} <b>${escapeHtml(from.name ?? words(locale, `export.by.${from.role}`))}</b> <small>${escapeHtml(kind)}</small><br>${escapeHtml(JSON.stringify(body, null, 1))}`;
  const file = (one: ExportedFile): string => {
    const href = escapeHtml(hrefOf(one));
    const name = escapeHtml(one.name);
    const link = `<a href="${href}" download="${name}">${name}</a> <small>${one.bytes.length} B</small>`;
    return one.type.startsWith('image/') ? `${link}<img src="${href}" alt="${name}">` : link;
  };
  const log = (title: string, { id, createdAt, events }: ExportedLog, draw: (event: ChatEvent) => string): string =>
    `<h3>${escapeHtml(title)} ${when(createdAt)}</h3>${list(events.filter(({ kind }) => !SILENT.has(kind)).map(draw))}${list(
      data.files.filter((one) => one.conversation === id).map(file),
    )}`;

  const { shop, subject, exportedAt } = data;
  const title = say('export.title', { shopper: subject });
  return `<!doctype html><html lang="${escapeHtml(locale)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style>
<h1>${title}</h1><p>${say('export.about', { shop })} ${when(exportedAt)}</p>
${part('export.addresses', list(data.addresses.map(({ email, verified, stopped }) => `${escapeHtml(email)} <small>${say(stopped ? 'export.stopped' : verified ? 'export.verified' : 'export.unverified')}</small>`)))}
${part('export.conversations', data.conversations.map((one) => log(one.id, one, line)).join(''))}
${part('export.tickets', data.tickets.map((one) => log(one.id.replace('ticket:', ''), one, change)).join(''))}
${part('export.orders', list(data.orderChanges.map(({ order, at, address }) => `${when(at)} <b>${escapeHtml(order)}</b><br>${escapeHtml(JSON.stringify(address, null, 1))}`)))}
${part('export.tags', list(data.tags.map((tag) => escapeHtml(JSON.stringify(tag)))))}
${part('export.notices', list(data.notices.map(({ at, state }) => `${when(at)} ${escapeHtml(state)}`)))}
${part('export.signIns', list(data.signIns.map(({ at, visitor }) => `${when(at)} ${escapeHtml(visitor)}`)))}
${part('export.looks', list(data.looks.map(({ at, by, what }) => `${when(at)} ${escapeHtml(by)} ${escapeHtml(what)}`)))}
</html>`;
}
