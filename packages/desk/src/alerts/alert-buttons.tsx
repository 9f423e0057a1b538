import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icon.tsx';
import { BELL_SWITCH } from './bell.ts';

/** Sound on or off, and leave for notices: asked for by a press only, and gone once it is answered. */
export function AlertButtons() {
  const { desk, t } = useDesk();
  const { bell, notices } = desk.alerts;
  const sound = bell.state.value;
  const name = t(`sound.${sound}`);
  return (
    <>
      <button
        type="button"
        class="rail-button"
        aria-label={name}
        title={name}
        {...{ [BELL_SWITCH]: '' }}
        onClick={bell.toggle}
      >
        <Icon name={sound === 'on' ? 'sound' : 'mute'} />
        {sound !== 'on' && <span class="rail-dot" />}
      </button>
      {notices.permission.value === 'default' && (
        <button
          type="button"
          class="rail-button"
          aria-label={t('notices.ask')}
          title={t('notices.ask')}
          onClick={() => void notices.ask()}
        >
          <Icon name="bell" />
        </button>
      )}
    </>
  );
}
