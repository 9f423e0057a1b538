import { type Flow, readFlow } from '@xiaoer/assistant/flows';
import * as v from 'valibot';

/** A flow's text is small; a larger one is something else. */
export const MOST_FLOW_CHARS = 200_000;

/** Texts that were read: the same one is asked for with every change of any setting. */
const MOST_KEPT = 100;
const kept = new Map<string, Flow | undefined>();

/** The flow of a text that was checked; undefined where it has mistakes. */
export function flowIn(text: string): Flow | undefined {
  if (kept.has(text)) return kept.get(text);
  const read = readFlow(text);
  const flow = 'flow' in read ? read.flow : undefined;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, flow);
  return flow;
}

/** A flow as it is written down. */
export const textOf = (flow: Flow): string => JSON.stringify(flow, null, 2);

/** A text that is the flow of this id. */
export const flowText = (id: string) =>
  v.pipe(
    v.string('a flow is sent as its text'),
    v.maxLength(MOST_FLOW_CHARS, `it has more than ${MOST_FLOW_CHARS} characters`),
    v.check(
      (text) => flowIn(text) !== undefined,
      'the flow has mistakes: POST /desk/api/flows/check names each with its line',
    ),
    v.check((text) => flowIn(text)?.id === id, `its id must be “${id}”`),
  );
