import { useDesk } from '../../desk-context.ts';
import { isDeskKey } from '../../locales/translate.ts';
import type { AuditDesk } from './audit-desk.ts';

/** Ids of people at the desk inside a detail, which are shown by their names. */
const AGENT = /agent:[\w-]+/g;

/** The lines, the newest first. A press on a shopper narrows them to what was done about that one. */
export function AuditTable({ audit }: { readonly audit: AuditDesk }) {
  const { desk, t } = useDesk();
  const when = new Intl.DateTimeFormat(desk.locale.value, { dateStyle: 'short', timeStyle: 'medium' });
  const names = audit.names.value;
  const nameOf = (who: string): string => {
    if (who === 'command' || who === 'house') return t(`audit.${who}`);
    return names[who] ?? who;
  };
  const actOf = (what: string): string => {
    const key = `audit.act.${what}`;
    return isDeskKey(key) ? t(key) : what;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="scroll-table" tabIndex={0} aria-label={t('audit.title')}>
      <table class="house-table">
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.aboutWhom')}</th>
            <th scope="col">{t('audit.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {audit.lines.value.map(({ n, at, who, what, about, detail }) => (
            <tr key={n}>
              <td>
                <time dateTime={new Date(at).toISOString()} title={new Date(at).toISOString()}>
                  {when.format(at)}
                </time>
              </td>
              <td dir="auto">{nameOf(who)}</td>
              <td>{actOf(what)}</td>
              <td>
                {about === 'house' || about === '' ? (
                  t('audit.house')
                ) : (
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      audit.filter.value = { ...audit.filter.peek(), about, shopper: '' };
                    }}
                  >
                    <span class="sr">{t('audit.only')} </span>
                    {t('audit.shopperName', { name: about.slice(0, 6) })}
                  </button>
                )}
              </td>
              <td class="audit-detail" dir="auto">
                {detail?.replace(AGENT, nameOf)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
