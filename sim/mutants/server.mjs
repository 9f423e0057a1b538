const HOST = 'packages/host/src/';

/** Server rules of RELIABILITY, each with the code that keeps it taken away. */
export const SERVER = [
  {
    rule: 'server 1',
    name: 'what is known is recorded again',
    file: `${HOST}testing/memory-log.ts`,
    find: ' && !row?.ids.has(name)',
    replace: '',
  },
  {
    rule: 'server 2',
    name: 'an ack does not wait for the disk',
    file: `${HOST}append.ts`,
    find: 'accepted = await commit.insert({ conversation: conversation.id, create, events }, entry.bytes);',
    replace:
      'accepted = true; commit.insert({ conversation: conversation.id, create, events }, entry.bytes).catch(() => {});',
  },
  {
    rule: 'server 2',
    name: 'an event whose receipt was lost is told to nobody',
    file: `${HOST}conversations.ts`,
    find: 'apply(conversation, events);\n        if',
    replace: 'if',
  },
  {
    rule: 'server 3',
    name: 'a cursor of another epoch is taken',
    file: `${HOST}subscribers.ts`,
    find: 'cursor.epoch === log.epoch() &&',
    replace: '',
  },
  {
    rule: 'server 3',
    name: 'a conversation that a restore took away whole is not told of',
    file: `${HOST}sign-in.ts`,
    find: 'lost = accepted.principal ? await lostOf(accepted.principal, frame) : [];',
    replace: 'lost = accepted.principal && (await lostOf(accepted.principal, frame)) ? [] : [];',
  },
  {
    rule: 'client 4',
    name: 'an op is taken without the one before it',
    file: `${HOST}take-op.ts`,
    find: 'if (await outOfOrder(op, conversation)) return',
    replace: 'if ((await outOfOrder(op, conversation)) && false) return',
  },
  {
    rule: 'server 8',
    name: 'nobody is told which conversation is open',
    file: `${HOST}take-op.ts`,
    find: 'if (open) return refuse(',
    replace: "if (open) return refuse('busy', 'another conversation is open'); if (open) return refuse(",
  },
  {
    rule: 'server 9',
    name: 'the bot does not look who speaks',
    file: `${HOST}bot-runner.ts`,
    find: 'const outcome = drafts && !isStale() ? await record(conversation, drafts, isStale) : undefined;',
    replace: 'const outcome = drafts ? await record(conversation, drafts, () => false) : undefined;',
  },
  {
    rule: 'server 9',
    name: 'agents speak without holding the conversation',
    file: `${HOST}serving-rules.ts`,
    find: '  if (mine) return undefined;\n',
    replace: '  return undefined;\n',
  },
  {
    rule: 'server 3',
    name: 'a reset does not say who speaks',
    file: `${HOST}subscribers.ts`,
    find: 'serving: conversation.projection.serving,',
    replace: '',
  },
  {
    rule: 'client 4',
    name: 'a repeat vouches for what is behind it',
    file: `${HOST}take-op.ts`,
    find: 'id = vouching.missing(id);',
    replace: 'id = undefined;',
  },
];
