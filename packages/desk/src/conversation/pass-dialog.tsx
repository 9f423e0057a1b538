import type { Conversation } from '@xiaoer/core/desk';
import type { TeamMember } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import { type UseDesk, useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { PassTo } from '../state/actions.ts';

/** Longest reason. */
const MOST = 500;

const isFree = ({ away, held, capacity }: TeamMember) => !away && held < capacity;

function factsOf({ away, groups = [], held, capacity }: TeamMember, t: UseDesk['t']): string {
  const load = away ? t('pass.away') : t('pass.load', { n: held, most: capacity });
  return [load, ...groups].join(', ');
}

/** To whom, and why: the colleague reads the reason as a note, the shopper does not. */
export function PassDialog({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const [to, setTo] = useState<PassTo>();
  const [reason, setReason] = useState('');
  const me = desk.client.principal.value?.id;
  const colleagues = desk.client.team.value.filter(({ id }) => id !== me);
  const groups = [...new Set(desk.client.team.value.flatMap((one) => one.groups ?? []))].sort();
  const ready = to !== undefined && reason.trim() !== '';
  const done = () => {
    desk.passing.value = false;
  };
  const pass = () => {
    if (!ready) return;
    done();
    void desk.actions.pass(conversation, to, t('pass.note', { name: to.name, reason: reason.trim() }));
  };
  return (
    <Dialog title={t('pass.title')} onClose={done}>
      <fieldset class="pass-to">
        <legend>{t('pass.to')}</legend>
        {colleagues.map((one) => (
          <label key={one.id}>
            <input
              type="radio"
              name="pass-to"
              disabled={!isFree(one)}
              onChange={() => setTo({ agent: one.id, name: one.name })}
            />
            <b dir="auto">{one.name}</b> <span class="pass-facts">{factsOf(one, t)}</span>
          </label>
        ))}
        {groups.map((group) => (
          <label key={`group:${group}`}>
            <input type="radio" name="pass-to" onChange={() => setTo({ group, name: group })} />
            <b dir="auto">{t('pass.group', { name: group })}</b>
          </label>
        ))}
        {colleagues.length + groups.length === 0 && <p>{t('pass.nobody')}</p>}
      </fieldset>
      <label class="pass-why">
        {t('pass.why')}
        <textarea rows={3} maxLength={MOST} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={done}>
          {t('pass.no')}
        </button>
        <button type="button" class="button main" aria-disabled={!ready} onClick={pass}>
          {t('pass.yes')}
        </button>
      </div>
    </Dialog>
  );
}
