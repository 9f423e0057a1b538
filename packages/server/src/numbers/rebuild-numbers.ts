import { existsSync } from 'node:fs';
import { openDatabase } from '../engines/open-database.ts';
import { databaseIn, numbersIn } from '../engines/schema.ts';
import type { QualityRule } from '../quality/rule.ts';
import type { ShopClaims } from '../quality/shop-claims.ts';
import { openNumbersDatabase } from './numbers-database.ts';
import { createNumbersEngine } from './numbers-engine.ts';
import type { Caught } from './projector.ts';

/**
 * Counts everything in `dataDir` anew. The server may run meanwhile; it shows what is new after its next start.
 * @throws Error when there is no database.
 */
export async function rebuildNumbers(
  dataDir: string,
  rules: readonly QualityRule[],
  claims?: ShopClaims,
): Promise<Caught> {
  const path = databaseIn(dataDir);
  if (!existsSync(path)) throw new Error(`there is no database in ${dataDir}: name its folder in DATA_DIR`);
  const source = await openDatabase(path, { readOnly: true });
  const own = await openNumbersDatabase(numbersIn(dataDir));
  try {
    // Hours and capacity are asked for by boards alone.
    return createNumbersEngine(source, own, { timeZone: 'UTC', capacity: 1, rules, claims }).rebuild();
  } finally {
    own.close();
    source.close();
  }
}
