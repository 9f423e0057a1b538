import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SHIPPED_FLOWS } from '../src/flows/shipped/index.ts';
import { SHIPPED_TRIGGERS } from '../src/flows/triggers.ts';
import { FLOW_SCHEMA, problemLine, readFlow } from '../src/flows.ts';

test.each(SHIPPED_FLOWS.map((flow) => [flow.id, flow] as const))(
  '%s is a flow that the validator lets through',
  (id, flow) => {
    const text = JSON.stringify(flow, null, 2);
    // What only begins by another part of the assistant has no trigger of its own.
    const begun =
      id === 'find-order' ? text.replace('"id": "find-order",', '"id": "find-order", "button": "find",') : text;
    const read = readFlow(begun);
    expect('problems' in read ? read.problems : []).toEqual([]);
    expect(JSON.parse(text)).toEqual(flow);
  },
);

test('what is known of the shipped flows before they are loaded is what they say themselves', () => {
  const known = SHIPPED_FLOWS.map(({ id, triggers, button, needs, phrases }) => [
    id,
    JSON.parse(JSON.stringify({ triggers, button, needs, phrases })) as unknown,
  ]);
  expect(Object.fromEntries(known)).toEqual(SHIPPED_TRIGGERS);
});

test('docs/flow.schema.json is the schema that the validator uses', () => {
  const file = new URL('../../../docs/flow.schema.json', import.meta.url);
  expect(existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(FLOW_SCHEMA);
});

const GOOD = `{
  "flow": 1,
  "id": "gift-note",
  "title": { "zh-CN": "写贺卡", "en": "a gift note" },
  "phrases": { "zh-CN": "帮我写贺卡", "en": "add a gift note" },
  "slots": {
    "note": { "type": "text", "label": "Note", "ask": "What shall it say?" }
  },
  "steps": [
    { "ask": "note" },
    { "confirm": "The note: {note}. Shall I add it?" },
    { "call": "gifts.note", "with": { "text": "note" } },
    { "say": "It is added." }
  ]
}
`;

/** The problems of the good flow with one thing changed, a line each. */
function wrong(find: string, put: string): readonly string[] {
  expect(GOOD.split(find)).toHaveLength(2);
  const read = readFlow(GOOD.replace(find, put));
  return 'problems' in read ? read.problems.map((problem) => problemLine('f.json', problem)) : [];
}

test('a flow of a merchant is read', () => {
  expect(readFlow(GOOD)).toMatchObject({ flow: { id: 'gift-note' } });
});

test.each([
  ['no JSON: a comma too many', '"en": "a gift note" }', '"en": "a gift note", }'],
  ['no JSON: a line break in a text', 'It is added.', 'It is\nadded.'],
  ['no JSON: a key twice', '"flow": 1,', '"flow": 1, "flow": 1,'],
  ['another version', '"flow": 1', '"flow": 2'],
  ['a misspelt key', '"label": "Note"', '"lable": "Note"'],
  ['a slot type that there is not', '"type": "text"', '"type": "sentence"'],
  ['a step that is none', '{ "say": "It is added." }', '{ "tell": "It is added." }'],
  ['a text in one language only', '"ask": "What shall it say?"', '"ask": { "en": "What shall it say?" }'],
  ['a placeholder of nothing', '{note}. Shall', '{nota}. Shall'],
  ['a slot that is not there', '{ "ask": "note" }', '{ "ask": "text" }'],
  ['a label that is not there', '{ "ask": "note" }', '{ "ask": "note", "next": "later" }'],
  ['a write without a yes', '"confirm": "The note: {note}. Shall I add it?"', '"say": "I add it."'],
  [
    'a write after another question',
    '{ "call": "gifts.note"',
    '{ "forget": "note" }, { "ask": "note" }, { "call": "gifts.note"',
  ],
  ['a step that nothing leads to', '{ "confirm"', '{ "say": "Done.", "next": "end" }, { "confirm"'],
  ['a circle', '{ "say": "It is added." }', '{ "id": "again", "say": "It is added.", "next": "again" }'],
  ['a policy that there is not', '{note}. Shall', '{policy.returns}. Shall'],
  ['a pattern that can take for ever', '"ask": "What shall', '"pattern": "(a+)+", "ask": "What shall'],
  ['nothing that begins it', '"phrases": { "zh-CN": "帮我写贺卡", "en": "add a gift note" },', ''],
])('%s has its line and column', (_, find, put) => {
  expect(wrong(find, put)).toMatchSnapshot();
});

test('odd files have an error and not a crash', () => {
  for (const text of [
    '',
    '{',
    '[]',
    'null',
    '42',
    '"flow"',
    `${'['.repeat(10_000)}`,
    '{"flow":1}',
    '\uFEFF{}',
    '{"__proto__": {}}',
    '\u0000',
  ])
    expect('problems' in readFlow(text)).toBe(true);
});

test('the example of docs/flows.md is a flow', () => {
  const page = readFileSync(new URL('../../../docs/flows.md', import.meta.url), 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(readFlow(example)).toMatchObject({ flow: { id: 'gift-note' } });
});

test('docs/flows.md names every shipped flow, slot type and tool', () => {
  const page = readFileSync(new URL('../../../docs/flows.md', import.meta.url), 'utf8');
  for (const { id, slots = {}, steps } of SHIPPED_FLOWS) {
    expect(page).toContain(`\`${id}\``);
    for (const { type } of Object.values(slots)) expect(page).toContain(`\`${type}\``);
    for (const step of steps)
      if ('call' in step && !/^(?:guests|sizes)\./.test(step.call)) expect(page).toContain(`\`${step.call}\``);
  }
});
