import { useEffect } from 'preact/hooks';
import { shellPart } from '../shell-part.tsx';
import { useSignal } from '../use-signal.ts';
import { pageQuestions } from './page-questions.ts';

/** The questions of the page, in one row above the field of a conversation that has begun. Asked one, they are gone. */
export const QuickQuestions = shellPart((shell) => {
  const { events } = shell;
  const client = shell.client.value;
  const questions = pageQuestions(shell)?.slice(0, 4);
  const about = questions?.join('\n');
  const done = useSignal<string | undefined>(undefined);
  useEffect(
    () =>
      events.on('message:sent', () => {
        done.value = about;
      }),
    [events, about, done],
  );
  if (!questions?.length || done.value === about || client.draft.value || client.messages.value.length === 0)
    return null;
  // An agent is spoken to in own words.
  if (client.handoff.value.mode !== 'bot') return null;
  return (
    <ul class="quick" aria-label={shell.words.value.t('question.list')}>
      {questions.map((text) => (
        <li key={text}>
          <button type="button" class="c-chip" part="chip" onClick={() => void shell.say(text).catch(reportError)}>
            <span dir="auto">{text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
});
