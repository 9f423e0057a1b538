import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import type { PeopleDesk } from './people-desk.ts';

/** The one-time link that was just made, to be handed on: nothing shows it again. */
export function LinkNotice({ people }: { readonly people: PeopleDesk }) {
  const { t } = useDesk();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const link = people.link.value;
  useEffect(() => {
    setCopied(false);
    field.current?.select();
  }, [link]);
  if (!link) return null;
  const address = new URL(link.path, location.href).href;
  const copy = async () => {
    field.current?.select();
    // Without leave for the clipboard the link stands selected, to be copied by hand.
    await navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <section class="link-notice" aria-labelledby="link-notice-title">
      <h2 id="link-notice-title">{t('people.link', { name: link.name })}</h2>
      <p>{t('people.linkText')}</p>
      <input ref={field} readOnly aria-label={t('people.linkLabel')} value={address} />
      <button type="button" class="button main" onClick={() => void copy()}>
        {t('people.copy')}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          people.link.value = undefined;
        }}
      >
        {t('people.linkDone')}
      </button>
      <span role="status">{copied && t('people.copied')}</span>
    </section>
  );
}
