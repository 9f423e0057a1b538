import {
  type DialogueState,
  detectLanguage,
  type Flow,
  INITIAL_STATE,
  type Intents,
  isUnsure,
  type Knowledge,
  knowledgeSteps,
  type Language,
  type LanguagePack,
  languageOf,
  loadFlows,
  loadPack,
  messageOf,
  openIntents,
  productCard,
  type TurnInput,
  turn as think,
} from '@xiaoer/assistant/page';
import type { Env } from '@xiaoer/core/env';
import type { ProductCard } from '@xiaoer/core/protocol';
import type { Answer, Turn } from '@xiaoer/host';
import { inThisPage } from './in-this-page.ts';
import { type LoadedSource, loadSource } from './load-source.ts';
import type { FileProblem, PageSetup } from './page-setup.ts';
import type { FetchFile } from './read-file.ts';

/** The assistant of a shop without a server. */
export interface Brain {
  /** Something was said and will be asked of it: what has time waits until it is answered. */
  expect(): void;
  respond(turn: Turn): Promise<Answer>;
  product(id: string, locale: string): ProductCard | undefined;
}

/** Who asks to leave a message is given the form of the house, which delivers it. */
const LEAVE_MESSAGE: Flow = {
  flow: 1,
  id: 'leave-message',
  title: { 'zh-CN': '留言', en: 'leaving a message' },
  phrases: {
    'zh-CN': '我要留言|留个言|帮我留言|留言给店家',
    en: 'leave a message|can i leave a message|take a message|i want to leave a message',
  },
  steps: [{ person: { 'zh-CN': '好的，请写在下面。', en: 'Certainly, please write it below.' } }],
};

/** Nothing is called here, so one turn is loaded for and taken again, or done. */
const ROUNDS = 3;

/** A message that was said is waited for so long, and what was answered has so long to be kept and shown. */
const EXPECTED_MS = 3_000;
const SHOWN_MS = 300;

/** On the page's own thread others have their turn after so many milliseconds; a worker has nobody else. */
const SLICE_MS = 8;

/** How often somebody who waits for that looks. */
const LOOK_MS = 30;

/**
 * Loads what the shop says and the words of the page's language, and then begins to train the library of intents; what it is
 * sure of without it is answered meanwhile, and goes first. Words of the other language come with the first message in it.
 */
export async function openBrain(
  setup: PageSetup,
  env: Env,
  fetchFile: FetchFile,
  report: (problem: FileProblem) => void,
): Promise<Brain & Pick<LoadedSource, 'missing'>> {
  const own = languageOf(setup.locale);
  const slice = 'document' in globalThis ? SLICE_MS : Number.POSITIVE_INFINITY;
  const packs = new Map<Language, LanguagePack>();
  const library = new Map<Language, Intents>();
  const training = new Map<Language, Promise<unknown>>();
  /** Until when training waits, and how many turns wait for it. */
  let quiet = 0;
  let waiting = 0;
  const learn = async (lang: Language): Promise<unknown> => packs.set(lang, await loadPack(lang));
  const [loaded] = await Promise.all([loadSource(setup, fetchFile, report), learn(own)]);
  const source = { ...loaded.source, flows: [LEAVE_MESSAGE] };
  let flows: ReturnType<Knowledge['flows']>;
  let knowledge = await compile();
  train(own);

  /** A task of its own, so that what waits comes in between; and all that is said before. */
  async function pause(): Promise<void> {
    const isQuiet = () => waiting === 0 && env.monotonic() < quiet;
    do await new Promise<void>((resolve) => void env.timer(resolve, isQuiet() ? LOOK_MS : 0));
    while (isQuiet());
  }

  function train(lang: Language): void {
    const trained = pause()
      .then(() => openIntents(lang, pause))
      .then(
        (intents) => library.set(lang, intents),
        (error: unknown) => env.log('error', 'library.failed', { lang, error: String(error) }),
      );
    training.set(lang, trained);
  }

  async function compile(): Promise<Knowledge> {
    const steps = knowledgeSteps(
      [...packs.values()],
      source,
      (lang) => library.get(lang),
      () => flows,
    );
    for (let from = env.monotonic(); ; ) {
      const step = steps.next();
      if (step.done) return step.value;
      if (env.monotonic() - from < slice) continue;
      await new Promise<void>((resolve) => void env.timer(resolve, 0));
      from = env.monotonic();
    }
  }

  return {
    missing: loaded.missing,
    expect() {
      quiet = env.monotonic() + EXPECTED_MS;
    },
    product(id, locale) {
      const product = source.products.find((each) => each.id === id);
      return product && productCard(product, locale);
    },
    async respond(turn) {
      const start = env.monotonic();
      const locale = turn.record.locale ?? setup.locale;
      const given = (turn.state as DialogueState | undefined) ?? INITIAL_STATE;
      const message = messageOf(turn.events);
      const lang = detectLanguage(message.text) ?? given.lang ?? languageOf(locale);
      if (!packs.has(lang)) {
        await learn(lang);
        knowledge = await compile();
        train(lang);
      }
      const input: TurnInput =
        turn.events.length === 0 && turn.returned !== undefined
          ? { kind: 'returned', reason: turn.returned, locale, at: env.now() }
          : { kind: 'message', ...message, locale, shopper: { signedIn: false }, at: env.now() };
      let result = think(given, input, knowledge);
      if (loaded.missing.size === 0 && isUnsure(result) && !library.has(lang)) {
        waiting++;
        await training.get(lang);
        waiting--;
        result = think(given, input, knowledge);
      }
      for (let round = 1; result.actions.some(({ do: what }) => what === 'load') && round < ROUNDS; round++) {
        flows = await loadFlows(source.flows);
        result = think(given, input, knowledge);
      }
      quiet = env.monotonic() + SHOWN_MS;
      const said = inThisPage(result, { ...setup, orders: setup.orders ?? loaded.orders }, loaded.missing);
      const ms = Math.round((env.monotonic() - start) * 100) / 100;
      const state = result.state as unknown as Readonly<Record<string, unknown>>;
      return { ...said, trace: { ...result.trace, ms, state } };
    },
  };
}
