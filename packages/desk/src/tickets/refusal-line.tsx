import { useDesk } from '../desk-context.ts';
import { isDeskKey } from '../locales/translate.ts';

/** Why the last thing was not done. */
export function RefusalLine() {
  const { desk, t } = useDesk();
  const { code } = desk.tickets.refusal.value ?? {};
  if (code === undefined) return null;
  const key = `ticket.refused.${code}`;
  return (
    <p class="ticket-wrong" role="alert">
      {isDeskKey(key) ? t(key) : t('ticket.refused.other', { code })}
    </p>
  );
}
