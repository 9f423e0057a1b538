import type { PromotionBody, PromotionStep } from '@xiaoer/core/protocol';
import type { CardContext } from './card-context.ts';
import type { RendererProps } from './renderer.ts';
import { RichText } from './rich-text.tsx';
import { SourceLine } from './source-line.tsx';

function Step({ step, context }: { readonly step: PromotionStep; readonly context: CardContext }) {
  const { t, format } = context;
  const unused = step.kind === 'unused';
  return (
    <div class={`c-sumline${unused ? ' c-unused' : ''}`}>
      <dt>
        <span dir="auto">{step.label}</span>
        {step.why && (
          <span class="c-sub" dir="auto">
            {step.why}
          </span>
        )}
      </dt>
      <dd class={step.kind === 'off' ? 'c-minus' : undefined}>
        {unused ? t('promotion.unused') : <bdi>{format.money(step.amount).replace('-', '−')}</bdi>}
      </dd>
    </div>
  );
}

/** What it costs step by step: each rule with its minus, and the rule that did not apply with the reason. */
export function Promotion({ body, context }: RendererProps<PromotionBody>) {
  const { t, format } = context;
  const title = body.title ?? t('promotion.title');
  return (
    <article class="c-card c-pad c-promotion" part="card" aria-label={title}>
      <p class="c-action" dir="auto">
        {title}
      </p>
      <dl class="c-figures">
        {body.steps.map((step, n) => (
          <Step key={n} step={step} context={context} />
        ))}
        <div class="c-sumline c-total">
          <dt>{t('promotion.total')}</dt>
          <dd>
            <bdi>{format.money(body.total)}</bdi>
          </dd>
        </div>
      </dl>
      {body.text && <RichText text={body.text} />}
      <SourceLine source={body.source} context={context} />
    </article>
  );
}
