import type { Flow, FlowStep } from '../flow.ts';
import type { Problem } from './problem.ts';

interface Way {
  readonly to: number;
  /** Whether what was agreed to still stands after it. */
  readonly agreed: boolean;
}

/** Labels that a step names, with the key that names them. */
function labelsOf(step: FlowStep): readonly (readonly [key: string, label: string | undefined])[] {
  if ('if' in step || 'confirm' in step)
    return [
      ['yes', step.yes],
      ['no', step.no],
    ];
  if ('call' in step)
    return [
      ['next', step.next],
      ...Object.entries(step.errors ?? {}).map(([code, label]) => [`errors/${code}`, label] as const),
    ];
  return 'next' in step ? [['next', step.next]] : [];
}

const isWrite = (step: FlowStep): boolean => 'call' in step && step.reads !== true;

/** Checks all ways through a flow: every label is there, every step is reached, no circle runs for ever, no write comes without a yes. */
export function checkWays(flow: Flow): readonly Problem[] {
  const problems: Problem[] = [];
  const { steps } = flow;
  const ids = new Map<string, number>();
  steps.forEach(({ id }, n) => {
    if (id === undefined) return;
    if (id === 'end') problems.push({ pointer: `/steps/${n}/id`, message: '“end” is kept for the end of the flow' });
    else if (ids.has(id))
      problems.push({
        pointer: `/steps/${n}/id`,
        message: `the id “${id}” is that of step ${(ids.get(id) ?? 0) + 1} already`,
      });
    else ids.set(id, n);
  });
  for (const [n, step] of steps.entries())
    for (const [key, label] of labelsOf(step))
      if (label !== undefined && label !== 'end' && !ids.has(label))
        problems.push({ pointer: `/steps/${n}/${key}`, message: `there is no step “${label}”` });
  if (problems.length > 0) return problems;

  const target = (label: string | undefined, n: number): number =>
    label === undefined ? n + 1 : label === 'end' ? steps.length : (ids.get(label) ?? steps.length);

  function waysFrom(n: number, agreed: boolean): readonly Way[] {
    const step = steps[n];
    if (!step || ('person' in step && !('say' in step))) return [];
    if ('if' in step)
      return [
        { to: target(step.yes, n), agreed },
        { to: target(step.no, n), agreed },
      ];
    if ('confirm' in step)
      return [
        { to: target(step.yes, n), agreed: true },
        ...(step.no === undefined ? [] : [{ to: target(step.no, n), agreed: false }]),
      ];
    if ('call' in step)
      return [
        { to: target(step.next, n), agreed },
        ...Object.values(step.errors ?? {}).map((label) => ({ to: target(label, n), agreed: false })),
      ];
    // What is asked after a yes was not shown when it was given.
    return [{ to: target(step.next, n), agreed: agreed && !('ask' in step) && !('forget' in step) }];
  }

  const seen = new Set<string>();
  const open: Way[] = [{ to: 0, agreed: false }];
  const unagreed = new Set<number>();
  while (open.length > 0) {
    const { to, agreed } = open.pop() as Way;
    const step = steps[to];
    const key = `${to} ${agreed}`;
    if (!step || seen.has(key)) continue;
    seen.add(key);
    if (isWrite(step) && !agreed) unagreed.add(to);
    open.push(...waysFrom(to, agreed));
  }
  for (const n of unagreed)
    problems.push({
      pointer: `/steps/${n}/call`,
      message:
        'it can be reached without a yes: put a “confirm” before it, after all that is asked, or say “reads” if it changes nothing',
    });
  steps.forEach((_, n) => {
    if (!seen.has(`${n} true`) && !seen.has(`${n} false`))
      problems.push({ pointer: `/steps/${n}`, message: 'no way leads to this step' });
  });

  /** Steps at which a circle stops, for an answer or a result, or which change what comes next. */
  const stops = (step: FlowStep): boolean => 'confirm' in step || 'call' in step || 'forget' in step;
  for (const [n, step] of steps.entries()) {
    if (stops(step)) continue;
    const been = new Set<number>();
    const next = waysFrom(n, false).map(({ to }) => to);
    while (next.length > 0) {
      const at = next.pop() as number;
      const one = steps[at];
      if (at === n) {
        problems.push({
          pointer: `/steps/${n}`,
          message: 'a circle leads back to this step without anything being asked',
        });
        break;
      }
      if (!one || been.has(at) || stops(one)) continue;
      been.add(at);
      next.push(...waysFrom(at, false).map(({ to }) => to));
    }
  }
  return problems;
}
