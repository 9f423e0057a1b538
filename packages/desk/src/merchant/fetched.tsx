import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk-context.ts';

/** What was asked for, or that it is on its way, or that it did not come. */
export function Fetched(props: {
  readonly state: 'loading' | 'here' | 'failed';
  readonly again: () => void;
  readonly children: ComponentChildren;
}) {
  const { state, again, children } = props;
  const { t } = useDesk();
  if (state === 'here') return <>{children}</>;
  return (
    <div class="shop-body">
      <p class="nothing" role="status">
        {t(state === 'loading' ? 'talk.loading' : 'merchant.failed')}
      </p>
      {state === 'failed' && (
        <button type="button" class="button" onClick={again}>
          {t('numbers.again')}
        </button>
      )}
    </div>
  );
}
