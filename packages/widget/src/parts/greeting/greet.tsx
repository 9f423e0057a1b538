import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { adoptSheet } from '../../content/adopt-sheet.ts';
import { pageLocale } from '../../locales/page-locale.ts';
import { deskWords, forPage } from '../../state/desk-words.ts';
import type { Greeting } from '../../state/options.ts';
import sheet from '../../theme/styles/greeting.css';
import type { Shell } from '../shell.ts';
import { GreetingCard } from './greeting-card.tsx';
import { greetingMemory } from './greeting-memory.ts';
import { readGreeting } from './read-greeting.ts';

/** Who is writing elsewhere on the page is left alone for so long. */
const AGAIN_MS = 5_000;

/** Milliseconds on a page before its greeting comes. */
const afterMs = ({ after = 8 }: Greeting): number => after * 1_000;

const isWriting = (): boolean =>
  document.activeElement?.matches('input,textarea,select,[contenteditable]:not([contenteditable=false])') ?? false;

/** Draws the card, and takes it away when it is closed, when the panel opens, or when the widget ends. */
function show(shell: Shell, greeting: Greeting, name: string | undefined, until: AbortSignal): void {
  const { root, events, panel } = shell;
  const place = document.createElement('div');
  place.className = 'root';
  const end = new AbortController();
  const close = () => end.abort();
  const say = (question?: string) => {
    shell.open();
    if (question) shell.say(question).catch(reportError);
  };
  adoptSheet(root, sheet);
  root.append(place);
  render(<GreetingCard shell={shell} greeting={greeting} name={name} say={say} close={close} />, place);
  const stop = effect(() => {
    if (panel.value === 'open') close();
  });
  until.addEventListener('abort', close, { signal: end.signal });
  end.signal.addEventListener('abort', () => {
    render(null, place);
    place.remove();
    queueMicrotask(stop);
    events.emit('greeting:closed', {});
  });
  events.emit('greeting:shown', { text: greeting.text });
}

/** What may be said. */
interface Said {
  /** The greeting for the page as it is now; undefined where there is none. */
  find(): Greeting | undefined;
  /** Who says it, where the desk names somebody. */
  readonly name?: string | undefined;
}

/** What the page itself says, or what the merchant has set at the desk for its pages. */
async function greetings(shell: Shell, wanted: Greeting | string): Promise<Said> {
  if (wanted !== 'desk') {
    const greeting = readGreeting(wanted);
    return { find: () => greeting };
  }
  const told = await deskWords(shell.server, shell.options.peek().locale ?? pageLocale());
  return { find: () => told && forPage(told.greetings, location), name: told?.name };
}

/**
 * Greets once on this page, after a while in which it was looked at; not who has chatted here before, who is in the
 * chat or writes elsewhere, and not more often than the page wants. How often that was is kept in this browser: without
 * consent to that nobody is greeted, and the desk is not asked what to say.
 */
export function greet(shell: Shell, wanted: Greeting | string, until: AbortSignal): void {
  const memory = greetingMemory(shell.options.peek().shop, Date.now);
  let timer: ReturnType<typeof setTimeout>;
  const mayCome = () => shell.panel.peek() === 'closed' && !shell.memory.remembers() && shell.memory.keeps();
  const wait = (ms: number, said: Said, meant: Greeting | undefined) => {
    timer = setTimeout(() => {
      if (!mayCome()) return;
      const greeting = said.find();
      // Another page has another greeting, which has its own time; or none.
      if (greeting !== meant) return wait(greeting ? afterMs(greeting) : AGAIN_MS, said, greeting);
      if (!greeting) return wait(AGAIN_MS, said, undefined);
      if (!memory.isDue(greeting.every ?? 7)) return;
      // Words may still be on their way to a slow phone.
      if (document.visibilityState !== 'visible' || isWriting() || !shell.words.peek())
        return wait(AGAIN_MS, said, greeting);
      memory.note();
      show(shell, greeting, said.name, until);
    }, ms);
  };
  if (until.aborted) return;
  if (wanted === 'desk' && !mayCome()) return;
  void greetings(shell, wanted).then((said) => {
    if (until.aborted) return;
    const greeting = said.find();
    wait(greeting ? afterMs(greeting) : AGAIN_MS, said, greeting);
  }, reportError);
  const stop = effect(() => {
    if (shell.memory.consent.value === 'none') memory.forget();
  });
  until.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
}
