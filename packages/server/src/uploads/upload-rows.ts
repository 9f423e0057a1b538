import type { FileType } from '@xiaoer/core/protocol';
import type { Row } from '../engines/open-database.ts';
import type { SqliteStore } from '../engines/sqlite-store.ts';

/** One upload as it is recorded. `stored` counts the sealed bytes on the disk, `received` those in clear. */
export interface UploadRow {
  readonly file: string;
  readonly principal: string;
  /** Whose key it is sealed with. */
  readonly subject: string;
  readonly size: number;
  readonly received: number;
  readonly stored: number;
  /** Set when it is whole and its type is allowed. */
  readonly type: FileType | undefined;
}

/** Milliseconds after which what nobody sent is swept, and what was sent stops to count. */
export const DAY = 86_400_000;

const rowOf = (row: Row | undefined): UploadRow | undefined =>
  row && {
    file: String(row['file']),
    principal: String(row['principal']),
    subject: String(row['subject']),
    size: Number(row['size']),
    received: Number(row['received']),
    stored: Number(row['stored']),
    type: row['type'] === null ? undefined : (String(row['type']) as FileType),
  };

const UNSENT = 'NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.file = upload.file)';

/** The tables of uploads. Reads are of this thread, writes go through the one writer. */
export function createUploadRows(store: Pick<SqliteStore, 'reader' | 'run'>, shop: string, now: () => number) {
  const { reader, run } = store;
  const byId = reader.prepare('SELECT * FROM upload WHERE shop = ? AND principal = ? AND id = ?');
  const byFile = reader.prepare('SELECT * FROM upload WHERE shop = ? AND file = ?');
  // What a visitor uploaded is the account's, once it has claimed the visitor's secret.
  const ofVisitor = reader.prepare(
    `SELECT upload.* FROM upload JOIN alias ON alias.shop = upload.shop AND alias.visitor = upload.principal
     WHERE upload.shop = ? AND alias.account = ? AND upload.id = ?`,
  );
  const accountOf = reader.prepare('SELECT account FROM alias WHERE shop = ? AND visitor = ?');
  const named = reader.prepare('SELECT name FROM attachment WHERE conversation = ? AND file = ?');
  const keyOf = reader.prepare('SELECT key FROM subject_key WHERE shop = ? AND subject = ?');
  const over = reader.prepare(
    `SELECT file FROM upload WHERE (touched_at < ? AND ${UNSENT})
     OR NOT EXISTS (SELECT 1 FROM subject_key WHERE shop = upload.shop AND subject = upload.subject) LIMIT 1000`,
  );

  return {
    find: (principal: string, id: string) => rowOf(byId.get(shop, principal, id)),
    findFor: (author: string, id: string) => rowOf(byId.get(shop, author, id) ?? ofVisitor.get(shop, author, id)),
    findFile: (file: string) => rowOf(byFile.get(shop, file)),
    /** Whether what is sealed for `subject` goes when `owner` is erased: it is the same, or one that it has claimed. */
    isSealedFor: (subject: string, owner: string): boolean =>
      subject === owner || accountOf.get(shop, subject)?.['account'] === owner,
    /** Read from the disk each time, so that deleting a key works at once. */
    key(subject: string): Uint8Array | undefined {
      const key = keyOf.get(shop, subject)?.['key'];
      return key instanceof Uint8Array ? key : undefined;
    },
    /**
     * Makes a row unless that would exceed the quota: what waits to be sent, and what came within a day, count.
     * False for an identity that has no room.
     */
    async create(
      row: Pick<UploadRow, 'file' | 'principal' | 'subject' | 'size'> & { readonly id: string },
      quota: number,
    ): Promise<boolean> {
      const { file, principal, id, subject, size } = row;
      const changed = await run(
        `INSERT OR IGNORE INTO upload (file, shop, principal, id, subject, size, created_at, touched_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7 WHERE ?6 + (
           SELECT coalesce(sum(size), 0) FROM upload WHERE shop = ?2 AND principal = ?3 AND (created_at > ?8 OR ${UNSENT})
         ) <= ?9`,
        file,
        shop,
        principal,
        id,
        subject,
        size,
        now(),
        now() - DAY,
        quota,
      );
      return changed === 1 || byId.get(shop, principal, id) !== undefined;
    },
    reached: (file: string, received: number, stored: number) =>
      run('UPDATE upload SET received = ?, stored = ?, touched_at = ? WHERE file = ?', received, stored, now(), file),
    finish: (file: string, type: FileType) =>
      run('UPDATE upload SET type = ?, touched_at = ? WHERE file = ?', type, now(), file),
    /** Binds a finished upload to a conversation; false when it was swept meanwhile. */
    async attach(conversation: string, file: string, name: Uint8Array | null): Promise<boolean> {
      await run(
        `INSERT OR REPLACE INTO attachment (conversation, file, name)
         SELECT ?, file, ? FROM upload WHERE file = ? AND type IS NOT NULL`,
        conversation,
        name,
        file,
      );
      return named.get(conversation, file) !== undefined;
    },
    /** Whether the file was sent in the conversation, and its sealed name there. */
    attached(conversation: string, file: string): { readonly name: Uint8Array | undefined } | undefined {
      const row = named.get(conversation, file);
      return row && { name: row['name'] instanceof Uint8Array ? row['name'] : undefined };
    },
    /** Forgets an upload that was not sent; false when there is none such. */
    forget: async (file: string) => (await run(`DELETE FROM upload WHERE file = ? AND ${UNSENT}`, file)) === 1,
    /** Files that nobody sent within a day, and those whose key is gone. */
    over: () => over.all(now() - DAY).map((row) => String(row['file'])),
    /** Forgets what {@link over} named, if that is still so; whether the file may go. */
    async sweep(file: string): Promise<boolean> {
      const gone = await run(
        `DELETE FROM upload WHERE file = ? AND ((touched_at < ? AND ${UNSENT})
         OR NOT EXISTS (SELECT 1 FROM subject_key WHERE shop = upload.shop AND subject = upload.subject))`,
        file,
        now() - DAY,
      );
      if (gone === 1) await run('DELETE FROM attachment WHERE file = ?', file);
      return gone === 1;
    },
    /** Files that were sent, by when they came. */
    older: (before: number) =>
      reader
        .prepare('SELECT file FROM upload WHERE shop = ? AND created_at < ? AND type IS NOT NULL LIMIT 1000')
        .all(shop, before)
        .map(({ file }) => String(file)),
    /** Forgets a file, not that it was sent: who asks for it hears that it is gone. */
    async expire(file: string): Promise<void> {
      await run('DELETE FROM upload WHERE file = ?', file);
      await run('UPDATE attachment SET name = NULL WHERE file = ?', file);
    },
    knows: (file: string) => byFile.get(shop, file) !== undefined,
  };
}

/** What {@link createUploadRows} makes. */
export type UploadRows = ReturnType<typeof createUploadRows>;
