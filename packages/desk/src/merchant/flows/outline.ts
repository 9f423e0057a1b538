import type { Flow, FlowCondition, FlowStep } from './flow.ts';

/** What a step does. */
export type StepKind = 'ask' | 'say' | 'if' | 'confirm' | 'read' | 'write' | 'person' | 'forget';

/** Where a step goes on, where that is not the next one. */
export interface Way {
  readonly when: 'next' | 'yes' | 'no' | 'error';
  /** The code of an error. */
  readonly code?: string | undefined;
  /** Number of the step, from 1; undefined for the end. */
  readonly to: number | undefined;
}

/** A step as a line of the outline. */
export interface OutlineStep {
  readonly n: number;
  readonly kind: StepKind;
  readonly step: FlowStep;
  /** Slots that it asks for or empties, or paths that its condition looks at. */
  readonly names: readonly string[];
  readonly ways: readonly Way[];
}

function kindOf({ ask, say, if: when, confirm, call, reads, forget }: FlowStep): StepKind {
  if (ask !== undefined) return 'ask';
  if (say !== undefined) return 'say';
  if (when !== undefined) return 'if';
  if (confirm !== undefined) return 'confirm';
  if (call !== undefined) return reads ? 'read' : 'write';
  return forget === undefined ? 'person' : 'forget';
}

/** Everything that a condition looks at: paths, tools, whether the shopper is signed in. */
export function pathsIn(condition: FlowCondition): readonly string[] {
  return Object.entries(condition).flatMap(([key, value]): readonly string[] => {
    if (key === 'all' || key === 'any') return (value as readonly FlowCondition[]).flatMap(pathsIn);
    if (key === 'not') return pathsIn(value as FlowCondition);
    if (key === 'signedIn') return ['signed-in'];
    return ['value', 'known', 'since', 'can'].includes(key) ? [String(value)] : [];
  });
}

const list = (names: string | readonly string[] | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === 'string' ? [names] : names;

/** The steps of a flow in their order, each with where it goes on. */
export function outlineOf({ steps }: Pick<Flow, 'steps'>): readonly OutlineStep[] {
  const placeOf = (label: string): number | undefined => {
    const at = label === 'end' ? -1 : steps.findIndex(({ id }) => id === label);
    return at < 0 ? undefined : at + 1;
  };
  return steps.map((step, at) => {
    const way = (when: Way['when'], label: string | undefined, code?: string): readonly Way[] =>
      label === undefined ? [] : [{ when, to: placeOf(label), ...(code === undefined ? {} : { code }) }];
    const kind = kindOf(step);
    return {
      n: at + 1,
      kind,
      step,
      names: [...new Set([...list(step.ask), ...list(step.forget), ...(step.if ? pathsIn(step.if) : [])])],
      ways: [
        ...way('yes', step.yes),
        ...way('no', step.no),
        ...Object.entries(step.errors ?? {}).flatMap(([code, label]) => way('error', label, code)),
        ...way('next', step.next),
      ],
    };
  });
}
