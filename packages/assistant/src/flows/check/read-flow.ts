import type { Flow } from '../flow.ts';
import { checkFlow } from './check-flow.ts';
import { checkSchema } from './check-schema.ts';
import { FLOW_SCHEMA } from './flow-schema.ts';
import { JsonError, type Place, parseJson } from './parse-json.ts';
import type { Problem } from './problem.ts';

/** Something that is wrong with the text of a flow, and where. */
export interface FlowProblem extends Place {
  /** JSON Pointer of the value; empty for the whole. */
  readonly pointer: string;
  readonly message: string;
}

/** A flow that can be run, or all that is wrong with it. */
export type ReadFlow = { readonly flow: Flow } | { readonly problems: readonly FlowProblem[] };

const isFlow = (value: unknown, problems: readonly Problem[]): value is Flow => problems.length === 0 && value !== null;

/**
 * Reads the JSON text of a flow and checks it: the syntax, the schema, then that every name is there, that every step is
 * reached, and that nothing is written without a yes. Each problem has its line and column.
 */
export function readFlow(text: string): ReadFlow {
  try {
    const { value, places } = parseJson(text);
    const shape = checkSchema(value, FLOW_SCHEMA);
    const problems = isFlow(value, shape) ? checkFlow(value) : shape;
    if (isFlow(value, problems)) return { flow: value };
    const placed = problems.map(({ pointer, message, key }): FlowProblem => {
      const place = places.get(key ? `#${pointer}` : pointer) ?? places.get('') ?? { line: 1, column: 1 };
      return { ...place, pointer, message };
    });
    return { problems: placed.sort((a, b) => a.line - b.line || a.column - b.column) };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { problems: [{ ...error.place, pointer: '', message: error.message }] };
  }
}

/** A problem in one line: `flows/gift.json:12:7: there is no slot “who”`. */
export const problemLine = (file: string, { line, column, message }: FlowProblem): string =>
  `${file}:${line}:${column}: ${message}`;
