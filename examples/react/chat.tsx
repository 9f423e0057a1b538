import { fallback, readContent } from '@xiaoer/core/protocol';
import {
  type Connection,
  type DeliveryStatus,
  type TimelineItem,
  useClient,
  useConnected,
  useConnection,
  useMessages,
  useSignal,
  useTyping,
} from '@xiaoer/react';
import { useState } from 'react';

const LINK: Readonly<Partial<Record<Connection['state'], string>>> = {
  offline: 'Offline. What you write leaves when you are online.',
  degraded: 'The connection is slow. What you write is kept.',
  stopped: 'The chat cannot connect. Reload the page to try again.',
};

const DELIVERY: Readonly<Record<DeliveryStatus, string>> = {
  uploading: 'sending',
  queued: 'waiting',
  sending: 'sending',
  sent: '',
  failed: 'not sent',
  expired: 'not sent for a day',
};

/** One message: its words, whatever kind it is. A reply that is being written grows in place. */
function Line({ item }: { readonly item: TimelineItem }) {
  const client = useClient();
  const { id, from, mine, content, status, streaming } = item;
  const text = fallback(readContent({ kind: content.kind, body: { ...content.body } }));
  if (!text) return null;
  return (
    <li className={mine ? 'mine' : 'theirs'}>
      {!mine && <b>{from.name ?? (from.role === 'agent' ? 'Our team' : 'Xiaoer')}</b>}
      <p data-streaming={streaming}>{text}</p>
      {status && <small>{DELIVERY[status]}</small>}
      {(status === 'failed' || status === 'expired') && (
        <button type="button" onClick={() => client.resend(id)}>
          Send again
        </button>
      )}
    </li>
  );
}

/** The field. The draft outlives the page; what could not be taken goes back into it. */
function Composer() {
  const client = useClient();
  const draft = useSignal('draft');
  const [problem, setProblem] = useState(false);
  const send = async (text: string) => {
    client.setDraft('');
    try {
      await client.send('text', { text });
      setProblem(false);
    } catch {
      client.setDraft(text);
      setProblem(true);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.trim()) void send(draft.trim());
      }}
    >
      <input aria-label="Message" maxLength={4000} value={draft} onChange={(e) => client.setDraft(e.target.value)} />
      <button type="submit">Send</button>
      {problem && <p role="alert">This could not be kept. Try again.</p>}
    </form>
  );
}

/** A chat with a face of its own: the log, the outbox and the link come from the hooks. */
export function Chat() {
  useConnected();
  const messages = useMessages();
  const typing = useTyping();
  const { state } = useConnection();
  return (
    <section aria-label="Chat">
      {LINK[state] && <p role="status">{LINK[state]}</p>}
      <ol role="log">
        {messages.map((item) => (
          <Line key={item.key} item={item} />
        ))}
      </ol>
      {typing[0] && <p>{typing[0].from.name ?? 'Xiaoer'} is writing …</p>}
      <Composer />
    </section>
  );
}
