import type { TimelineItem } from '@xiaoer/core';
import { useRef, useState } from 'preact/hooks';
import type { CardContext } from './card-context.ts';
import { IMAGE, PLUS } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { CLOSE } from './icon-paths.ts';
import { Refusal } from './refusal.tsx';

/** One picture of a form. `id`: the message that carries it, once it is there. */
interface Added {
  readonly key: number;
  readonly file: File;
  readonly id?: string | undefined;
  readonly failed?: string | undefined;
}

/** The pictures of one return, each sent as a message of its own as soon as it is chosen. */
export function usePictures(context: CardContext, item: TimelineItem) {
  const [added, setAdded] = useState<readonly Added[]>([]);
  const next = useRef(0);
  const patch = (key: number, change: Partial<Added>) =>
    setAdded((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const send = async (key: number, picture: File) => {
    patch(key, { failed: undefined });
    const outcome = await context.act({ do: 'attach', picture }, item).catch(() => ({ ok: false }) as const);
    if (outcome.ok && 'value' in outcome && outcome.value) patch(key, { id: outcome.value });
    else patch(key, { failed: ('reason' in outcome && outcome.reason) || context.t('return.pictureFailed') });
  };
  return {
    added,
    ids: added.flatMap(({ id }) => id ?? []),
    sending: added.some(({ id, failed }) => !id && !failed),
    add(files: readonly File[], room: number) {
      for (const file of files.slice(0, Math.max(0, room))) {
        const key = next.current++;
        setAdded((before) => [...before, { key, file }]);
        void send(key, file);
      }
    },
    retry: ({ key, file }: Added) => void send(key, file),
    remove: (key: number) => setAdded((before) => before.filter((one) => one.key !== key)),
  };
}

/** Draws a chosen file. A canvas, because an address of its own (`blob:`) is what a strict policy forbids. */
function Thumb({ file, label }: { readonly file: File; readonly label: string }) {
  const draw = (canvas: HTMLCanvasElement | null) => {
    if (!canvas || canvas.dataset['drawn']) return;
    canvas.dataset['drawn'] = 'yes';
    if (typeof createImageBitmap !== 'function') return;
    createImageBitmap(file).then(
      (picture) => {
        const side = Math.min(picture.width, picture.height);
        const [x, y] = [(picture.width - side) / 2, (picture.height - side) / 2];
        canvas.getContext('2d')?.drawImage(picture, x, y, side, side, 0, 0, canvas.width, canvas.height);
        picture.close();
      },
      () => {},
    );
  };
  return <canvas ref={draw} width={192} height={192} role="img" aria-label={label} />;
}

/** Pictures three a row: sending, failed, there; and the place for one more. */
export function ReturnPictures(props: {
  readonly pictures: ReturnType<typeof usePictures>;
  readonly most: number;
  readonly context: CardContext;
}) {
  const { pictures, most, context } = props;
  const { t } = context;
  const room = most - pictures.added.length;
  const failed = pictures.added.find((one) => one.failed);
  return (
    <fieldset class="c-field" aria-label={t('return.pictures')}>
      <b class="c-label">{t('return.pictures')}</b>
      <ul class="c-shots">
        {pictures.added.map((one, at) => {
          const n = at + 1;
          return (
            <li key={one.key} class="c-shot" data-state={one.failed ? 'failed' : one.id ? 'there' : 'sending'}>
              <Thumb file={one.file} label={t('return.picture', { n })} />
              {!one.id && !one.failed && (
                <span class="c-over-shot" role="status">
                  <span class="c-strokes" aria-hidden="true" />
                  <span class="c-hidden">{t('return.sending', { n })}</span>
                </span>
              )}
              {one.failed && (
                <button type="button" class="c-over-shot" onClick={() => pictures.retry(one)}>
                  <Icon path={IMAGE} />
                  <span>{t('media.retry')}</span>
                </button>
              )}
              <button
                type="button"
                class="c-remove"
                aria-label={t('return.remove', { n })}
                onClick={() => pictures.remove(one.key)}
              >
                <Icon path={CLOSE} />
              </button>
            </li>
          );
        })}
        {room > 0 && (
          <li class="c-shot">
            <label class="c-more">
              <input
                type="file"
                class="c-hidden"
                accept="image/*"
                multiple
                onChange={(event) => {
                  pictures.add([...(event.currentTarget.files ?? [])], room);
                  event.currentTarget.value = '';
                }}
              />
              <span>
                <Icon path={PLUS} />
                {t('return.addPicture')}
              </span>
            </label>
          </li>
        )}
      </ul>
      <p class="c-sub">{t('return.kept', { n: most })}</p>
      <Refusal text={failed?.failed} />
    </fieldset>
  );
}
