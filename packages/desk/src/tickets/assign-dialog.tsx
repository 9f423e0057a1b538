import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from './refusal-line.tsx';
import { submitOnEnter } from './submit-on-enter.ts';

/** Who takes care of the marked tickets, or the chosen one. */
export function AssignDialog() {
  const { desk, t } = useDesk();
  const { tickets } = desk;
  const numbers = tickets.marked.value.size > 0 ? [...tickets.marked.value] : [tickets.selected.value ?? ''];
  const only = numbers.length === 1 ? tickets.all.value.get(numbers[0] ?? '') : undefined;
  const me = desk.client.principal.value?.id;
  const { groups = [], agents = [] } = tickets.setup.value ?? {};
  const [group, setGroup] = useState(only?.group ?? '');
  const [agent, setAgent] = useState(only?.agent?.id ?? me ?? '');
  const [id] = useState(tickets.newId);
  const done = () => {
    tickets.dialog.value = null;
  };
  const give = async () => {
    const action = { do: 'assign', agent: agent === '' ? null : agent, ...(group === '' ? {} : { group }) };
    if (await tickets.act(action, id)) done();
  };
  const others = agents.filter((one) => one.id !== me);
  const title =
    numbers.length === 1
      ? t('ticket.assign.title', { number: numbers[0] ?? '' })
      : t('ticket.assign.titleAll', { n: numbers.length });
  return (
    <Dialog title={title} onClose={done}>
      <form
        onKeyDown={submitOnEnter}
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <label class="pass-why">
          {t('ticket.agent')}
          <select value={agent} onChange={(event) => setAgent(event.currentTarget.value)}>
            {me !== undefined && <option value={me}>{t('ticket.assign.me')}</option>}
            <option value="">{t('ticket.nobody')}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label class="pass-why">
          {t('ticket.group')}
          <select value={group} onChange={(event) => setGroup(event.currentTarget.value)}>
            <option value="">{t('ticket.noGroup')}</option>
            {groups.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <RefusalLine />
        <div class="dialog-foot">
          <button type="button" class="button" onClick={done}>
            {t('ticket.cancel')}
          </button>
          <button type="submit" class="button main">
            {t('ticket.assign.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
