import type { Batch, ClaimRecord } from '@xiaoer/host';

/**
 * A batch on its way to the writer's thread: plain values in a fixed order, because flat arrays are several times
 * cheaper to copy between threads than objects. A batch is
 * `conversation, shop | null, subject, createdAt, locale, name, rows`, then for each row
 * `seq, id, author, role, kind, at, text`. `shop` is null unless the batch creates the conversation.
 */
export type Packed = readonly (string | number | null)[];

/** Values before the rows of a batch, and values of a row. */
export const HEAD_VALUES = 7;
export const ROW_VALUES = 7;

/** Who claims whom, beside the packed batches. */
export type ClaimWords = Omit<ClaimRecord, 'batches'>;

/** What is sealed of an event: body, and the author's name and avatar where there are any. */
export type Sealed = readonly [
  body: Readonly<Record<string, unknown>>,
  name?: string | null | undefined,
  avatar?: string | undefined,
];

/** Packs batches for the writer's thread. */
export function packBatches(batches: readonly Batch[]): Packed {
  const values: (string | number | null)[] = [];
  for (const { conversation, create, events } of batches) {
    values.push(
      conversation,
      create?.shop ?? null,
      create?.subject ?? null,
      create?.createdAt ?? null,
      create?.locale ?? null,
      create?.name ?? null,
      events.length,
    );
    for (const { seq, id, from, kind, at, body } of events) {
      const sealed: Sealed =
        from.avatar !== undefined
          ? [body, from.name ?? null, from.avatar]
          : from.name === undefined
            ? [body]
            : [body, from.name];
      values.push(seq, id, from.id, from.role, kind, at, JSON.stringify(sealed));
    }
  }
  return values;
}
