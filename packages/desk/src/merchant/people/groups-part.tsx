import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { isDeskKey } from '../../locales/translate.ts';
import type { Ended } from '../post.ts';
import { useProved } from '../use-proved.tsx';
import type { PeopleDesk } from './people-desk.ts';
import type { DeskGroup, People } from './person.ts';

/** The groups: made, renamed, and taken away where nobody is in them. */
export function GroupsPart({ people, shown }: { readonly people: PeopleDesk; readonly shown: People }) {
  const { t } = useDesk();
  const { act, asking } = useProved();
  const [renaming, setRenaming] = useState<string>();
  const [said, setSaid] = useState('');
  const told = (ended: Ended): boolean => {
    const key = ended.ok ? '' : `people.group.${ended.code}`;
    setSaid(ended.ok ? '' : t(isDeskKey(key) ? key : 'signIn.failed'));
    return ended.ok;
  };
  const make = async (name: string) => told(await act(() => people.makeGroup(name)));
  const rename = async (name: string, to: string) => {
    if (told(await act(() => people.renameGroup(name, to)))) setRenaming(undefined);
  };
  const row = ({ name, members, was }: DeskGroup) =>
    renaming === name ? (
      <form
        class="group-form"
        onSubmit={(event) => {
          event.preventDefault();
          void rename(name, String(new FormData(event.currentTarget).get('to') ?? ''));
        }}
      >
        <input
          name="to"
          aria-label={t('people.group.to', { name })}
          defaultValue={name}
          required
          maxLength={64}
          // biome-ignore lint/a11y/noAutofocus: the field comes as the answer to a press on its row.
          autoFocus
        />
        <button type="submit" class="button main">
          {t('people.save')}
        </button>
        <button type="button" class="button" onClick={() => setRenaming(undefined)}>
          {t('people.cancel')}
        </button>
      </form>
    ) : (
      <>
        <b dir="auto">{name}</b>
        <span class="hint">
          {t('people.group.members', { n: members })}
          {was.length > 0 && ` · ${t('people.group.was', { names: was.join(', ') })}`}
        </span>
        <span class="spring" />
        <button type="button" class="link" onClick={() => setRenaming(name)}>
          {t('people.group.rename')}
          <span class="sr">: {name}</span>
        </button>
        {members === 0 && (
          <button type="button" class="link" onClick={() => void act(() => people.removeGroup(name)).then(told)}>
            {t('people.group.remove')}
            <span class="sr">: {name}</span>
          </button>
        )}
      </>
    );
  return (
    <section class="groups-part" aria-labelledby="groups-title">
      <h2 id="groups-title">{t('people.groups')}</h2>
      <p>{t('people.groupsText')}</p>
      {said !== '' && <p role="alert">{said}</p>}
      {asking}
      <ul>
        {shown.groups.map((group) => (
          <li key={group.name}>{row(group)}</li>
        ))}
        {shown.wanted.map((name) => (
          <li key={name}>
            <b dir="auto">{name}</b>
            <span class="hint">{t('people.group.wanted')}</span>
            <span class="spring" />
            <button type="button" class="link" onClick={() => void make(name)}>
              {t('people.group.make')}
              <span class="sr">: {name}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        class="group-form"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void make(String(new FormData(form).get('name') ?? '')).then((done) => done && form.reset());
        }}
      >
        <input
          name="name"
          aria-label={t('people.group.name')}
          placeholder={t('people.group.name')}
          required
          maxLength={64}
        />
        <button type="submit" class="button">
          {t('people.group.make')}
        </button>
      </form>
    </section>
  );
}
