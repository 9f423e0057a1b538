import { type ChatEvent, type Content, fallback, type Reply, readContent } from '@xiaoer/core/protocol';

/** What a shopper's content answers, and which product it is about. */
export function pointers(content: Content): { reply?: Reply | undefined; about?: string | undefined } {
  switch (content.kind) {
    case 'text':
      return { reply: content.body.reply, about: content.body.about?.product };
    case 'form':
      return 'answers' in content.body && content.body.to
        ? { reply: { to: content.body.to, values: content.body.answers } }
        : {};
    case 'product':
      return { about: content.body.product };
    default:
      return {};
  }
}

/** Finished uploads and addresses of pictures. */
const picturesOf = (events: readonly ChatEvent[]): readonly string[] =>
  events.flatMap((event) => {
    const content = readContent(event);
    return content.kind === 'image' ? (content.body.upload ?? content.body.url ?? []) : [];
  });

/** What a shopper's new messages are to a turn: their text, what the newest answers and is about, and their pictures. */
export function messageOf(events: readonly ChatEvent[]) {
  const pictures = picturesOf(events);
  const newest = events.at(-1);
  return {
    text: events
      .map((event) => fallback(readContent(event)))
      .filter(Boolean)
      .join('\n'),
    ...(newest && pointers(readContent(newest))),
    ...(pictures.length > 0 ? { pictures } : {}),
  };
}
