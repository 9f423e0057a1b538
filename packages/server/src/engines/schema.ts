import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Database, rollBack } from './open-database.ts';

/** The database's file in DATA_DIR. */
export const databaseIn = (dataDir: string): string => join(dataDir, 'xiaoer.db');

/** The file of what was counted in DATA_DIR: it can be made again from the database. */
export const numbersIn = (dataDir: string): string => join(dataDir, 'numbers.db');

/** The folder of attached files in DATA_DIR. */
export const uploadsIn = (dataDir: string): string => join(dataDir, 'uploads');

/** Version of the tables below, kept in `meta`. */
export const SCHEMA_VERSION = 3;

/**
 * Everything in one file. Bodies and names are sealed (keys.ts); in clear stand only what order, de-duplication and
 * look-ups need: conversation, number, opaque ids, kind and time. A conversation that an account claimed stays sealed
 * with the visitor's key, `sealed_for`; deleting the account's key deletes those of its visitors. Events before `first`
 * are trimmed: their rows tell repeats, their bodies are gone, and `snapshot` is the sealed fold over them.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS subject_key (
  shop TEXT NOT NULL, subject TEXT NOT NULL, key BLOB NOT NULL,
  PRIMARY KEY (shop, subject)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS conversation (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, shop TEXT NOT NULL, subject TEXT NOT NULL,
  created_at INTEGER NOT NULL, locale TEXT, name BLOB, closed INTEGER NOT NULL DEFAULT 0, sealed_for TEXT,
  first INTEGER NOT NULL DEFAULT 1, snapshot BLOB
);
CREATE TABLE IF NOT EXISTS alias (
  shop TEXT NOT NULL, visitor TEXT NOT NULL, account TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (shop, visitor)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS alias_account ON alias (shop, account);
CREATE TRIGGER IF NOT EXISTS account_erased AFTER DELETE ON subject_key BEGIN
  DELETE FROM subject_key WHERE shop = OLD.shop
    AND subject IN (SELECT visitor FROM alias WHERE shop = OLD.shop AND account = OLD.subject);
END;
CREATE TRIGGER IF NOT EXISTS tickets_erased AFTER DELETE ON subject_key WHEN OLD.shop NOT LIKE '%#tickets' BEGIN
  DELETE FROM subject_key WHERE shop = OLD.shop || '#tickets' AND subject = OLD.subject;
END;
CREATE INDEX IF NOT EXISTS conversation_open ON conversation (shop, closed, subject);
CREATE TABLE IF NOT EXISTS event (
  conversation INTEGER NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, author TEXT NOT NULL, role TEXT NOT NULL,
  kind TEXT NOT NULL, at INTEGER NOT NULL, sealed BLOB NOT NULL,
  PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS event_op ON event (conversation, author, id);
CREATE TABLE IF NOT EXISTS order_change (
  n INTEGER PRIMARY KEY, shop TEXT NOT NULL, subject TEXT NOT NULL, key TEXT NOT NULL, order_id TEXT NOT NULL,
  sealed BLOB NOT NULL, at INTEGER NOT NULL, UNIQUE (shop, subject, key)
);
CREATE TABLE IF NOT EXISTS upload (
  file TEXT PRIMARY KEY, shop TEXT NOT NULL, principal TEXT NOT NULL, id TEXT NOT NULL, subject TEXT NOT NULL,
  size INTEGER NOT NULL, received INTEGER NOT NULL DEFAULT 0, stored INTEGER NOT NULL DEFAULT 0, type TEXT,
  created_at INTEGER NOT NULL, touched_at INTEGER NOT NULL, UNIQUE (shop, principal, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS upload_touched ON upload (touched_at);
CREATE TABLE IF NOT EXISTS attachment (
  conversation TEXT NOT NULL, file TEXT NOT NULL, name BLOB, PRIMARY KEY (conversation, file)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS attachment_file ON attachment (file);
CREATE TABLE IF NOT EXISTS contact (
  n INTEGER PRIMARY KEY AUTOINCREMENT, shop TEXT NOT NULL, subject TEXT NOT NULL, hash TEXT NOT NULL, sealed BLOB NOT NULL,
  verified_at INTEGER, stopped_at INTEGER, touched_at INTEGER NOT NULL, UNIQUE (shop, subject, hash)
);
CREATE INDEX IF NOT EXISTS contact_hash ON contact (hash);
CREATE TABLE IF NOT EXISTS contact_ask (hash TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS contact_ask_hash ON contact_ask (hash, at);
CREATE TRIGGER IF NOT EXISTS contact_erased AFTER DELETE ON subject_key BEGIN
  DELETE FROM contact WHERE shop = OLD.shop AND subject = OLD.subject;
END;
CREATE TABLE IF NOT EXISTS notice (
  conversation TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL, PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS notice_waiting ON notice (state, at);
CREATE TABLE IF NOT EXISTS erasure (
  n INTEGER PRIMARY KEY, shop TEXT NOT NULL, subject TEXT NOT NULL, who TEXT NOT NULL, asked_at INTEGER NOT NULL,
  state TEXT NOT NULL, done_at INTEGER
);
CREATE INDEX IF NOT EXISTS erasure_open ON erasure (state, n);
CREATE TABLE IF NOT EXISTS audit (
  n INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL,
  detail TEXT
);
CREATE INDEX IF NOT EXISTS audit_about ON audit (about, n);
CREATE INDEX IF NOT EXISTS audit_who ON audit (who, at);
CREATE TRIGGER IF NOT EXISTS audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is not changed'); END;
CREATE TABLE IF NOT EXISTS quality_review (
  n INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, conversation TEXT NOT NULL, k INTEGER NOT NULL,
  score INTEGER NOT NULL, counted INTEGER NOT NULL, findings TEXT NOT NULL, sealed BLOB
);
CREATE INDEX IF NOT EXISTS quality_review_of ON quality_review (conversation, n);
CREATE INDEX IF NOT EXISTS quality_review_at ON quality_review (at);
CREATE TRIGGER IF NOT EXISTS quality_review_stays BEFORE UPDATE ON quality_review BEGIN
  SELECT RAISE(ABORT, 'the log of reviews is not changed');
END;
CREATE TABLE IF NOT EXISTS agent (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_role (agent TEXT PRIMARY KEY REFERENCES agent, role TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_password (
  agent TEXT PRIMARY KEY REFERENCES agent, hash TEXT NOT NULL, at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_totp (
  agent TEXT PRIMARY KEY REFERENCES agent, secret TEXT NOT NULL, step INTEGER NOT NULL, confirmed_at INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sign_in_try (who TEXT PRIMARY KEY, wrong INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_browser (
  session TEXT PRIMARY KEY, how TEXT NOT NULL, browser TEXT NOT NULL, created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_group (
  agent TEXT NOT NULL REFERENCES agent, name TEXT NOT NULL, PRIMARY KEY (agent, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_capacity (agent TEXT PRIMARY KEY REFERENCES agent, places INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_seen (agent TEXT PRIMARY KEY REFERENCES agent, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_left (agent TEXT PRIMARY KEY REFERENCES agent, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS desk_group (name TEXT PRIMARY KEY, made_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS desk_group_was (was TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_key (
  hash TEXT PRIMARY KEY, agent TEXT NOT NULL REFERENCES agent, expires_at INTEGER NOT NULL, used_at INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS agent_session (
  hash TEXT PRIMARY KEY, agent TEXT NOT NULL REFERENCES agent, expires_at INTEGER NOT NULL
) WITHOUT ROWID;
`;

/** What turns the tables of one version into those of the next, by the version it starts from. */
const STEPS: Readonly<Record<number, string>> = {
  1: 'ALTER TABLE conversation ADD COLUMN sealed_for TEXT',
  2: `ALTER TABLE conversation ADD COLUMN first INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE conversation ADD COLUMN snapshot BLOB`,
};

/**
 * Creates what is missing, and brings a file of an older version up to this one.
 * @throws Error for a file of a newer Xiaoer, which is left untouched.
 */
export function prepareSchema(database: Database): { readonly epoch: string } {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
    const read = database.prepare('SELECT value FROM meta WHERE name = ?');
    const write = database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)');
    const version = read.get('schema')?.['value'];
    if (version !== undefined && Number(version) > SCHEMA_VERSION)
      throw new Error(
        `the database has schema ${version}, this version knows ${SCHEMA_VERSION}: start the newer version of Xiaoer, or name another DATA_DIR`,
      );
    for (let from = Number(version ?? SCHEMA_VERSION); from < SCHEMA_VERSION; from++) database.exec(STEPS[from] ?? '');
    database.exec(TABLES);
    write.run('schema', String(SCHEMA_VERSION));
    let epoch = read.get('epoch')?.['value'];
    if (epoch === undefined) {
      epoch = randomBytes(12).toString('base64url');
      write.run('epoch', epoch);
    }
    database.exec('COMMIT');
    return { epoch: String(epoch) };
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Begins a new generation of the storage: cursors of the one before are not valid in it. */
export function renewEpoch(database: Database): string {
  const epoch = randomBytes(12).toString('base64url');
  database.prepare("UPDATE meta SET value = ? WHERE name = 'epoch'").run(epoch);
  return epoch;
}
