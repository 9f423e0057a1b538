import type { Localized } from '../../knowledge/knowledge-source.ts';
import { everyText } from '../../knowledge/localized.ts';
import { POLICY_FIELDS } from '../../knowledge/policies.ts';
import type { Condition, Flow, FlowStep } from '../flow.ts';
import { PLACEHOLDER } from '../world.ts';
import { checkWays } from './check-ways.ts';
import type { Problem } from './problem.ts';

/** A repeated group with a repetition in it can take for ever on a text that nearly fits. */
const NESTED_REPEAT = /\([^()]*[+*}][^()]*\)[+*{]/;

/** Fields of values whose shape we know. */
const ORDER_FIELDS = ['id', 'number', 'status', 'placedAt', 'deliveredAt', 'total', 'name', 'phone'];

/** Checks what a schema cannot say: that all names are there, and that nothing is written without a yes. */
export function checkFlow(flow: Flow): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (pointer: string, message: string) => problems.push({ pointer, message });
  const slots = flow.slots ?? {};
  const results = new Set(flow.steps.flatMap((step) => ('call' in step && step.into !== undefined ? [step.into] : [])));
  const languages = typeof flow.title === 'string' ? [] : Object.keys(flow.title);

  function checkPath(path: string, pointer: string, more: readonly string[] = []): void {
    const [root = '', field] = path.split('.');
    if (more.includes(path) || path === 'shop' || results.has(root)) return;
    if (root === 'policy') {
      if (!(POLICY_FIELDS as readonly string[]).includes(field ?? ''))
        say(
          pointer,
          `“${path}” is no policy of a shop; there are ${POLICY_FIELDS.map((one) => `policy.${one}`).join(', ')}`,
        );
      return;
    }
    const slot = Object.hasOwn(slots, root) ? slots[root] : undefined;
    if (!slot) return void say(pointer, `there is no slot or result “${root}”`);
    if (field !== undefined && slot.type === 'order' && !ORDER_FIELDS.includes(field))
      say(pointer, `an order has no “${field}”; it has ${ORDER_FIELDS.join(', ')}`);
  }

  function checkText(text: Localized | undefined, pointer: string, more: readonly string[] = []): void {
    if (text === undefined) return;
    if (typeof text !== 'string')
      for (const language of languages)
        if (text[language] === undefined) say(pointer, `there is no text in ${language}, which the title has`);
    for (const one of everyText(text))
      for (const [, path = ''] of one.matchAll(PLACEHOLDER)) checkPath(path, pointer, more);
  }

  function checkCondition(condition: Condition, pointer: string): void {
    for (const key of ['all', 'any'] as const) {
      const inner = key in condition ? (condition as Readonly<Record<string, readonly Condition[]>>)[key] : undefined;
      for (const [n, one] of (inner ?? []).entries()) checkCondition(one, `${pointer}/${key}/${n}`);
    }
    if ('not' in condition) checkCondition(condition.not, `${pointer}/not`);
    else if ('known' in condition) checkPath(condition.known, `${pointer}/known`);
    else if ('since' in condition) {
      checkPath(condition.since, `${pointer}/since`);
      if (condition.days === undefined && condition.months === undefined)
        say(pointer, '“since” needs “days” or “months”');
      for (const unit of ['days', 'months'] as const)
        if (typeof condition[unit] === 'string') checkPath(condition[unit], `${pointer}/${unit}`);
    } else if ('value' in condition) {
      checkPath(condition.value, `${pointer}/value`);
      if (!('is' in condition) && condition.atLeast === undefined && condition.atMost === undefined)
        say(pointer, '“value” needs “is”, “atLeast” or “atMost”');
    }
  }

  const askedFor = new Set(flow.steps.flatMap((step) => ('ask' in step ? [step.ask].flat() : [])));
  const set = new Set(
    (flow.triggers ?? []).flatMap((one) => (typeof one === 'string' ? [] : Object.keys(one.sets ?? {}))),
  );
  checkText(flow.title, '/title');
  for (const key of ['signIn', 'cancelled', 'gaveUp'] as const) checkText(flow[key], `/${key}`);
  if (!flow.triggers?.length && flow.phrases === undefined && flow.button === undefined)
    say('', 'nothing begins this flow: it needs “triggers”, “phrases” or a “button”');
  flow.triggers?.forEach((trigger, n) => {
    for (const name of typeof trigger === 'string' ? [] : Object.keys(trigger.sets ?? {}))
      checkPath(name, `/triggers/${n}/sets/${name}`);
  });

  for (const [name, slot] of Object.entries(slots)) {
    const pointer = `/slots/${name}`;
    if (name === 'policy' || name === 'shop' || name === 'end') say(pointer, `a slot cannot be called “${name}”`);
    if (results.has(name)) say(pointer, `“${name}” is also what a call answers`);
    if (!askedFor.has(name))
      say(
        pointer,
        set.has(name) ? `“${name}” is set, but no step asks for it when it is not` : `no step asks for “${name}”`,
      );
    for (const key of ['label', 'ask', 'retry'] as const) checkText(slot[key], `${pointer}/${key}`);
    if (slot.type === 'order') {
      checkText(slot.none, `${pointer}/none`);
      checkText(slot.refused, `${pointer}/refused`, ['number', 'status']);
    }
    if (slot.type === 'choice') {
      const values = slot.options.map(({ value }) => value);
      slot.options.forEach((option, n) => {
        checkText(option.label, `${pointer}/options/${n}/label`);
        if (values.indexOf(option.value) !== n)
          say(`${pointer}/options/${n}/value`, `the value “${option.value}” is there twice`);
      });
    }
    if ((slot.type === 'number' || slot.type === 'text') && (slot.min ?? -Infinity) > (slot.max ?? Infinity))
      say(`${pointer}/max`, '“max” is smaller than “min”');
    if (slot.type === 'text' && slot.pattern !== undefined) {
      try {
        new RegExp(slot.pattern, 'iu');
        if (NESTED_REPEAT.test(slot.pattern))
          say(`${pointer}/pattern`, 'a repeated group must not repeat something itself: it can take for ever');
      } catch {
        say(`${pointer}/pattern`, `“${slot.pattern}” is no regular expression`);
      }
    }
  }

  const checkStep = (step: FlowStep, pointer: string): void => {
    if ('ask' in step)
      for (const name of [step.ask].flat())
        if (!Object.hasOwn(slots, name)) say(`${pointer}/ask`, `there is no slot “${name}”`);
    if ('forget' in step)
      for (const name of [step.forget].flat())
        if (!Object.hasOwn(slots, name)) say(`${pointer}/forget`, `there is no slot “${name}”`);
    if ('say' in step) checkText(step.say, `${pointer}/say`);
    if ('confirm' in step) checkText(step.confirm, `${pointer}/confirm`);
    if ('person' in step && typeof step.person !== 'boolean') checkText(step.person, `${pointer}/person`);
    if ('if' in step) {
      checkCondition(step.if, `${pointer}/if`);
      if (step.yes === undefined && step.no === undefined)
        say(pointer, '“if” needs “yes” or “no”: both ways go on with the next step');
    }
    if ('call' in step)
      for (const [name, path] of Object.entries(step.with ?? {})) checkPath(path, `${pointer}/with/${name}`);
  };
  for (const [n, step] of flow.steps.entries()) checkStep(step, `/steps/${n}`);
  return [...problems, ...checkWays(flow)];
}
