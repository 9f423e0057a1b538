import type { InboxRow } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { agentCookie, append, dial, hello, type Line, openInn, ownOrigin } from './inn.ts';

const CONVERSATION = 'c'.repeat(22);

type Seen = { readonly seq: number; readonly kind: string; readonly body: Readonly<Record<string, unknown>> };

/** Waits for an event and gives it. */
async function event(line: Line, fits: (one: Seen) => boolean): Promise<Seen> {
  for (;;) {
    const { events } = (await line.next('events')) as unknown as { readonly events: readonly Seen[] };
    const found = events.find(fits);
    if (found) return found;
  }
}

test('a message left with nobody at the desk is found by the shopper’s words when an agent comes', async () => {
  const inn = await openInn();
  const shopper = await dial(inn, '/ws');
  shopper.send(hello({ secret: 's'.repeat(43), locale: 'en' }));
  await shopper.next('welcome');
  shopper.send(append(CONVERSATION, 'a1', 'I want to talk to a person'));
  const declined = await event(shopper, ({ kind, body }) => kind === 'handoff' && body['state'] === 'declined');
  const answers = { contact: 'mei@example.com', message: 'The lid does not close' };
  const leave = { t: 'append', conversation: CONVERSATION, id: 'a2', kind: 'form' };
  shopper.send({ ...leave, body: { to: declined.seq, answers } });
  const thanks = await event(shopper, ({ kind, seq }) => kind === 'text' && seq > declined.seq + 1);
  expect(thanks.body['text']).toMatch(/answer you/);

  const agent = await dial(inn, '/desk/ws', { cookie: await agentCookie(inn), origin: ownOrigin(inn) });
  agent.send(hello());
  const signal = await agent.next((frame) => frame['name'] === 'inbox');
  const { rows } = signal['body'] as { readonly rows: readonly InboxRow[] };
  expect(rows).toMatchObject([
    {
      conversation: CONVERSATION,
      mode: 'bot',
      left: true,
      last: { role: 'shopper', text: 'The lid does not close · mei@example.com' },
    },
  ]);
});
