import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { adoptSheet } from '../../content/adopt-sheet.ts';
import type { Greeting } from '../../state/options.ts';
import sheet from '../../theme/styles/greeting.css';
import type { Shell } from '../shell.ts';
import { GreetingCard } from './greeting-card.tsx';
import { greetingMemory } from './greeting-memory.ts';
import { readGreeting } from './read-greeting.ts';

/** Who is writing elsewhere on the page is left alone for so long. */
const AGAIN_MS = 5_000;

const isWriting = (): boolean =>
  document.activeElement?.matches('input,textarea,select,[contenteditable]:not([contenteditable=false])') ?? false;

/** Draws the card, and takes it away when it is closed, when the panel opens, or when the widget ends. */
function show(shell: Shell, greeting: Greeting, until: AbortSignal): void {
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
  render(<GreetingCard shell={shell} greeting={greeting} say={say} close={close} />, place);
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

/**
 * Greets once on this page, after a while in which it was looked at; not who has chatted here before, who is in the
 * chat or writes elsewhere, and not more often than the page wants. How often that was is kept in this browser: without
 * consent to that nobody is greeted.
 */
export function greet(shell: Shell, wanted: Greeting | string, until: AbortSignal): void {
  const greeting = readGreeting(wanted);
  const memory = greetingMemory(shell.options.peek().shop, Date.now);
  const { after = 8, every = 7 } = greeting;
  let timer: ReturnType<typeof setTimeout>;
  const wait = (ms: number) => {
    timer = setTimeout(() => {
      if (shell.panel.peek() !== 'closed' || shell.memory.remembers() || !shell.memory.keeps()) return;
      if (!memory.isDue(every)) return;
      // Words may still be on their way to a slow phone.
      if (document.visibilityState !== 'visible' || isWriting() || !shell.words.peek()) return wait(AGAIN_MS);
      memory.note();
      show(shell, greeting, until);
    }, ms);
  };
  if (until.aborted) return;
  wait(after * 1_000);
  const stop = effect(() => {
    if (shell.memory.consent.value === 'none') memory.forget();
  });
  until.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
}
