import { effect } from '@preact/signals-core';
import { useEffect } from 'preact/hooks';
import { drawScheme } from '../../state/draw-scheme.ts';
import { followHabits, isMuted } from '../../state/habits.ts';
import { watchScheme } from '../../state/watch-scheme.ts';
import { shellPart } from '../shell-part.tsx';
import { attachingClient } from '../writing/attaching-client.ts';
import { followDeskQuestions } from '../writing/desk-questions.ts';
import { keepFocus } from './keep-focus.ts';
import { playChime } from './play-chime.ts';
import { readHouse } from './read-house.ts';
import { shouldSound } from './should-sound.ts';

/**
 * What goes on from the second stage to the end of the widget, whether the panel is open or not; draws nothing. It gives
 * each client its attachments, so that files of an earlier page go on leaving, tells the desk what the page shows, asks for its questions, makes
 * the sound of arrivals, keeps the focus, and says why a message could not be taken back.
 */
export const Upkeep = shellPart((shell) => {
  useEffect(() => {
    const { events } = shell;
    const ends = [
      followHabits(shell.memory, shell.options.peek().shop),
      keepFocus(shell),
      readHouse(shell),
      followDeskQuestions(shell),
      effect(() => {
        const { scheme } = shell.options.value;
        return watchScheme(() => drawScheme(shell.root.host as HTMLElement, scheme));
      }),
      effect(() => {
        void shell.client.value;
        attachingClient(shell).catch(() => {});
      }),
      // The desk hears of the page once the link is there.
      effect(() => {
        const client = shell.client.value;
        if (client.connection.value.state !== 'online') return;
        const { locale } = shell.words.value;
        client.setPage({ title: document.title, path: location.pathname, product: shell.focus.value?.product, locale });
      }),
      events.on('message:received', () => {
        const watched = shell.panel.peek() === 'open' && document.visibilityState === 'visible';
        const leads = shell.client.peek().leads.peek();
        if (shouldSound({ leads, muted: isMuted(shell.memory), watched })) playChime();
      }),
      events.on('message:failed', ({ content, error }) => {
        if (content.kind === 'retracted')
          shell.problem.value = error === 'too-late' ? 'retract.late' : 'retract.failed';
      }),
      events.on('connection:changed', ({ problem }) => {
        if (problem === 'secret-revoked') shell.problem.value = 'refused.moved';
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [shell]);
  return null;
});
