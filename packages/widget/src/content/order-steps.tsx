import type { OrderStep } from '@xiaoer/core/protocol';
import type { CardContext } from './card-context.ts';

/** The way of an order: an ordered list. State is in the shape of the dot, in weight, and in words for readers. */
export function OrderSteps(props: { readonly steps: readonly OrderStep[]; readonly context: CardContext }) {
  const { t, format } = props.context;
  return (
    <ol class="c-steps" aria-label={t('order.steps')}>
      {props.steps.map((step) => (
        <li class={`c-step c-${step.state}`} key={step.status} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span>{t(`order.${step.status}`)}</span>
          {step.at !== undefined && <span class="c-figures">{format.shortDate(step.at)}</span>}
          {step.state !== 'now' && (
            <span class="c-hidden">, {t(step.state === 'done' ? 'order.done' : 'order.todo')}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
