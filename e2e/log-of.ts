import { join } from 'node:path';
import { openDatabase } from '../packages/server/src/engines/open-database.ts';
import type { Inn } from './inn.ts';

/** One op of a shopper in the log. */
export interface Recorded {
  readonly conversation: number;
  readonly seq: number;
  readonly id: string;
}

/** What the server has on its disk of shoppers' texts, by conversation and number. The texts themselves are sealed. */
export const textsInLog = (inn: Inn): Promise<readonly Recorded[]> => opsInLog(inn, 'text');

/** The same of another kind. */
export async function opsInLog(inn: Inn, kind: string): Promise<readonly Recorded[]> {
  const database = await openDatabase(join(inn.dataDir, 'xiaoer.db'), { readOnly: true });
  try {
    const rows = database
      .prepare("SELECT conversation, seq, id FROM event WHERE role = 'shopper' AND kind = ? ORDER BY conversation, seq")
      .all(kind);
    return rows.map((row) => ({
      conversation: Number(row['conversation']),
      seq: Number(row['seq']),
      id: String(row['id']),
    }));
  } finally {
    database.close();
  }
}

/** Links that the server holds at the moment. */
export async function linksOf(inn: Inn): Promise<number> {
  const health = (await (await fetch(`${inn.address}/health`)).json()) as { readonly links: number };
  return health.links;
}
