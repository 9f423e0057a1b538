import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { FieldInput, shownValue, typedValue } from './field-input.tsx';
import type { Ticket } from './ticket.ts';

/** The type's own fields, to be read and changed. */
export function TicketForm({ ticket }: { readonly ticket: Ticket }) {
  const { desk, t } = useDesk();
  const { tickets } = desk;
  const { currency = 'CNY', types = [] } = tickets.setup.value ?? {};
  const fields = types.find(({ id }) => id === ticket.type)?.fields ?? [];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [id, setId] = useState(tickets.newId);
  const changed = fields.filter(
    (field) =>
      typed[field.id] !== undefined && typed[field.id] !== shownValue(field, ticket.fields[field.id], currency),
  );
  const wrong = tickets.refusal.value?.fields ?? [];
  const save = async () => {
    if (changed.length === 0) return;
    const values = Object.fromEntries(
      changed.map((field) => [field.id, typedValue(field, typed[field.id] ?? '', currency)]),
    );
    if (!(await tickets.actOnChosen({ do: 'edit', fields: values }, id))) return;
    setTyped({});
    setId(tickets.newId());
  };
  if (fields.length === 0) return null;
  return (
    <section class="ticket-part" aria-labelledby="ticket-form">
      <h3 id="ticket-form">{t('ticket.form')}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {fields.map((field) => (
          <FieldInput
            key={field.id}
            field={field}
            currency={currency}
            value={typed[field.id] ?? shownValue(field, ticket.fields[field.id], currency)}
            wrong={wrong.find((one) => one.field === field.id)?.code}
            onValue={(value) => setTyped({ ...typed, [field.id]: value })}
          />
        ))}
        {changed.length > 0 && (
          <button type="submit" class="button">
            {t('ticket.saveForm')}
          </button>
        )}
      </form>
    </section>
  );
}
