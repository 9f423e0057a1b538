import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { isDeskKey } from '../../locales/translate.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { DeskRole } from '../../privacy/privacy-api.ts';
import type { Ended } from '../post.ts';
import { useProved } from '../use-proved.tsx';
import type { PeopleDesk } from './people-desk.ts';
import { leftAlone, type People, type Person, type PersonChange } from './person.ts';

const ROLES: readonly DeskRole[] = ['agent', 'lead', 'admin'];
const MOST_PLACES = 100;

/** What can be set of somebody at the desk; of somebody new, with the name. */
export function PersonDialog(props: {
  readonly people: PeopleDesk;
  readonly shown: People;
  readonly person?: Person;
  readonly onClose: () => void;
}) {
  const { t } = useDesk();
  const { people, shown, person, onClose } = props;
  const { act, asking } = useProved();
  const [name, setName] = useState('');
  const [role, setRole] = useState<DeskRole>(person?.role ?? 'agent');
  const [groups, setGroups] = useState<readonly string[]>(person?.groups ?? []);
  const [more, setMore] = useState('');
  const [capacity, setCapacity] = useState(person?.capacity === null ? '' : String(person?.capacity ?? ''));
  const [sure, setSure] = useState(false);
  const [said, setSaid] = useState('');
  const me = person?.id === shown.me;
  const names = [...new Set([...shown.groups.map((one) => one.name), ...shown.wanted, ...groups])];

  const told = (ended: Ended): boolean => {
    const key = ended.ok ? '' : `people.refused.${ended.code}`;
    setSaid(ended.ok ? '' : t(isDeskKey(key) ? key : 'signIn.failed'));
    return ended.ok;
  };
  const save = async () => {
    const written = more.trim();
    const change: PersonChange = {
      role,
      groups: written === '' ? groups : [...new Set([...groups, written])],
      capacity: capacity === '' ? null : Number(capacity),
    };
    const ended = await act(() => (person ? people.change(person.id, change) : people.add(name, change)));
    if (told(ended)) onClose();
  };
  const also = async (wish: () => Promise<Ended>) => {
    if (told(await act(wish))) onClose();
  };
  const alone = leftAlone(shown.groups, person?.groups ?? [], sure ? [] : groups);
  return (
    <Dialog title={person ? t('people.of', { name: person.name }) : t('people.add')} onClose={onClose}>
      {said !== '' && <p role="alert">{said}</p>}
      {asking}
      <form
        class="person-form"
        hidden={asking !== undefined}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {!person && (
          <label>
            {t('people.name')}
            <input value={name} required maxLength={80} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
        )}
        <fieldset>
          <legend>{t('people.head.role')}</legend>
          {ROLES.map((one) => (
            <label key={one} class="choice">
              <input
                type="radio"
                name="role"
                checked={role === one}
                disabled={me && role !== one}
                onChange={() => setRole(one)}
              />
              <span>
                <b>{t(`people.role.${one}`)}</b> {t(`people.role.${one}.may`)}
              </span>
            </label>
          ))}
          {me && <p class="hint">{t('people.refused.self')}</p>}
        </fieldset>
        <fieldset>
          <legend>{t('people.head.groups')}</legend>
          <div class="group-choices">
            {names.map((group) => (
              <label key={group} class="choice">
                <input
                  type="checkbox"
                  checked={groups.includes(group)}
                  onChange={(event) =>
                    setGroups(event.currentTarget.checked ? [...groups, group] : groups.filter((one) => one !== group))
                  }
                />
                <span dir="auto">{group}</span>
              </label>
            ))}
          </div>
          <label>
            {t('people.moreGroup')}
            <input value={more} maxLength={64} onInput={(event) => setMore(event.currentTarget.value)} />
          </label>
          {alone.length > 0 && <p class="hint warn">{t('people.alone', { groups: alone.join(', ') })}</p>}
        </fieldset>
        <label>
          {t('people.capacity', { n: shown.capacity })}
          <input
            type="number"
            min={1}
            max={MOST_PLACES}
            value={capacity}
            onInput={(event) => setCapacity(event.currentTarget.value)}
          />
        </label>
        {person && !sure && (
          <div class="person-more">
            <button type="button" class="button" onClick={() => void also(() => people.invite(person.id, person.name))}>
              {t('people.invite')}
            </button>
            {!me && (
              <>
                <button type="button" class="button" onClick={() => void also(() => people.signOut(person.id))}>
                  {t('people.signOut', { n: person.browsers })}
                </button>
                <button type="button" class="button" onClick={() => setSure(true)}>
                  {t('people.remove')}
                </button>
              </>
            )}
          </div>
        )}
        {person && sure && (
          <div class="person-sure" role="alert">
            <p>{t('people.sure', { name: person.name })}</p>
            <button type="button" class="button danger" onClick={() => void also(() => people.remove(person.id))}>
              {t('people.removeYes')}
            </button>
            <button type="button" class="button" onClick={() => setSure(false)}>
              {t('people.no')}
            </button>
          </div>
        )}
        <div class="dialog-foot">
          <button type="button" class="button" onClick={onClose}>
            {t('people.cancel')}
          </button>
          <button type="submit" class="button main">
            {t(person ? 'people.save' : 'people.addGo')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
