import { fits, isObject, isSafeUrl, type Money } from '@xiaoer/core/protocol';
import type { OwnStrings } from '../locales/own-strings.ts';

/** The product the page is about. With `title` the strip is drawn from this; otherwise the server is asked for it. */
export interface FocusProduct {
  readonly product: string;
  readonly title?: string | undefined;
  readonly image?: string | undefined;
  readonly price?: Money | undefined;
}

/**
 * What the shopper agrees to. `none`: nothing stays in the browser, and what was there is wiped. `functional`: the
 * conversation stays. `all`: analytics events are told as well. `ask`: the shopper is asked, before the first message
 * leaves, between the first two.
 */
export type Consent = 'none' | 'functional' | 'all' | 'ask';

/** A greeting and how often it comes. */
export interface Greeting {
  readonly text: string;
  /** Up to two questions that can be asked by one press. */
  readonly questions?: readonly string[] | undefined;
  /** Seconds on a page before it comes; default 8. */
  readonly after?: number | undefined;
  /** Days between two greetings of one browser; default 7. */
  readonly every?: number | undefined;
}

/** Everything a host page can set. */
export interface WidgetOptions {
  /** The shop's id at the server. */
  readonly shop: string;
  /** Address of the server, without a slash at its end. Default: the page's own origin. */
  readonly server?: string | undefined;
  /**
   * Address of a JSON file with questions and answers: host and assistant run in the page, without a server. Said once; it
   * cannot change, nor can `catalog`, `orders` and `messages`. All of these are public.
   */
  readonly knowledge?: string | undefined;
  /** Address of a JSON file with the products, where there is no server. */
  readonly catalog?: string | undefined;
  /** Address of the page on which the shop shows orders, where there is no server. */
  readonly orders?: string | undefined;
  /** Address that takes the messages which shoppers leave, where there is no server. */
  readonly messages?: string | undefined;
  /** BCP 47 language. Default: that of the page. */
  readonly locale?: string | undefined;
  /** `auto` (default) follows the page's own `color-scheme`. */
  readonly scheme?: 'auto' | 'light' | 'dark' | undefined;
  /** Corner at the inline end (default) or start. */
  readonly position?: 'end' | 'start' | undefined;
  /**
   * `inline`: the conversation stands in the page where the element does, and fills it. Without: in a corner above the
   * page. Said once; it cannot change.
   */
  readonly mode?: 'inline' | undefined;
  /** `false`: no button in the corner; the page has its own, which calls `open` or `toggle`. */
  readonly launcher?: boolean | undefined;
  /**
   * What is said beside the launcher to who has not chatted here, with how often; or only the words. `desk`: what the merchant
   * has set at the desk for the page.
   */
  readonly greeting?: Greeting | string | undefined;
  /** Address of a page of the shop that shows the conversation in a window of its own; its menu leads there. */
  readonly window?: string | undefined;
  /** Words on the launcher beside the mark. */
  readonly label?: string | undefined;
  /** Title of the panel until the server has told the shop's name. */
  readonly name?: string | undefined;
  /** Up to four questions of the empty state. */
  readonly questions?: readonly string[] | undefined;
  /** Address of the privacy page. */
  readonly privacy?: string | undefined;
  /** Default `all`. Nothing is ever stored before the shopper's first message. */
  readonly consent?: Consent | undefined;
  readonly focus?: FocusProduct | null | undefined;
  /** Questions of the knowledge base that fit what is being typed: `on` (default) or `off`. */
  readonly suggestions?: 'on' | 'off' | undefined;
  /** Opens the panel at once. */
  readonly open?: boolean | undefined;
  /** Own words in place of the widget's, by the keys of its tables: for every language, or under the tag of one. */
  readonly strings?: OwnStrings | undefined;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** Texts by key, however deep: plural forms and languages are objects of texts. */
const isStrings = (value: unknown): boolean =>
  isText(value) || (isObject(value) && Object.values(value).every(isStrings));

/** The price is looked at where it is drawn. */
const isFocus = (value: unknown): boolean => {
  if (value === null) return true;
  if (!fits({ product: 'x', 'title?': '', 'image?': '' }, value)) return false;
  const { image = '/' } = value as FocusProduct;
  return isSafeUrl(image);
};

type Check = readonly [expected: string, test: (value: unknown) => boolean];

const TEXT: Check = ['a text that is not empty', isText];
const ADDRESS: Check = ['an address or a path', isSafeUrl];
const FLAG: Check = ['true or false', (value) => typeof value === 'boolean'];
const oneOf = (...values: readonly string[]): Check => [
  `'${values.join("' or '")}'`,
  (value) => values.includes(value as string),
];

/* In the order that compresses best. */
const CHECKS: Readonly<Record<keyof WidgetOptions, Check>> = {
  server: TEXT,
  knowledge: TEXT,
  strings: ['texts by key', isStrings],
  catalog: TEXT,
  orders: TEXT,
  messages: TEXT,
  launcher: FLAG,
  scheme: oneOf('auto', 'light', 'dark'),
  questions: ['a list of texts', (value) => Array.isArray(value) && value.every(isText)],
  privacy: ADDRESS,
  label: TEXT,
  shop: TEXT,
  name: TEXT,
  position: oneOf('end', 'start'),
  locale: TEXT,
  // What is in it is read with the greeting.
  greeting: ['a text or an object', Boolean],
  window: ADDRESS,
  mode: oneOf('inline'),
  consent: oneOf('none', 'functional', 'all', 'ask'),
  suggestions: oneOf('on', 'off'),
  focus: ["{ product: 'id', title?, image?, price? } or null", isFocus],
  open: FLAG,
};

/**
 * The known options among `input`. Unknown ones are ignored, so that a page may serve a newer and an older widget.
 *
 * @throws TypeError that names the option, for one of the wrong form.
 */
export function readOptions(input: unknown): Partial<WidgetOptions> {
  if (!isObject(input)) throw new TypeError('xiaoer: options must be an object');
  const options: Record<string, unknown> = {};
  for (const [name, [expected, test]] of Object.entries(CHECKS)) {
    const value = input[name];
    if (value === undefined) continue;
    if (!test(value)) throw new TypeError(`xiaoer: option ${name} must be ${expected}`);
    options[name] = value;
  }
  return options;
}

/** Names of the options that can stand as attributes of `<xiaoer-chat>` and as `data-…` of the script tag. */
export const ATTRIBUTES: readonly string[] = Object.keys(CHECKS).filter(
  (name) => name !== 'questions' && name !== 'focus',
);

/** Options by attribute. An empty attribute counts as absent, apart from those that are on or off. */
export function optionsFromAttributes(element: Element): Partial<WidgetOptions> {
  const options: Record<string, unknown> = {};
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (CHECKS[name as keyof WidgetOptions] === FLAG) options[name] = value === null ? undefined : value !== 'false';
    else if (value) options[name] = value;
  }
  return readOptions(options);
}
