import { carries, eventsOf, onDown, onUp, type WrongHouse, without } from './wrong-house.ts';

/** Houses that lose, double, move or hide what was written. */
export const WRONG_LOGS: readonly WrongHouse[] = [
  {
    fault: 'acks before it has stored',
    make: () => (hands) => {
      const early = new Set<unknown>();
      return {
        up: (frame) => {
          const last = (frame['body'] as { text?: string } | undefined)?.text === 'the last word';
          if (frame.t !== 'append' || !last) return [frame];
          early.add(frame['id']);
          hands.down({
            t: 'ack',
            conversation: frame['conversation'],
            id: frame['id'],
            epoch: hands.log.epoch(),
            seq: 4,
          });
          hands.later(30, () => hands.up(frame));
          return [];
        },
        down: (frame) => (frame.t === 'ack' && early.has(frame['id']) ? [] : [frame]),
      };
    },
    fails: ['server rule 2: what was acked is there after a crash, under its number'],
  },
  {
    fault: 'forgets ids, so that a repeat is another event',
    make: () => {
      const aliases = new Map<string, string>();
      let count = 0;
      return () => ({
        up: (frame) => {
          if (frame.t !== 'append') return [frame];
          const alias = `alias-${++count}`;
          aliases.set(alias, String(frame['id']));
          const after = [...aliases].reverse().find(([, real]) => real === frame['after'])?.[0] ?? frame['after'];
          return [{ ...frame, id: alias, after }];
        },
        down: (frame) => {
          const real = (id: unknown) => aliases.get(String(id)) ?? id;
          if (carries(frame))
            return [{ ...frame, events: eventsOf(frame).map((event) => ({ ...event, id: real(event.id) })) }];
          return [frame['id'] === undefined ? frame : { ...frame, id: real(frame['id']) }];
        },
      });
    },
    fails: [
      'server rule 1: a duplicate is an ack with the old seq, and records nothing',
      'server rule 1: a duplicate on another link is an ack with the old seq',
      'server rule 1: one op on two links at once is recorded once',
      'server rule 1: an op that is sent again after a crash is an ack with the old seq',
    ],
  },
  {
    fault: 'skips a number',
    make: () => {
      const shown = (seq: unknown) => (Number(seq) >= 2 ? Number(seq) + 1 : Number(seq));
      const meant = (seq: unknown) => (Number(seq) >= 3 ? Number(seq) - 1 : Number(seq));
      return () => ({
        up: (frame) => {
          if (frame.t === 'hello')
            return [
              {
                ...frame,
                cursors: (frame['cursors'] as { seq: number }[]).map((cursor) => ({
                  ...cursor,
                  seq: meant(cursor.seq),
                })),
              },
            ];
          if (frame.t === 'pull') return [{ ...frame, before: meant(frame['before']) }];
          return frame['serving'] === undefined ? [frame] : [{ ...frame, serving: meant(frame['serving']) }];
        },
        down: (frame) => {
          if (carries(frame))
            return [
              {
                ...frame,
                events: eventsOf(frame).map((event) => ({ ...event, seq: shown(event.seq) })),
                ...(frame.t === 'reset' ? { head: shown(frame['head']) } : {}),
              },
            ];
          return [frame.t === 'ack' ? { ...frame, seq: shown(frame['seq']) } : frame];
        },
      });
    },
    fails: [
      'server rule 1: ops become events 1, 2, 3 … without a hole, each under the number of its ack',
      'server rule 3: a cursor is answered by exactly what is behind it',
      'server rule 3: hello said again on a living link replays from its cursor',
      'server rule 3: nothing is lost between replay and what is live',
      'server rule 2: what was acked is there after a crash, under its number',
    ],
  },
  {
    fault: 'keeps its epoch after a restore',
    make: () => (hands) => ({
      up: (frame) =>
        frame.t === 'hello'
          ? [
              {
                ...frame,
                cursors: (frame['cursors'] as { epoch: string }[]).map((cursor) =>
                  cursor.epoch === 'ever the same' ? { ...cursor, epoch: hands.log.epoch() } : cursor,
                ),
              },
            ]
          : [frame],
      down: (frame) => [
        {
          ...frame,
          ...(frame['epoch'] === undefined ? {} : { epoch: 'ever the same' }),
          ...(frame.t === 'welcome'
            ? {
                conversations: (frame['conversations'] as object[]).map((one) => ({ ...one, epoch: 'ever the same' })),
              }
            : {}),
        } as Frame,
      ],
    }),
    fails: ['a restore from a backup is another epoch: cursors are reset, and what it lost is taken again'],
  },
  {
    fault: 'replays with a hole',
    make: () => () => ({
      down: (frame) => {
        const events = eventsOf(frame);
        return frame.t === 'events' && !frame['nonce'] && events.length > 2
          ? [{ ...frame, events: [events[0], ...events.slice(2)] }]
          : [frame];
      },
    }),
    fails: [
      'server rule 3: a cursor is answered by exactly what is behind it',
      'server rule 3: nothing is lost between replay and what is live',
    ],
  },
  {
    fault: 'ignores `after`',
    make: onUp((frame) => [without(frame, 'after')]),
    fails: ['client rule 4: an op whose `after` is unknown is out-of-order, and records nothing'],
  },
  {
    fault: 'acks without an event',
    make: () => () => {
      const own = new Set<unknown>();
      return {
        up: (frame) => {
          if (frame.t === 'append') own.add(frame['id']);
          return [frame];
        },
        down: (frame) => (frame.t === 'events' && eventsOf(frame).some(({ id }) => own.has(id)) ? [] : [frame]),
      };
    },
    fails: [
      'hello: a secret that is none is refused and changes nothing',
      'server rule 7: an op of an unknown kind is stored as it is',
      'server rule 1: ops become events 1, 2, 3 … without a hole, each under the number of its ack',
      'server rule 1: a duplicate is an ack with the old seq, and records nothing',
      'server rule 1: one op on two links at once is recorded once',
      'client rule 4: ops of a link are recorded in the order in which they were sent',
      'limits.sendWindow: what is beyond it is busy at most, and sent again keeps its order',
      'server rule 4: the author comes from the credential, never from the frame',
      'server rule 3: a cursor at the head is answered by nothing old, however often it resumes',
      'server rule 3: hello said again on a living link replays from its cursor',
      'pull: the newest events below `before`, no more than `limit`, under its nonce',
    ],
  },
  {
    fault: 'sends events of one frame in any order',
    make: onDown((frame) => [carries(frame) ? { ...frame, events: [...eventsOf(frame)].reverse() } : frame]),
    fails: [
      'server rule 1: ops become events 1, 2, 3 … without a hole, each under the number of its ack',
      'server rule 3: a cursor is answered by exactly what is behind it',
      'server rule 3: without a cursor the newest page comes as reset',
      'server rule 3: nothing is lost between replay and what is live',
      'pull: the newest events below `before`, no more than `limit`, under its nonce',
      'server rule 2: what was acked is there after a crash, under its number',
    ],
  },
  {
    fault: 'believes every cursor',
    make: onDown((frame) => [frame.t === 'reset' ? without({ ...frame, t: 'events' }, 'head') : frame]),
    fails: [
      'server rule 3: without a cursor the newest page comes as reset',
      'server rule 3: a cursor of another epoch is answered by reset',
      'server rule 3: a cursor beyond the head is answered by reset',
      'a restore from a backup is another epoch: cursors are reset, and what it lost is taken again',
    ],
  },
];
