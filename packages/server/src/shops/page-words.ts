import * as v from 'valibot';

/** Most rules of one kind: a page is looked up in all of them. */
const MOST_RULES = 50;
const LONGEST = { greeting: 300, question: 120, page: 200 };

const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const words = (most: number) =>
  v.pipe(
    v.string('write a text'),
    v.trim(),
    v.maxLength(most, `at most ${most} characters`),
    v.check(says, 'write words'),
  );

const LANGUAGE = /^[a-zA-Z]{2,3}(?:-[\w-]{1,24})?$/;

/** A text, or one a language. */
export const texts = (most: number) =>
  v.union(
    [
      words(most),
      v.pipe(
        v.record(v.pipe(v.string(), v.regex(LANGUAGE, 'name a language such as zh-CN')), words(most)),
        v.check((value) => Object.keys(value).length > 0 && Object.keys(value).length <= 40, 'write it in a language'),
      ),
    ],
    (issue) =>
      // What is wrong inside of one of the two says more than that it is neither.
      issue.issues?.at(-1)?.message ?? `write a text of at most ${most} characters, or one a language`,
  );

/** Which pages: `/`, `/product/*`, `*`; with a `?` also by what follows it. All pages if absent. */
const Pages = v.optional(
  v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.trim(),
        v.regex(/^[/*]\S*$/, 'write a path such as "/product/*"'),
        v.maxLength(LONGEST.page, `at most ${LONGEST.page} characters`),
      ),
    ),
    v.minLength(1, 'name a page, or leave pages out for all of them'),
    v.maxLength(20, 'at most 20 pages'),
  ),
);

const span = (most: number, what: string) => {
  const message = `write ${what} from 0 to ${most}`;
  return v.optional(v.pipe(v.number(message), v.minValue(0, message), v.maxValue(most, message)));
};

/** What is said beside the launcher of some pages, with how often. */
const Greeting = v.strictObject({
  pages: Pages,
  text: texts(LONGEST.greeting),
  questions: v.optional(v.pipe(v.array(texts(LONGEST.question)), v.maxLength(2, 'at most 2 questions'))),
  /** Seconds on the page. */
  after: span(3_600, 'seconds'),
  /** Days between two greetings in one browser. */
  every: span(365, 'days'),
});

/** Questions of some pages. */
const Questions = v.strictObject({
  pages: Pages,
  questions: v.pipe(
    v.array(texts(LONGEST.question)),
    v.minLength(1, 'write a question'),
    v.maxLength(4, 'at most 4 questions'),
  ),
});

export const Greetings = v.pipe(v.array(Greeting), v.maxLength(MOST_RULES, `at most ${MOST_RULES} greetings`));
export const PageQuestions = v.pipe(v.array(Questions), v.maxLength(MOST_RULES, `at most ${MOST_RULES} rows`));

/** A greeting by page. */
export type PageGreeting = v.InferOutput<typeof Greeting>;
/** Questions by page. */
export type QuestionsOfPage = v.InferOutput<typeof Questions>;
