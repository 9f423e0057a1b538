import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { typedMoney } from './field-input.tsx';
import { RefusalLine } from './refusal-line.tsx';
import { STATES, type TicketState } from './ticket.ts';

const MOST = 2_000;
/** States whose words the shopper reads. */
const SAID: readonly TicketState[] = ['waiting-shopper', 'done', 'refused', 'cancelled'];

/** Where the marked tickets, or the chosen one, go, and what their shoppers read. */
export function MoveDialog() {
  const { desk, t } = useDesk();
  const { tickets } = desk;
  const numbers = tickets.marked.value.size > 0 ? [...tickets.marked.value] : [tickets.selected.value ?? ''];
  const all = numbers.flatMap((number) => tickets.all.value.get(number) ?? []);
  const moves = STATES.filter((state) => all.every((ticket) => ticket.moves.includes(state)));
  const [to, setTo] = useState<TicketState>();
  const [text, setText] = useState('');
  const [amount, setAmount] = useState('');
  const [id] = useState(tickets.newId);
  const { currency = 'CNY' } = tickets.setup.value ?? {};
  const done = () => {
    tickets.dialog.value = null;
  };
  const money = typedMoney(amount, currency);
  const ready =
    to !== undefined &&
    (to !== 'waiting-shopper' || text.trim() !== '') &&
    (amount === '' || typeof money === 'number');
  const move = async () => {
    if (!ready) return;
    const paid = to === 'done' && typeof money === 'number' ? { amount: { amount: money, currency } } : {};
    if (await tickets.act({ do: 'move', to, ...(SAID.includes(to) ? { text } : {}), ...paid }, id)) done();
  };
  const title =
    numbers.length === 1
      ? t('ticket.move.title', { number: numbers[0] ?? '' })
      : t('ticket.move.titleAll', { n: numbers.length });
  return (
    <Dialog title={title} onClose={done}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void move();
        }}
      >
        <fieldset class="pass-to">
          <legend>{t('ticket.state')}</legend>
          {moves.map((state) => (
            <label key={state}>
              <input type="radio" name="ticket-to" checked={to === state} onChange={() => setTo(state)} />{' '}
              {t(`ticket.state.${state}`)}
            </label>
          ))}
        </fieldset>
        {to !== undefined && SAID.includes(to) && (
          <label class="pass-why">
            {t('ticket.move.text')}
            <textarea rows={3} maxLength={MOST} value={text} onInput={(event) => setText(event.currentTarget.value)} />
          </label>
        )}
        {to === 'done' && (
          <label class="pass-why">
            {t('ticket.move.amount')} ({currency})
            <input
              type="text"
              inputMode="decimal"
              value={amount}
              onInput={(event) => setAmount(event.currentTarget.value)}
            />
          </label>
        )}
        <RefusalLine />
        <div class="dialog-foot">
          <button type="button" class="button" onClick={done}>
            {t('ticket.cancel')}
          </button>
          <button type="submit" class="button main" aria-disabled={!ready}>
            {t('ticket.move.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
