import { writeFileSync } from 'node:fs';
import { FLOW_SCHEMA } from '../packages/assistant/dist/flows.js';
import { ROOT } from './run.mjs';

/** Writes docs/flow.schema.json from the schema that the validator uses: npm run build && node scripts/flow-schema.mjs && npm run format */
writeFileSync(`${ROOT}docs/flow.schema.json`, `${JSON.stringify(FLOW_SCHEMA, null, 2)}\n`);
