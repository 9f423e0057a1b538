import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';

/** A room of the page whose code is fetched when somebody first goes there. */
export function Later({ load }: { readonly load: () => Promise<ComponentType> }) {
  const { t } = useDesk();
  const [room, setRoom] = useState<{ readonly Room: ComponentType }>();
  const [tries, setTries] = useState({ n: 0, failed: false });
  // Another try fetches again.
  useEffect(() => {
    let gone = false;
    load().then(
      (Room) => !gone && setRoom({ Room }),
      () => !gone && setTries(({ n }) => ({ n, failed: true })),
    );
    return () => {
      gone = true;
    };
  }, [load, tries.n]);
  if (room) return <room.Room />;
  return (
    <main class="numbers" id="conversation" tabIndex={-1}>
      <p class="nothing" role="status">
        {t(tries.failed ? 'later.failed' : 'talk.loading')}
      </p>
      {tries.failed && (
        <button type="button" class="button" onClick={() => setTries(({ n }) => ({ n: n + 1, failed: false }))}>
          {t('numbers.again')}
        </button>
      )}
    </main>
  );
}
