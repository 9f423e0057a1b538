import { BOT } from './inn.ts';
import { carries, eventsOf, isNack, onDown, onUp, type WrongHouse, without } from './wrong-house.ts';

/** Houses that answer what they must refuse, refuse what they must take, or tell what is not theirs to tell. */
export const WRONG_MANNERS: readonly WrongHouse[] = [
  {
    fault: 'lets the bot speak over an agent',
    make: () => {
      const joined = new Set<string>();
      return ({ log }) => ({
        down: (frame) => {
          const conversation = String(frame['conversation']);
          for (const event of carries(frame) ? eventsOf(frame) : []) {
            if (event.kind === 'handoff' && event.body['state'] === 'joined') joined.add(conversation);
            if (event.from.role !== 'shopper' || !joined.delete(conversation)) continue;
            // Behind the house's back, as a second process does that does not look who serves.
            const line = { id: `bot:${event.seq}:0`, at: 0, from: BOT, kind: 'text', body: { text: 'me too' } };
            log.elsewhere({ conversation, events: [{ ...line, seq: event.seq + 1 }] });
          }
          return [frame];
        },
      });
    },
    fails: ['server rule 9: no line of the bot lands while an agent speaks'],
  },
  {
    fault: 'takes the author from the frame',
    make: () => {
      const authors = new Map<string, unknown>();
      return () => ({
        up: (frame) => {
          if (frame.t === 'append' && frame['from']) authors.set(String(frame['id']), frame['from']);
          return [frame];
        },
        down: (frame) => [
          carries(frame)
            ? {
                ...frame,
                events: eventsOf(frame).map((event) => ({ ...event, from: authors.get(event.id) ?? event.from })),
              }
            : frame,
        ],
      });
    },
    fails: ['server rule 4: the author comes from the credential, never from the frame'],
  },
  {
    fault: 'answers for somebody else’s conversation',
    make: () => (hands) => {
      const asked = new Map<unknown, Frame>();
      return {
        up: (frame) => {
          if (frame.t === 'pull') asked.set(frame['nonce'], frame);
          return [frame];
        },
        down: (frame) => {
          const pull = asked.get(frame['nonce']);
          if (!pull || !isNack(frame, 'forbidden')) return [frame];
          const { conversation, nonce } = pull;
          void hands.log
            .read(String(conversation), 0, 10)
            .then((events) =>
              hands.down(
                events.length > 0
                  ? { t: 'events', conversation, nonce, epoch: hands.log.epoch(), events, first: 1 }
                  : frame,
              ),
            );
          return [];
        },
      };
    },
    fails: ['server rule 8: somebody else’s conversation can neither be written nor read'],
  },
  {
    fault: 'forgets the nonce of a hello',
    make: () => {
      let kept: unknown;
      return () => ({
        down: (frame) => {
          if (frame.t !== 'welcome') return [frame];
          kept ??= frame['nonce'];
          return [{ ...frame, nonce: kept }];
        },
      });
    },
    fails: ['hello: welcome echoes the nonce and tells version, limits and heartbeat'],
  },
  {
    fault: 'opens a second conversation',
    make: onDown((frame) => [
      isNack(frame, 'use')
        ? { t: 'ack', conversation: frame['conversation'], id: frame['id'], epoch: 'memory-1', seq: 1 }
        : frame,
    ]),
    fails: ['server rule 8: a second conversation is answered by `use`, and its op is taken there under its own id'],
  },
  {
    fault: 'ends the link on an unknown frame',
    make: () => (hands) => ({
      up: (frame) => {
        if (frame.t !== 'teleport') return [frame];
        hands.end();
        return [];
      },
    }),
    fails: ['server rule 7: unknown frames and signals are ignored'],
  },
  {
    fault: 'refuses unknown fields',
    make: () => (hands) => ({
      up: (frame) => {
        if (!('priority' in frame)) return [frame];
        hands.down({ t: 'nack', class: 'rejected', code: 'invalid-frame', id: frame['id'] });
        return [];
      },
    }),
    fails: ['server rule 7: unknown fields are ignored'],
  },
  {
    fault: 'says nothing about malformed frames',
    make: onDown((frame) => (isNack(frame, 'invalid-frame') ? [] : [frame])),
    fails: [
      'a malformed frame is refused with invalid-frame, under its id or nonce where it has one, and the link lives',
    ],
  },
  {
    fault: 'takes ops of nobody',
    make: onDown((frame) => [
      isNack(frame, 'unauthenticated')
        ? { t: 'ack', conversation: frame['conversation'], id: frame['id'], epoch: 'memory-1', seq: 1 }
        : frame,
    ]),
    fails: [
      'hello: without a credential one is nobody, and an op of nobody is unauthenticated',
      'hello: a later one without a credential makes the link nobody’s again',
    ],
  },
  {
    fault: 'does not look at `serving`',
    make: () => () => ({
      up: (frame) => [(frame['body'] as { text?: string } | undefined)?.text ? without(frame, 'serving') : frame],
    }),
    fails: ['server rule 9: an op that names a serving state of before is refused with serving-changed'],
  },
  {
    fault: 'goes on in a closed conversation',
    make: onDown((frame) => [
      isNack(frame, 'conversation-closed')
        ? { t: 'ack', conversation: frame['conversation'], id: frame['id'], epoch: 'memory-1', seq: 9 }
        : frame,
    ]),
    fails: [
      'server rule 8: after `closed` a message is refused with conversation-closed, and a new conversation begins',
    ],
  },
  {
    fault: 'sends history without limit',
    make: onUp((frame) => [frame.t === 'pull' && frame['limit'] !== 1 ? { ...frame, limit: 500 } : frame]),
    fails: ['pull: the newest events below `before`, no more than `limit`, under its nonce'],
  },
  {
    fault: 'tells a shopper what agents note',
    make: onDown((frame) => [
      carries(frame)
        ? {
            ...frame,
            events: eventsOf(frame).map((event) =>
              event.kind === 'hidden' ? { ...event, kind: 'note', body: { text: 'a good customer' } } : event,
            ),
          }
        : frame,
    ]),
    fails: ['a note between agents reaches a shopper as hidden, and leaves no hole'],
  },
  {
    fault: 'pings without heads',
    make: onDown((frame) => [frame.t === 'ping' ? { t: 'ping', heads: {} } : frame]),
    fails: ['client rule 5: ping comes every heartbeat and names the heads of what the link reads'],
  },
];
