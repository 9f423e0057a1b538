import { useDesk } from '../../desk-context.ts';
import { Avatar } from '../../parts/avatar.tsx';
import type { People } from './person.ts';

/** Everybody at the desk; a press on a name opens what can be set. */
export function PeopleTable({ shown, onOpen }: { readonly shown: People; readonly onOpen: (id: string) => void }) {
  const { desk, t } = useDesk();
  const when = new Intl.DateTimeFormat(desk.locale.value, { dateStyle: 'medium', timeStyle: 'short' });
  const team = new Map(desk.client.team.value.map((one) => [one.id, one]));
  const heads = ['name', 'role', 'groups', 'capacity', 'seen', 'totp'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="scroll-table" tabIndex={0} aria-label={t('people.table')}>
      <table class="house-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`people.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.people.map((one) => {
            const here = team.get(one.id);
            return (
              <tr key={one.id}>
                <th scope="row">
                  <Avatar id={one.id} name={one.name} small />
                  <button type="button" class="link" dir="auto" onClick={() => onOpen(one.id)}>
                    {one.name}
                    <span class="sr">, {t('people.change')}</span>
                  </button>
                  {one.id === shown.me && <span class="tag">{t('people.you')}</span>}
                </th>
                <td>{t(`people.role.${one.role}`)}</td>
                <td>
                  {one.groups.length === 0
                    ? t('people.noGroup')
                    : one.groups.map((group) => (
                        <span key={group} class="tag" dir="auto">
                          {group}
                        </span>
                      ))}
                </td>
                <td>
                  {here
                    ? t('people.holds', { n: here.held, most: here.capacity })
                    : (one.capacity ?? t('people.usual', { n: shown.capacity }))}
                </td>
                <td>
                  {here
                    ? t(here.away ? 'people.away' : 'people.now')
                    : one.seenAt === null
                      ? t('people.never')
                      : when.format(one.seenAt)}
                </td>
                <td class={one.totp ? undefined : 'off'}>{t(one.totp ? 'people.on' : 'people.off')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
