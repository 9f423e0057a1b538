import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { nameOf } from '../parts/names.ts';
import { FieldInput, shownValue, typedValue } from './field-input.tsx';
import { RefusalLine } from './refusal-line.tsx';
import { submitOnEnter } from './submit-on-enter.ts';
import type { TicketDraft } from './tickets-api.ts';

const NOTHING: TicketDraft = { fields: {}, facts: [] };

/**
 * A new ticket. From a conversation it comes filled in: type, order, product, mood, what the flow asked, and the facts with
 * their lines, so that Enter is enough.
 */
export function OpenDialog() {
  const { desk, t } = useDesk();
  const { tickets } = desk;
  const conversation = desk.place.value === 'talks' ? desk.opened.current.value?.id : undefined;
  const row = conversation === undefined ? undefined : desk.row.value;
  const { types = [], currency = 'CNY' } = tickets.setup.value ?? {};
  const [draft, setDraft] = useState(conversation === undefined ? NOTHING : undefined);
  const [type, setType] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [shopper, setShopper] = useState('');
  const [order, setOrder] = useState<string>();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [id] = useState(tickets.newId);
  const language = desk.locale.value;

  useEffect(() => {
    tickets.refusal.value = null;
    if (conversation === undefined) return undefined;
    let stale = false;
    void tickets.api.draft(conversation, language).then((found) => {
      if (!stale) setDraft(found ?? NOTHING);
    });
    return () => {
      stale = true;
    };
  }, [tickets, conversation, language]);

  const chosen = types.find((one) => one.id === (type || draft?.type)) ?? types[0];
  const wrong = tickets.refusal.value?.fields ?? [];
  const facts = draft?.facts ?? [];
  const done = () => {
    tickets.dialog.value = null;
  };
  const textOf = (field: (typeof types)[number]['fields'][number]) =>
    typed[field.id] ?? shownValue(field, draft?.fields[field.id], currency);
  const open = async () => {
    if (!draft || !chosen) return;
    const fields = Object.fromEntries(
      chosen.fields.flatMap((field) => {
        const text = textOf(field);
        return text === '' ? [] : [[field.id, typedValue(field, text, currency)]];
      }),
    );
    const { product, emotion } = draft;
    const made = await tickets.open({
      id,
      type: chosen.id,
      conversation,
      fields,
      facts: facts.filter(({ label, text }) => !without.has(label + text)),
      product,
      emotion,
      order: order === undefined ? draft.order?.id : order.trim() || undefined,
      shopper: shopper.trim() || undefined,
    });
    if ('code' in made) {
      tickets.refusal.value = made;
      return;
    }
    tickets.selected.value = made.number;
    done();
  };

  return (
    <Dialog title={t('ticket.open.title')} onClose={done}>
      {row && <p>{t('ticket.open.from', { name: nameOf(row.shopper, t) })}</p>}
      {!draft ? (
        <p role="status">{t('ticket.open.wait')}</p>
      ) : (
        <form
          class="ticket-new"
          onKeyDown={submitOnEnter}
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <div class="ticket-field">
            <label for="ticket-type">{t('ticket.open.type')}</label>
            <select id="ticket-type" value={chosen?.id ?? ''} onChange={(event) => setType(event.currentTarget.value)}>
              {types.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          </div>
          {conversation === undefined && (
            <div class="ticket-field">
              <label for="ticket-shopper">{t('ticket.shopper')}</label>
              <input id="ticket-shopper" value={shopper} onInput={(event) => setShopper(event.currentTarget.value)} />
            </div>
          )}
          <div class="ticket-field">
            <label for="ticket-order">{t('ticket.order')}</label>
            <input
              id="ticket-order"
              value={order ?? draft.order?.number ?? ''}
              onInput={(event) => setOrder(event.currentTarget.value)}
            />
          </div>
          {chosen?.fields.map((field) => (
            <FieldInput
              key={`${chosen.id} ${field.id}`}
              field={field}
              currency={currency}
              value={textOf(field)}
              wrong={wrong.find((one) => one.field === field.id)?.code}
              onValue={(value) => setTyped({ ...typed, [field.id]: value })}
            />
          ))}
          {facts.length > 0 && (
            <fieldset class="ticket-marked">
              <legend>{t('ticket.facts')}</legend>
              {facts.map(({ label, text, seq }) => (
                <label key={label + text}>
                  <input
                    type="checkbox"
                    checked={!without.has(label + text)}
                    onChange={() => {
                      const next = new Set(without);
                      if (!next.delete(label + text)) next.add(label + text);
                      setWithout(next);
                    }}
                  />{' '}
                  <span class="tag">{label}</span> <span dir="auto">{text}</span>{' '}
                  {seq !== undefined && <span class="when">{t('ticket.factLine', { n: seq })}</span>}
                </label>
              ))}
            </fieldset>
          )}
          <RefusalLine />
          <div class="dialog-foot">
            <button type="button" class="button" onClick={done}>
              {t('ticket.cancel')}
            </button>
            <button type="submit" class="button main">
              {t('ticket.open.do')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
