import type { FormAnswer, FormBody, FormQuestion } from '@xiaoer/core/protocol';
import type { StringKey } from '../locales/strings.ts';
import { Bubble } from './bubble.tsx';
import type { CardContext } from './card-context.ts';
import { CHECK } from './card-icon-paths.ts';
import { Fields } from './fields.tsx';
import { Icon } from './icon.tsx';
import type { RendererProps } from './renderer.ts';
import { useAction } from './use-action.ts';

/** Fields whose words are ours: those of a message that was left. */
const KNOWN: Readonly<Record<string, StringKey>> = { contact: 'leave.contact', message: 'leave.message' };

/** What was filled in, under a mark that it was received. */
export function Done(props: {
  readonly title: string;
  readonly text?: string | undefined;
  readonly answers?: FormAnswer['answers'] | undefined;
  readonly context: CardContext;
}) {
  return (
    <>
      <p class="c-tags">
        <span class="c-tag c-ok">
          <Icon path={CHECK} />
          {props.title}
        </span>
      </p>
      {props.text && <p class="c-detail">{props.text}</p>}
      {props.answers && <Answers answers={props.answers} context={props.context} />}
    </>
  );
}

function Answers({ answers, context }: Pick<FormAnswer, 'answers'> & { readonly context: CardContext }) {
  return (
    <dl class="c-answers">
      {Object.entries(answers).map(([name, answer]) => {
        const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
        return (
          <div key={name}>
            <dt>{known ? context.t(known) : name}</dt>
            <dd>
              <bdi>{answer}</bdi>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Question({ item, body, context }: RendererProps<FormQuestion>) {
  const { t } = context;
  const [{ busy, done, refused }, run] = useAction(context, item);
  const submit = async (answers: FormAnswer['answers']) => {
    if (item.seq === undefined) return;
    const op = { kind: 'form', body: { to: item.seq, answers } } as const;
    await run('submit', { do: 'send', op });
  };
  return (
    <article class="c-card c-pad" part="card" aria-label={body.title}>
      <p class="c-action" dir="auto">
        {body.title}
      </p>
      {done || item.answer ? (
        <Done title={t('form.done')} context={context} />
      ) : item.answer === '' ? (
        <p class="c-detail">{t('form.ended')}</p>
      ) : (
        <>
          {body.text && (
            <p class="c-detail" dir="auto">
              {body.text}
            </p>
          )}
          <Fields
            fields={body.fields}
            submit={body.submit ?? t('form.submit')}
            busy={busy !== undefined}
            refused={refused === '' ? t('card.failed') : refused}
            context={context}
            onSubmit={(answers) => void submit(answers)}
          />
        </>
      )}
    </article>
  );
}

/** A form to fill in, or the answers to one. */
export function Form({ item, body, context }: RendererProps<FormBody>) {
  if (!('answers' in body)) return <Question item={item} body={body} context={context} />;
  return (
    <Bubble item={item} reader={context.reader}>
      <Answers answers={body.answers} context={context} />
    </Bubble>
  );
}
