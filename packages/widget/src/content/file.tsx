import { type FileBody, isSafeUrl } from '@xiaoer/core/protocol';
import type { CardContext } from './card-context.ts';
import { DOWNLOAD } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { SOURCE } from './icon-paths.ts';
import type { RendererProps } from './renderer.ts';

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

/** A file to download. */
export function File({ body, context }: RendererProps<FileBody>) {
  const name = body.name ?? context.t('media.file');
  return (
    <div class="c-card c-pad c-row c-middle c-file" part="card">
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
        <a
          class="c-button c-plain"
          href={body.url}
          download={body.name ?? true}
          rel="noopener nofollow ugc"
          aria-label={context.t('media.download', { name })}
        >
          <Icon path={DOWNLOAD} />
        </a>
      )}
    </div>
  );
}
