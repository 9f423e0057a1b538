import type { Conversation } from '@xiaoer/core/desk';
import { useDesk } from '../desk-context.ts';
import { isDeskKey } from '../locales/translate.ts';
import { Icon } from '../parts/icon.tsx';

/** Why the last thing asked for in this conversation did not happen, and what to do. */
export function RefusalNotice({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const refusal = desk.actions.refusal.value;
  const here = refusal?.conversation === conversation.id ? refusal : null;
  const key = `refused.${here?.code}`;
  return (
    <div role="alert">
      {here && (
        <p class="refusal">
          <Icon name="alert" />
          <span>{isDeskKey(key) ? t(key) : t('refused.other', { code: here.code })}</span>
          <button
            type="button"
            class="link"
            onClick={() => {
              desk.actions.refusal.value = null;
            }}
          >
            {t('refused.dismiss')}
          </button>
        </p>
      )}
    </div>
  );
}
