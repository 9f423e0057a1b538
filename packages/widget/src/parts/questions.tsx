import { NEXT } from '../content/card-icon-paths.ts';
import { Icon } from '../content/icon.tsx';
import { PERSON } from '../content/icon-paths.ts';
import { BACK, PARCEL, SEARCH } from './extra-icon-paths.ts';
import { shellPart } from './shell-part.tsx';
import { deskQuestions } from './writing/desk-questions.ts';
import { pageQuestions } from './writing/page-questions.ts';

const ICONS = [PARCEL, SEARCH, BACK];

/** The sheet turns arrows to where the text goes. */
function pointOn(list: HTMLElement | null): void {
  if (list) list.dataset['to'] = getComputedStyle(list).direction;
}

/** Up to four questions that can be asked by one press: the page's own; or those of its kind, with the way to a person. */
export const Questions = shellPart((shell) => {
  const { t } = shell.words.value;
  const asked = pageQuestions(shell);
  // Their place stays free until it is known which they are.
  if (asked === null) return <slot name="empty" />;
  const page = asked?.slice(0, 4);
  const own = deskQuestions(shell) === 'none' && shell.options.value.questions;
  const questions = page ?? [t('question.order'), t('question.delivery'), t('question.return')];
  const line = (text: string, icon: string, ask: () => Promise<unknown>) => (
    <li key={text}>
      <button type="button" class="question" onClick={() => void ask().catch(reportError)}>
        <Icon path={icon} />
        <span dir="auto">{text}</span>
        <Icon path={NEXT} />
      </button>
    </li>
  );
  return (
    <>
      <slot name="empty" />
      <ul class="questions" ref={(list) => pointOn(list)}>
        {questions.map((text, n) => line(text, (!page && ICONS[n]) || SEARCH, () => shell.say(text)))}
        {!own && line(t('question.person'), PERSON, () => shell.client.value.requestHuman())}
      </ul>
    </>
  );
});
