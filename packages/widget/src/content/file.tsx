import { type FileBody, isSafeUrl } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import type { CardContext } from './card-context.ts';
import { DOWNLOAD } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { SOURCE } from './icon-paths.ts';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { openFile } from './use-file-link.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `82 kB`, in the words of the locale. */
function size(bytes: number, { locale }: CardContext): string {
  const step = Math.min(UNITS.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}

/** A file to download. Its link is asked for when it is pressed, because it is good for some minutes only. */
export function File({ item, body, context }: RendererProps<FileBody>) {
  const { t } = context;
  const [state, setState] = useState<'rest' | 'busy' | 'failed'>('rest');
  const name = body.name ?? t('media.file');
  const save = async () => {
    if (state === 'busy') return;
    setState('busy');
    const href = await openFile(body.url, context, item);
    setState(href === undefined ? 'failed' : 'rest');
    if (href === undefined) return;
    const link = Object.assign(document.createElement('a'), { href, download: name, target: '_blank' });
    link.rel = 'noopener nofollow ugc';
    link.click();
  };
  return (
    <div class="c-card c-pad c-file" part="card">
      <div class="c-row c-middle">
        <span class="c-picture c-thumb">
          <Icon path={SOURCE} />
        </span>
        <p class="c-fill">
          <b class="c-action">
            <bdi>{name}</bdi>
          </b>
          {body.bytes !== undefined && <span class="c-sub">{size(body.bytes, context)}</span>}
        </p>
        {isSafeUrl(body.url) && (
          <button
            type="button"
            class="c-button c-plain"
            aria-label={t('media.download', { name })}
            aria-busy={state === 'busy' || undefined}
            onClick={() => void save()}
          >
            {state === 'busy' ? <span class="c-strokes" aria-hidden="true" /> : <Icon path={DOWNLOAD} />}
          </button>
        )}
      </div>
      <Refusal text={state === 'failed' ? t('media.gone') : undefined} />
    </div>
  );
}
