import { cases } from './conformance-case.ts';
import { refusedWith } from './refused-with.ts';
import { same } from './verdict.ts';

/** Who says what. */
export const AUTHORSHIP = cases({
  'server rule 4: the author comes from the credential, never from the frame': async (stage) => {
    const guest = await stage.visitor();
    const [conversation, id] = [stage.id(), stage.id()];
    const from = { role: 'agent', id: 'the-boss', name: 'The boss' };
    await guest.record(conversation, id, 'everything is free', { from, author: 'the-boss', principal: from });
    const { role, id: author } = (await guest.event(conversation, id)).from;
    same('the author is', { role, author }, { role: 'shopper', author: guest.principal.id });
  },
  'server rule 4: a shopper may not append what is for bot, agents or the house': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    await guest.record(conversation, stage.id(), 'first');
    const card = { label: 'Yes', value: 'yes' };
    for (const [kind, body] of [
      ['choices', { text: 'Do you agree?', options: [card] }],
      ['closed', {}],
      ['notice', { text: 'We moved.' }],
      ['hidden', {}],
      ['note', { text: 'between us' }],
      ['handoff', { state: 'joined', agent: { id: 'me', name: 'Me' } }],
      ['rating', { state: 'asked' }],
    ] as const) {
      const id = stage.id();
      guest.say(conversation, id, { kind, body });
      refusedWith(await guest.refused(id), 'rejected', 'forbidden');
    }
  },
  'only an event that is there can be taken back': async (stage) => {
    const guest = await stage.visitor();
    const conversation = stage.id();
    const { seq } = await guest.record(conversation, stage.id(), 'a slip');
    const none = stage.id();
    guest.say(conversation, none, { kind: 'retracted', body: { target: seq + 900 } });
    refusedWith(await guest.refused(none), 'rejected', 'not-found');
    await guest.record(conversation, stage.id(), { kind: 'retracted', body: { target: seq } });
  },
});
