import type { SizeAdviceBody, SizeMeasure } from '@xiaoer/core/protocol';
import { useId, useState } from 'preact/hooks';
import type { StringKey } from '../locales/strings.ts';
import { Button } from './button.tsx';
import type { CardContext } from './card-context.ts';
import { CHECK } from './card-icon-paths.ts';
import { fitSize } from './fit-size.ts';
import { Icon } from './icon.tsx';
import { Lead } from './lead.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { SizeTable } from './size-table.tsx';
import { useAction } from './use-action.ts';

const KNOWN: Readonly<Record<string, StringKey>> = {
  height: 'size.height',
  weight: 'size.weight',
  chest: 'size.chest',
  waist: 'size.waist',
  foot: 'size.foot',
};

const labelOf = ({ name, label }: SizeMeasure, { t }: CardContext): string =>
  label ?? (KNOWN[name] ? t(KNOWN[name]) : name);

/** A number as people type it, with a comma or in full-width figures; NaN where it is none. */
const numberIn = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.normalize('NFKC').replace(',', '.'));

/** Which size? Two fields and the maker's table; the row that fits is marked while one types. */
export function SizeAdvice({ item, body, context }: RendererProps<SizeAdviceBody>) {
  const { t } = context;
  const id = useId();
  const [{ busy, refused }, run] = useAction(context, item);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(body.asks.map(({ name, value }) => [name, value === undefined ? '' : String(value)])),
  );
  const used = item.answer !== undefined;
  const measures = Object.fromEntries(body.asks.map(({ name }) => [name, numberIn(typed[name] ?? '')]));
  const whole = Object.values(measures).every((value) => value > 0);
  const fit = whole ? fitSize(body.rows, measures) : undefined;
  const sizeAt = (row: number) => body.rows[row]?.size ?? '';
  const chosen = used ? body.rows.findIndex(({ size }) => size === item.answer) : (fit?.yours ?? -1);
  const say = (size: string | undefined) => {
    const measured = body.asks.map(({ name, unit }) => `${measures[name]} ${unit}`).join(t('card.and'));
    const text =
      size === undefined ? t('size.sayNone', { measures: measured }) : t('size.say', { measures: measured, size });
    const values = Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, String(value)]));
    return run(`take ${size}`, { do: 'reply', text, value: size, values });
  };
  const advice = !whole
    ? t('size.ask')
    : !fit
      ? t('size.none')
      : fit.between
        ? t('size.between', { small: sizeAt(fit.between.small), large: sizeAt(fit.between.large) })
        : t('size.one', { size: sizeAt(fit.yours) });
  const offers = fit ? [...new Set([fit.yours, fit.between?.large ?? fit.yours])].sort((a, b) => a - b) : [];
  return (
    <>
      <Lead item={item} context={context} text={body.text} source={body.source} />
      <article class="c-card c-size" part="card" aria-label={t('size.title')}>
        {!used && (
          <div class="c-part c-measures">
            {body.asks.map((ask) => {
              const wrong = typed[ask.name] !== '' && !(Number(measures[ask.name]) > 0);
              return (
                <div class="c-field" key={ask.name}>
                  <label for={`${id}-${ask.name}`}>{labelOf(ask, context)}</label>
                  <span class="c-measure">
                    <input
                      id={`${id}-${ask.name}`}
                      class="c-input c-figures"
                      inputMode="decimal"
                      autoComplete="off"
                      maxLength={8}
                      value={typed[ask.name]}
                      aria-invalid={wrong}
                      aria-describedby={`${id}-${ask.name}-unit`}
                      onInput={(event) => setTyped({ ...typed, [ask.name]: event.currentTarget.value })}
                    />
                    <span class="c-unit" id={`${id}-${ask.name}-unit`}>
                      {wrong && <span class="c-hidden">{t('form.number')} </span>}
                      {ask.unit}
                    </span>
                  </span>
                </div>
              );
            })}
          </div>
        )}
        <SizeTable columns={body.columns} rows={body.rows} yours={chosen} context={context} />
        <div class="c-part">
          {used ? (
            <p class="c-tags">
              <span class="c-tag c-ok">
                <Icon path={CHECK} />
                {chosen < 0 ? t('form.done') : t('size.chosen', { size: sizeAt(chosen) })}
              </span>
            </p>
          ) : (
            <>
              <p class="c-detail" role="status">
                {advice}
              </p>
              {whole && (
                <div class="c-actions">
                  {offers.map((row) => (
                    <Button
                      key={row}
                      main={row === fit?.yours}
                      busy={busy === `take ${sizeAt(row)}`}
                      onPress={() => void say(sizeAt(row))}
                    >
                      {t('size.take', { size: sizeAt(row) })}
                    </Button>
                  ))}
                  {!fit && (
                    <Button busy={busy !== undefined} onPress={() => void say(undefined)}>
                      {t('size.askAbout')}
                    </Button>
                  )}
                </div>
              )}
              <Refusal text={refused === '' ? t('card.failed') : refused} />
            </>
          )}
        </div>
      </article>
    </>
  );
}
