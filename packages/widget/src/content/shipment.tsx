import type { Choice, Scan, ShipmentBody } from '@xiaoer/core/protocol';
import { Button } from './button.tsx';
import type { CardContext } from './card-context.ts';
import { CHECK, TRUCK } from './card-icon-paths.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';
import { WARN } from './icon-paths.ts';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { RichText } from './rich-text.tsx';
import { useAction } from './use-action.ts';

function Scans({ scans, context }: { readonly scans: readonly Scan[]; readonly context: CardContext }) {
  const { format } = context;
  return (
    <ol class="c-scans" aria-label={context.t('shipment.scans')}>
      {scans.map((scan) => (
        <li key={`${scan.at} ${scan.text}`}>
          <span dir="auto">{scan.text}</span>
          <span class="c-sub c-figures">
            {format.shortDate(scan.at)} {format.time(scan.at)}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What is offered for the trouble: taken once. */
function Offers(props: Pick<RendererProps<ShipmentBody>, 'item' | 'context'> & { readonly offers: readonly Choice[] }) {
  const { item, context } = props;
  const [{ busy, refused }, run] = useAction(context, item);
  const taken = props.offers.find(({ value }) => value === item.answer);
  return (
    <div class="c-part">
      {taken ? (
        <p class="c-tags">
          <span class="c-tag c-ok c-wrap">
            <Icon path={CHECK} />
            <bdi>{taken.label}</bdi>
          </span>
        </p>
      ) : (
        <div class="c-actions">
          {props.offers.map((offer) => (
            <Button
              key={offer.value}
              off={context.reader === 'desk'}
              busy={busy === offer.value}
              onPress={() => void run(offer.value, { do: 'reply', text: offer.label, value: offer.value })}
            >
              <span dir="auto">{offer.label}</span>
            </Button>
          ))}
        </div>
      )}
      <Refusal text={refused === '' ? context.t('card.failed') : refused} />
    </div>
  );
}

/** The way of a parcel, newest scan first; earlier ones are folded. What is wrong with it stands on top. */
export function Shipment({ item, body, context }: RendererProps<ShipmentBody>) {
  const { t, format } = context;
  const [shown, earlier] = [body.scans.slice(0, 3), body.scans.slice(3)];
  return (
    <article class="c-card" part="card">
      <div class="c-part c-row c-middle">
        <Icon path={TRUCK} />
        <p class="c-fill">
          <b class="c-action c-figures">
            {body.carrier} <bdi>{body.number}</bdi>
          </b>
          {body.due !== undefined && <span class="c-sub">{t('shipment.due', { date: format.date(body.due) })}</span>}
        </p>
        <CopyButton text={body.number} label={t('order.copy', { number: body.number })} context={context} />
      </div>
      {(body.anomaly || body.text || shown.length > 0) && (
        <div class="c-part">
          {body.anomaly && (
            <p class="c-tag c-warn c-wrap">
              <Icon path={WARN} />
              <bdi>{body.anomaly}</bdi>
            </p>
          )}
          {body.text && <RichText text={body.text} />}
          {shown.length > 0 && <Scans scans={shown} context={context} />}
          {earlier.length > 0 && (
            <details>
              <summary class="c-link">{t('shipment.all', { n: earlier.length })}</summary>
              <Scans scans={earlier} context={context} />
            </details>
          )}
        </div>
      )}
      {body.offers && body.offers.length > 0 && <Offers item={item} context={context} offers={body.offers} />}
    </article>
  );
}
