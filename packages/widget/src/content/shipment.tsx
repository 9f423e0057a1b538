import type { Scan, ShipmentBody } from '@xiaoer/core/protocol';
import type { CardContext } from './card-context.ts';
import { TRUCK } from './card-icon-paths.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';
import { WARN } from './icon-paths.ts';
import type { RendererProps } from './renderer.ts';

function Scans({ scans, context }: { readonly scans: readonly Scan[]; readonly context: CardContext }) {
  const { format } = context;
  return (
    <ol class="c-scans">
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

/** The way of a parcel, newest scan first; earlier ones are folded. What is wrong with it stands on top. */
export function Shipment({ body, context }: RendererProps<ShipmentBody>) {
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
      {(body.anomaly || shown.length > 0) && (
        <div class="c-part">
          {body.anomaly && (
            <p class="c-tag c-warn c-wrap" dir="auto">
              <Icon path={WARN} />
              {body.anomaly}
            </p>
          )}
          <Scans scans={shown} context={context} />
          {earlier.length > 0 && (
            <details>
              <summary class="c-link">{t('shipment.all', { n: earlier.length })}</summary>
              <Scans scans={earlier} context={context} />
            </details>
          )}
        </div>
      )}
    </article>
  );
}
