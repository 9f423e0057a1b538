import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { Page } from '../page.tsx';
import { GroupsPart } from './groups-part.tsx';
import { LinkNotice } from './link-notice.tsx';
import { createPeopleDesk } from './people-desk.ts';
import { PeopleTable } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';

/** Who is at the desk, what they may do and see, and the groups that bound it. */
export function PeoplePage() {
  const { desk, t } = useDesk();
  const people = desk.merchant.state(createPeopleDesk);
  /** Whose settings stand over the page: an id, or '' for somebody new. */
  const [open, setOpen] = useState<string>();
  useEffect(() => void people.refresh(), [people]);
  const shown = people.shown.value;
  const state = people.state.value;
  const person = shown?.people.find(({ id }) => id === open);
  const close = () => setOpen(undefined);
  return (
    <Page
      title="people.title"
      about="people.about"
      busy={state === 'asking'}
      actions={
        <button type="button" class="button main" onClick={() => setOpen('')}>
          {t('people.add')}
        </button>
      }
    >
      <div class="shop-body people">
        {state === 'failed' && (
          <p role="alert">
            {t('people.failed')}{' '}
            <button type="button" class="link" onClick={() => void people.refresh()}>
              {t('people.again')}
            </button>
          </p>
        )}
        <LinkNotice people={people} />
        {shown && <PeopleTable shown={shown} onOpen={setOpen} />}
        {shown && <GroupsPart people={people} shown={shown} />}
      </div>
      {shown && open === '' && <PersonDialog people={people} shown={shown} onClose={close} />}
      {shown && person && <PersonDialog people={people} shown={shown} person={person} onClose={close} />}
    </Page>
  );
}
