import { isObject } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { shownMoney, typedMoney } from '../../tickets/field-input.tsx';
import { MistakeLine } from '../settings/mistake-line.tsx';
import { OwnValue } from '../settings/own-value.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import type { Steering } from '../settings/steering.ts';
import { useSteering } from '../settings/use-steering.ts';
import { YesNoField } from '../settings/yes-no-field.tsx';

const MONEY = ['freeShippingFrom', 'shippingFee'] as const;
const NUMBERS = ['returnDays', 'dispatchHours', 'warrantyMonths', 'priceProtectionDays'] as const;
const YES_NO = ['freeReturns', 'invoices', 'giftWrap'] as const;

/** A number or an amount, as it is typed; empty for what is not promised. */
function AmountField(props: {
  readonly steering: Steering;
  readonly place: `policies/${(typeof MONEY)[number] | (typeof NUMBERS)[number]}`;
  readonly money: boolean;
}) {
  const { steering, place, money } = props;
  const { t } = useDesk();
  const currency = steering.overview.value?.shop.currency ?? 'CNY';
  const value = steering.value(place);
  const amount = isObject(value) ? value['amount'] : value;
  const shown =
    amount === undefined ? '' : money && typeof amount === 'number' ? shownMoney(amount, currency) : String(amount);
  const read = (text: string): unknown => {
    if (text.trim() === '') return undefined;
    if (!money) return /^\d+$/.test(text.trim()) ? Number(text) : text;
    return { amount: typedMoney(text, currency), currency };
  };
  // What means the same stays as it is typed: «199.» on its way to «199.5».
  const [typed, setTyped] = useState(shown);
  const isTyped = JSON.stringify(read(typed)) === JSON.stringify(value);
  const wrong = steering.mistakes.value.some((one) => one.place === place);
  return (
    <div>
      <label class="shop-field narrow">
        <span>
          {t(`setting.place.${place}`)}
          {money && <small>{currency}</small>}
        </span>
        <input
          type="text"
          inputMode="decimal"
          aria-invalid={wrong || undefined}
          placeholder={t('promises.unsaid')}
          value={isTyped ? typed : shown}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            steering.put(place, read(event.currentTarget.value));
          }}
        />
      </label>
      <MistakeLine steering={steering} place={place} />
      <OwnValue steering={steering} place={place} />
    </div>
  );
}

/** What the shop promises, as the assistant tells it. */
export function PromisesPage() {
  const { t } = useDesk();
  const steering = useSteering();
  return (
    <SettingsPage steering={steering} title="promises.title" about="promises.about">
      <div class="setting-grid">
        {MONEY.map((field) => (
          <AmountField key={field} steering={steering} place={`policies/${field}`} money />
        ))}
        {NUMBERS.map((field) => (
          <AmountField key={field} steering={steering} place={`policies/${field}`} money={false} />
        ))}
        {YES_NO.map((field) => (
          <YesNoField
            key={field}
            steering={steering}
            place={`policies/${field}`}
            label={t(`setting.place.policies/${field}`)}
            open={t('promises.unsaid')}
          />
        ))}
      </div>
    </SettingsPage>
  );
}
