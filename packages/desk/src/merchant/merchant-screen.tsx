import { useDesk } from '../desk-context.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { Later } from '../parts/later.tsx';
import { hashOf } from './address.ts';
import { PAGE_GROUPS, PAGES_IN_ORDER } from './page-list.ts';

/** Pages that a digit opens. */
const BY_DIGIT = 9;

/** Up and down go through the list of pages. */
function walk(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const { currentTarget, target } = event;
  if (by === 0 || !(currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const links = [...currentTarget.querySelectorAll<HTMLElement>('a')];
  links[links.findIndex((link) => link.contains(target instanceof Node ? target : null)) + by]?.focus();
}

/** The merchant's room: its pages at the left, the chosen one beside them. */
export function MerchantScreen() {
  const { desk, t } = useDesk();
  const here = desk.merchant.page.value;
  const page = PAGES_IN_ORDER.find(({ id }) => id === here);
  return (
    <div class="shop">
      <nav class="shop-nav" aria-labelledby="shop-title" onKeyDown={walk}>
        <p id="shop-title" class="shop-title">
          {t('merchant.title')}
        </p>
        {PAGE_GROUPS.map((group) => {
          const pages = PAGES_IN_ORDER.filter((one) => one.group === group);
          if (pages.length === 0) return null;
          return (
            <div key={group} class="shop-group">
              <p id={`shop-group-${group}`}>{t(`merchant.group.${group}`)}</p>
              <ul aria-labelledby={`shop-group-${group}`}>
                {pages.map(({ id, name }) => {
                  const place = PAGES_IN_ORDER.findIndex((one) => one.id === id) + 1;
                  const key = place <= BY_DIGIT ? String(place) : undefined;
                  return (
                    <li key={id}>
                      <a
                        href={hashOf({ page: id })}
                        aria-current={id === here ? 'page' : undefined}
                        aria-keyshortcuts={key}
                      >
                        {t(name)}
                        {key && <KeyCap raw={key} />}
                      </a>
                    </li>
                  );
                })}
              </ul>
            </div>
          );
        })}
      </nav>
      {page && <Later key={page.id} load={page.load} />}
    </div>
  );
}
