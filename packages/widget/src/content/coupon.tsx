import type { CouponBody } from '@xiaoer/core/protocol';
import { CHECK } from './card-icon-paths.ts';
import { CopyButton } from './copy-button.tsx';
import { hasEnded } from './has-ended.ts';
import { Icon } from './icon.tsx';
import { Price } from './price.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { useAction } from './use-action.ts';

/** A ticket: what it takes off, until when, and to claim or its code to copy. */
export function Coupon({ item, body, context }: RendererProps<CouponBody>) {
  const { t, format } = context;
  const [{ busy, done, refused }, run] = useAction(context, item);
  const ended = body.state === 'expired' || (body.state === 'open' && hasEnded(body.until));
  const claimed = done !== undefined || body.state === 'claimed' || item.answer === body.coupon;
  return (
    <article class="c-coupon" part="card" data-state={ended ? 'expired' : body.state}>
      <p class="c-off">
        <Price money={body.off} context={context} />
        {body.from && <span class="c-sub">{t('coupon.from', { sum: format.money(body.from) })}</span>}
      </p>
      <div class="c-fill c-ticket">
        <b class="c-action" dir="auto">
          {body.title}
        </b>
        {ended ? (
          <span class="c-sub">{t('coupon.ended')}</span>
        ) : (
          body.until !== undefined && <span class="c-sub">{t('coupon.until', { date: format.date(body.until) })}</span>
        )}
        {!ended && body.state === 'open' && !claimed && (
          <button
            type="button"
            part="button"
            class="c-button c-claim"
            aria-disabled={busy !== undefined || undefined}
            onClick={() => void run('claim', { do: 'claim', coupon: body })}
          >
            {busy && <span class="c-strokes" aria-hidden="true" />}
            {t(busy ? 'coupon.working' : 'coupon.claim')}
            <span class="c-hidden"> {body.title}</span>
          </button>
        )}
        {!ended && claimed && body.code && (
          <CopyButton
            text={body.code}
            words={body.code}
            label={t('coupon.copy', { code: body.code })}
            context={context}
          />
        )}
        {!ended && claimed && !body.code && (
          <span class="c-tag c-ok">
            <Icon path={CHECK} />
            {t('coupon.claimed')}
          </span>
        )}
        <Refusal text={refused === '' ? t('card.failed') : refused} />
      </div>
    </article>
  );
}
