import type { TimelineItem } from '@xiaoer/core';
import { isSafeUrl } from '@xiaoer/core/protocol';
import { useCallback, useState } from 'preact/hooks';
import type { CardContext } from './card-context.ts';

/** A path of an attachment opens nothing: a reader asks for a link that is good for some minutes. */
const ATTACHMENT = /^\/file\/[\w-]+\/[\w-]+$/;

/** An address that opens what the `url` of a message names; undefined where it cannot be had. */
export async function openFile(
  url: string | undefined,
  context: CardContext,
  item: TimelineItem,
): Promise<string | undefined> {
  if (!isSafeUrl(url)) return undefined;
  if (!ATTACHMENT.test(url)) return url;
  const { ok, value } = await context.act({ do: 'link', url }, item).catch(() => ({ ok: false, value: undefined }));
  return ok && isSafeUrl(value) ? value : undefined;
}

/** The address of a file, asked for when it is needed; `failed` when it could not be had. */
export function useFileLink(url: string | undefined, context: CardContext, item: TimelineItem) {
  const direct = isSafeUrl(url) && !ATTACHMENT.test(url) ? url : undefined;
  const [state, setState] = useState<{ readonly link?: string | undefined; readonly failed?: boolean | undefined }>({
    link: direct,
  });
  const ask = useCallback(async (): Promise<string | undefined> => {
    setState({});
    const link = await openFile(url, context, item);
    setState({ link, failed: link === undefined });
    return link;
  }, [url, context, item]);
  const fail = useCallback(() => setState({ failed: true }), []);
  return { ...state, ask, fail };
}
