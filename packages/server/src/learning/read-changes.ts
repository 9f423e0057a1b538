import type { Change, Sentences } from '@xiaoer/assistant/learning';
import * as v from 'valibot';

/** Most changes of one version, and most phrasings of one answer. */
const MOST_CHANGES = 200;
const MOST_PHRASINGS = 200;

const LONGEST = { question: 300, answer: 3_800 };

const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const text = (most: number) =>
  v.pipe(
    v.string('write a text'),
    v.trim(),
    v.maxLength(most, `at most ${most} characters`),
    v.check(says, 'write words'),
  );

const localized = (most: number) =>
  v.union(
    [
      text(most),
      v.pipe(
        v.record(
          v.pipe(v.string(), v.regex(/^[a-zA-Z]{2,3}(?:-[\w-]{1,24})?$/, 'name a language such as zh-CN')),
          text(most),
        ),
        v.check((value) => Object.keys(value).length > 0 && Object.keys(value).length <= 40, 'name a language'),
      ),
    ],
    `write a text of at most ${most} characters, or one a language`,
  );

const id = v.pipe(v.string('name an id'), v.regex(/^[^\p{C}\s<>"']{1,128}$/u, 'an id has no spaces, quotes or <>'));

const names = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(128))), v.minLength(1), v.maxLength(200));

const condition = v.strictObject(
  {
    categories: v.optional(names),
    tags: v.optional(names),
    products: v.optional(names),
    levels: v.optional(names),
    regions: v.optional(names),
    from: v.optional(v.pipe(v.number(), v.integer())),
    until: v.optional(v.pipe(v.number(), v.integer())),
  },
  'a condition has categories, tags, products, levels, regions, from, until (milliseconds since 1970)',
);

const address = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^(?:https?:\/\/|\/)\S+$/, 'write an address'));

const variants = v.pipe(
  v.array(
    v.strictObject(
      { when: condition, answer: localized(LONGEST.answer), url: v.optional(address) },
      'a variant has when, answer, url',
    ),
  ),
  v.maxLength(60),
);

const phrasings = v.pipe(v.array(localized(LONGEST.question)), v.maxLength(MOST_PHRASINGS));

const answer = v.strictObject(
  {
    id,
    question: localized(LONGEST.question),
    answer: localized(LONGEST.answer),
    phrasings: v.optional(phrasings),
    variants: v.optional(variants),
    when: v.optional(condition),
    url: v.optional(address),
  },
  'an answer has id, question, answer, phrasings, variants, when, url',
);

const edit = v.strictObject(
  {
    question: v.optional(localized(LONGEST.question)),
    answer: v.optional(localized(LONGEST.answer)),
    phrasings: v.nullish(phrasings),
    variants: v.nullish(variants),
    when: v.nullish(condition),
    url: v.nullish(address),
  },
  'set has question, answer, phrasings, variants, when, url',
);

const share = (least: number, most: number) => {
  const what = `write a share from ${least} to ${most}`;
  return v.pipe(v.number(what), v.minValue(least, what), v.maxValue(most, what));
};

const lang = v.optional(
  v.pipe(v.string(), v.regex(/^[a-zA-Z]{2,3}(?:-[\w-]{1,24})?$/, 'name a language such as zh-CN')),
);

const change = v.variant(
  'do',
  [
    v.strictObject({ do: v.literal('phrase'), answer: id, text: text(LONGEST.question), lang }),
    v.strictObject({ do: v.literal('unphrase'), answer: id, text: text(LONGEST.question) }),
    v.strictObject({ do: v.literal('add'), answer }),
    v.strictObject({ do: v.literal('edit'), answer: id, set: edit }),
    v.strictObject({ do: v.literal('remove'), answer: id }),
    v.strictObject({
      do: v.literal('thresholds'),
      sentences: v.strictObject({ wrong: share(0.005, 0.4), sent: share(0.01, 0.9) }, 'sentences has wrong and sent'),
    }),
  ],
  'do is phrase, unphrase, add, edit, remove or thresholds',
);

const list = v.pipe(
  v.array(change, 'changes is a list'),
  v.minLength(1, 'there is no change'),
  v.maxLength(MOST_CHANGES, `at most ${MOST_CHANGES} changes at once`),
);

/** A change as it is asked for: thresholds are two sentences, and what they come to is found when they are saved. */
export type WantedChange =
  | Exclude<Change, { readonly do: 'thresholds' }>
  | { readonly do: 'thresholds'; readonly sentences: Sentences };

/** Why a list of changes cannot be read: where, and what to write. */
export interface ChangeMistake {
  /** `changes[2].answer.question`. */
  readonly at: string;
  readonly message: string;
}

const place = (issue: v.BaseIssue<unknown>): string =>
  `changes${(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`;

/** Reads changes that came from outside. */
export function readChanges(given: unknown): readonly WantedChange[] | { readonly mistakes: readonly ChangeMistake[] } {
  const read = v.safeParse(list, given);
  if (read.success) return read.output;
  return { mistakes: read.issues.slice(0, 20).map((issue) => ({ at: place(issue), message: issue.message })) };
}
