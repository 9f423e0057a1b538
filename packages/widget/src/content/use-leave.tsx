import type { FormAnswer, FormField, HandoffBody } from '@xiaoer/core/protocol';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Fields } from './fields.tsx';
import { Done } from './form.tsx';
import type { RendererProps } from './renderer.ts';
import { useAction } from './use-action.ts';

/** A message to leave as the answer to a change of who speaks, and that it was. `onLeft` follows once the house has it. */
export function useLeave(
  { item, body, context }: RendererProps<HandoffBody>,
  onLeft?: () => void,
): { readonly left: boolean; readonly view: ComponentChildren } {
  const { t } = context;
  const [{ busy, done, refused }, run] = useAction(context, item);
  const [answers, setAnswers] = useState<FormAnswer['answers']>();
  const fields: readonly FormField[] = [
    { name: 'contact', label: t('leave.contact'), type: 'text', required: true },
    { name: 'message', label: t('leave.message'), type: 'textarea', required: true },
  ];
  const leave = async (given: FormAnswer['answers']) => {
    if (item.seq === undefined) return;
    const op = { kind: 'form', body: { to: item.seq, answers: given } } as const;
    if (!(await run('leave', { do: 'send', op })).ok) return;
    setAnswers(given);
    onLeft?.();
  };
  if (done || item.answer)
    return {
      left: true,
      view: (
        <Done
          title={t('leave.done')}
          text={answers && (body.text ? undefined : t('leave.doneHint', { contact: answers['contact'] ?? '' }))}
          context={context}
        />
      ),
    };
  return {
    left: false,
    view: (
      <>
        <p class="c-detail" dir="auto">
          {body.text ?? t('leave.hint')}
        </p>
        <Fields
          fields={fields}
          submit={t('leave.submit')}
          busy={busy !== undefined}
          refused={refused === '' ? t('card.failed') : refused}
          context={context}
          onSubmit={(given) => void leave(given)}
        />
      </>
    ),
  };
}
