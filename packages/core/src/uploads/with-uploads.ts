import type { ConversationId, Participant, UploadId } from '../protocol/index.ts';
import { entryRow } from '../view/fold-timeline.ts';
import type { LocalFile, TimelineItem } from '../view/timeline.ts';
import type { UploadOp, UploadRow } from './upload-rows.ts';
import type { UploadState } from './uploads.ts';

/** What a timeline shows of an attachment. */
export interface Shown {
  readonly local: LocalFile;
  /** Its row, while it is no message yet. */
  readonly item: TimelineItem | undefined;
  /** The conversation that an agent attached it to. */
  readonly conversation: ConversationId | undefined;
}

/** The row of an upload; none when its message is in the outbox. */
export function uploadItem(
  { id, size, type, op }: UploadRow & { readonly op: UploadOp },
  state: UploadState,
  unsaved: boolean,
  me: Participant,
): TimelineItem | undefined {
  if (state.kind === 'done') return undefined;
  const code = state.kind === 'failed' ? state.code : undefined;
  const row = entryRow(
    {
      id,
      at: op.at,
      kind: op.kind,
      body: { ...op.body, upload: id, bytes: size, type },
      state: code === undefined ? 'uploading' : code === 'expired' ? 'expired' : 'failed',
      error: code === 'expired' ? undefined : code,
      unsaved: unsaved || undefined,
    },
    me,
  );
  return code === undefined ? { ...row, progress: state.kind === 'sending' ? state.progress : 0 } : row;
}

/**
 * A timeline with attachments: those on their way stand at its end, because their messages come behind what is written
 * meanwhile; those whose message waits or failed have their bytes for showing. Rows of the log stay as they are.
 */
export function withUploads(
  rows: readonly TimelineItem[],
  uploads: ReadonlyMap<UploadId, Shown>,
  conversation?: ConversationId,
): readonly TimelineItem[] {
  const ours = new Map([...uploads].filter(([, { conversation: of }]) => of === conversation));
  if (ours.size === 0) return rows;
  const next = rows.map((row) => {
    const one = row.mine ? ours.get(row.id) : undefined;
    if (!one) return row;
    ours.delete(row.id);
    return row.seq === undefined ? (one.item ?? { ...row, local: one.local }) : row;
  });
  return [...next, ...[...ours.values()].flatMap(({ item }) => item ?? [])];
}
