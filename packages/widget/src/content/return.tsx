import type { Money, ReturnBody, ReturnItem, ReturnReason } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import type { StringKey } from '../locales/strings.ts';
import { Button } from './button.tsx';
import type { CardContext } from './card-context.ts';
import { CHECK } from './card-icon-paths.ts';
import { Done } from './form.tsx';
import { hasEnded } from './has-ended.ts';
import { Icon } from './icon.tsx';
import { isolated } from './isolated.ts';
import { Picture } from './picture.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { ReturnPictures, usePictures } from './return-pictures.tsx';
import { useAction } from './use-action.ts';

/** The longest note, so that everything fits into the values of one reply. */
const NOTE = 500;

function Items(props: {
  readonly items: readonly ReturnItem[];
  readonly chosen: readonly string[];
  readonly context: CardContext;
  readonly onToggle: (id: string) => void;
}) {
  const { t, format } = props.context;
  return props.items.map((item) => (
    <label class="c-part c-row c-middle c-choice" key={item.id}>
      <Picture src={item.image} alt="" class="c-thumb" />
      <span class="c-fill">
        <b class="c-action" dir="auto">
          {item.title}
        </b>
        <span class="c-sub c-figures">
          <bdi>
            {[item.options, t('order.items', { n: item.quantity }), format.money(item.refund)]
              .filter(Boolean)
              .join(t('card.and'))}
          </bdi>
        </span>
      </span>
      <input
        type="checkbox"
        checked={props.chosen.includes(item.id)}
        onChange={() => props.onToggle(item.id)}
        data-return={item.id}
      />
      <span class="c-check" aria-hidden="true">
        <Icon path={CHECK} />
      </span>
    </label>
  ));
}

function Reasons(props: {
  readonly reasons: readonly ReturnReason[];
  readonly chosen: ReturnReason | undefined;
  readonly name: string;
  readonly label: string;
  readonly onChoose: (reason: ReturnReason) => void;
}) {
  return (
    <div class="c-variants" role="radiogroup" aria-label={props.label}>
      {props.reasons.map((reason) => (
        <label class="c-variant c-reason" key={reason.value}>
          <input
            type="radio"
            class="c-hidden"
            name={props.name}
            checked={reason.value === props.chosen?.value}
            onChange={() => props.onChoose(reason)}
          />
          <span>
            {reason.value === props.chosen?.value && <Icon path={CHECK} />}
            <bdi>{reason.label}</bdi>
          </span>
        </label>
      ))}
    </div>
  );
}

const sumOf = (items: readonly ReturnItem[]): Money | undefined =>
  items[0] && { amount: items.reduce((sum, { refund }) => sum + refund.amount, 0), currency: items[0].refund.currency };

function Question({ item, body, context }: RendererProps<ReturnBody>) {
  const { t, format } = context;
  const [{ busy, done, refused }, run] = useAction(context, item);
  const [chosen, setChosen] = useState<readonly string[]>(
    body.items.length === 1 ? body.items.map(({ id }) => id) : [],
  );
  const [reason, setReason] = useState<ReturnReason>();
  const [note, setNote] = useState('');
  const [slip, setSlip] = useState<StringKey>();
  const [sent, setSent] = useState<string>();
  const most = body.pictures ?? 6;
  const pictures = usePictures(context, item);
  const items = body.items.filter(({ id }) => chosen.includes(id));
  const refund = sumOf(items);
  if (done && sent !== undefined) return <Done title={t('return.done')} text={sent} context={context} />;
  const send = async () => {
    const wrong =
      items.length === 0
        ? 'return.chooseItem'
        : !reason
          ? 'return.chooseReason'
          : reason.pictures && most > 0 && pictures.ids.length === 0
            ? 'return.needPicture'
            : undefined;
    setSlip(wrong);
    if (wrong || !reason || pictures.sending) return;
    const titles = items.map(({ title }) => title).join(t('card.and'));
    const text = [t('return.say', { number: body.number, items: titles, reason: reason.label }), note.trim()]
      .filter(Boolean)
      .join('\n');
    const filled = { reason: reason.value, items: chosen, pictures: pictures.ids, note: note.trim(), text };
    setSent(text);
    await run('send', { do: 'return', order: body.order, return: filled });
  };
  return (
    <>
      <fieldset class="c-items" aria-label={t('return.what')}>
        <Items
          items={body.items}
          chosen={chosen}
          context={context}
          onToggle={(id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
        />
      </fieldset>
      <div class="c-part c-form">
        <div class="c-field">
          <b class="c-label">{t('return.why')}</b>
          <Reasons
            reasons={body.reasons}
            chosen={reason}
            name={`${item.key} reason`}
            label={t('return.why')}
            onChoose={(next) => {
              setReason(next);
              setSlip(undefined);
            }}
          />
        </div>
        {most > 0 && <ReturnPictures pictures={pictures} most={most} context={context} />}
        <label class="c-field">
          <span class="c-label">
            {t('return.note')} <small>{t('form.optional')}</small>
          </span>
          <textarea
            class="c-input"
            rows={2}
            maxLength={NOTE}
            dir="auto"
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        {refund && (
          <dl class="c-promotion c-figures">
            <div class="c-sumline">
              <dt>{body.to ? t('return.backTo', { to: body.to }) : t('return.back')}</dt>
              <dd class="c-strong">
                <b>
                  <bdi>{format.money(refund)}</bdi>
                </b>
              </dd>
            </div>
            {reason && (
              <div class="c-sumline c-unused">
                <dt>{t('return.parcel')}</dt>
                <dd>{t(reason.parcel === 'shop' ? 'return.byShop' : 'return.byShopper')}</dd>
              </div>
            )}
          </dl>
        )}
        {body.until !== undefined && <p class="c-sub">{t('return.until', { date: format.date(body.until) })}</p>}
        <Button main busy={busy !== undefined} off={pictures.sending} onPress={() => void send()}>
          {t('return.send')}
        </Button>
        <Refusal text={slip ? t(slip) : refused === '' ? t('card.failed') : refused} />
      </div>
    </>
  );
}

/** A return to fill in: what, why, pictures of it, and what is paid back by whom. */
export function Return(props: RendererProps<ReturnBody>) {
  const { item, body, context } = props;
  const { t, format } = context;
  const title = t('return.title', { number: body.number });
  const used = item.answer !== undefined;
  const reason = body.reasons.find(({ value }) => value === item.answer);
  return (
    <article class="c-card c-return" part="card" aria-label={title}>
      <p class="c-part c-action">{t('return.title', { number: isolated(body.number) })}</p>
      {used ? (
        <div class="c-part">
          <Done title={t('return.done')} text={reason?.label} context={context} />
        </div>
      ) : hasEnded(body.until) ? (
        <p class="c-part c-detail">{t('return.ended', { date: format.date(body.until ?? 0) })}</p>
      ) : (
        <Question {...props} />
      )}
    </article>
  );
}
