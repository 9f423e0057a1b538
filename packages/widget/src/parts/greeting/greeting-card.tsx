import { useEffect } from 'preact/hooks';
import { Icon } from '../../content/icon.tsx';
import { CLOSE } from '../../content/icon-paths.ts';
import { part } from '../../content/part.tsx';
import type { Greeting } from '../../state/options.ts';
import { Face } from '../face.tsx';
import type { Shell } from '../shell.ts';
import { Tool } from '../tool.tsx';
import { useSignal } from '../use-signal.ts';

/** What a greeting does: `say` opens the panel, with a question or without one. */
export interface GreetingProps {
  readonly shell: Shell;
  readonly greeting: Greeting;
  /** Who says it, where that is not what the page calls the widget. */
  readonly name?: string | undefined;
  readonly say: (question?: string) => void;
  readonly close: () => void;
}

/** A few words beside the launcher. They take no focus, and are read out once. */
export const GreetingCard = part(function GreetingCard({ shell, greeting, name, say, close }: GreetingProps) {
  const { t, lang } = shell.words.value;
  const { text, questions = [] } = greeting;
  // A live region tells what changes in it, not what it begins with.
  const spoken = useSignal('');
  useEffect(() => {
    const timer = setTimeout(() => {
      spoken.value = text;
    }, 100);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to close; the button is the first.
    <div
      class="greeting"
      part="greeting"
      lang={lang}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <p class="by">
        <Face />
        <b>
          <bdi>{name || shell.options.value.name || t('bot.name')}</bdi>
        </b>
        <span>{t('panel.assistant')}</span>
      </p>
      <button type="button" class="greeting-text" dir="auto" onClick={() => say()}>
        {text}
      </button>
      {questions.length > 0 && (
        <div class="greeting-questions">
          {questions.slice(0, 2).map((question) => (
            <button key={question} type="button" dir="auto" onClick={() => say(question)}>
              {question}
            </button>
          ))}
        </div>
      )}
      <Tool name={t('panel.close')} onPress={close}>
        <Icon path={CLOSE} />
      </Tool>
      <span class="c-hidden" role="status">
        {spoken.value}
      </span>
    </div>
  );
});
