import { shellPart } from './shell-part.tsx';

/** The first sight: a welcome. The waiter and the questions come to places that are kept for them. */
export const EmptyState = shellPart((shell) => {
  const { t } = shell.words.value;
  const extras = shell.extras.chunk.value;
  return (
    <div class="empty">
      <div class="welcome">
        <p class="display">{t('empty.title')}</p>
        <svg class="waiter" viewBox="0 0 96 96" aria-hidden="true">
          {extras && <extras.Waiter />}
        </svg>
      </div>
      <p class="lead">{t('empty.text')}</p>
      {extras && <extras.Questions />}
    </div>
  );
});
