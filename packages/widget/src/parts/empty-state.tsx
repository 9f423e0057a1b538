import { useShell } from '../state/shell.ts';
import { Icon, type IconName } from './icon.tsx';
import { Waiter } from './waiter.tsx';

const ICONS: readonly IconName[] = ['parcel', 'search', 'back'];

/** The first sight: the waiter, a welcome, and up to four questions that can be asked by one press. */
export function EmptyState() {
  const shell = useShell();
  const { t } = shell.words.value;
  const client = shell.client.value;
  const own = shell.options.value.questions?.slice(0, 4);
  const questions = own ?? [t('question.order'), t('question.delivery'), t('question.return')];
  const ask = (text: string) => void shell.say(text).catch(reportError);
  return (
    <div class="empty">
      <div class="welcome">
        <div>
          <p class="display">{t('empty.title')}</p>
        </div>
        <Waiter />
      </div>
      <p class="lead">{t('empty.text')}</p>
      <ul class="questions">
        {questions.map((question, n) => (
          <li key={question}>
            <button type="button" class="question" onClick={() => ask(question)}>
              <Icon name={own ? 'search' : (ICONS[n] ?? 'search')} />
              <span dir="auto">{question}</span>
              <Icon name="next" />
            </button>
          </li>
        ))}
        {!own && (
          <li>
            <button type="button" class="question" onClick={() => void client.requestHuman().catch(reportError)}>
              <Icon name="person" />
              <span>{t('question.person')}</span>
              <Icon name="next" />
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
