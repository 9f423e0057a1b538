import type { FormAnswer, FormField, HandoffBody } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import { Fields } from './fields.tsx';
import { Done } from './form.tsx';
import { part } from './part.tsx';
import type { RendererProps } from './renderer.ts';
import { useAction } from './use-action.ts';

/** Nobody is there: when somebody is again, and a message to leave until then. */
export const LeaveMessage = part(function LeaveMessage({ item, body, context }: RendererProps<HandoffBody>) {
  const { t, format } = context;
  const [{ busy, refused }, run] = useAction(context, item);
  const [left, setLeft] = useState<FormAnswer['answers']>();
  const at = body.opensAt;
  const title =
    at === undefined ? t('leave.title') : t('leave.until', { when: `${format.shortDate(at)} ${format.time(at)}` });
  if (!left && !item.answer && !context.isLatest(item)) return <p class="c-line">{t('leave.title')}</p>;
  const fields: readonly FormField[] = [
    { name: 'contact', label: t('leave.contact'), type: 'text', required: true },
    { name: 'message', label: t('leave.message'), type: 'textarea', required: true },
  ];
  const leave = async (answers: FormAnswer['answers']) => {
    if (item.seq === undefined) return;
    const op = { kind: 'form', body: { to: item.seq, answers } } as const;
    if ((await run('leave', { do: 'send', op })).ok) setLeft(answers);
  };
  return (
    <section class="c-card c-pad" part="card" aria-label={title}>
      {left || item.answer ? (
        <Done
          title={t('leave.done')}
          text={left && t('leave.doneHint', { contact: left['contact'] ?? '' })}
          context={context}
        />
      ) : (
        <>
          <p class="c-action">{title}</p>
          <p class="c-detail" dir="auto">
            {body.text ?? t('leave.hint')}
          </p>
          <Fields
            fields={fields}
            submit={t('leave.submit')}
            busy={busy !== undefined}
            refused={refused === '' ? t('card.failed') : refused}
            context={context}
            onSubmit={(answers) => void leave(answers)}
          />
        </>
      )}
    </section>
  );
});
