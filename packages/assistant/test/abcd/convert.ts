import { existsSync, readFileSync } from 'node:fs';
import type { Flow, FlowStep, Slot } from '../../src/flows.ts';

const FOLDER = new URL('../../../../../shared/data/abcd-policy/', import.meta.url);

/** Whether the data lie beside the project. */
export const hasAbcd = existsSync(new URL('kb.json', FOLDER));

interface GuidelineAction {
  readonly button: string;
  readonly text: string;
  readonly subtext: readonly string[];
}
type Guidelines = Readonly<
  Record<string, { readonly subflows: Readonly<Record<string, { readonly actions: readonly GuidelineAction[] }>> }>
>;
interface Ontology {
  readonly intents: { readonly subflows: Readonly<Record<string, readonly string[]>> };
  readonly actions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly values: { readonly enumerable: Readonly<Record<string, readonly string[]>> };
}

/** One procedure as the data have it. */
export interface Procedure {
  readonly name: string;
  /** Its actions in their order. */
  readonly actions: readonly string[];
  readonly flow: Flow;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as T;

/** Actions that only look something up; all others change something and need a yes. */
const READS =
  /^(?:pull-up-account|verify-identity|validate-purchase|ask-the-oracle|membership|shipping-status|subscription-status|search-.*|select-faq|try-again|log-out-in|instructions)$/;

/** What is given to the shopper to try, and may be the end of it. */
const TRIED = /^(?:try-again|log-out-in|instructions)$/;

const PATTERNS: Readonly<Record<string, string>> = {
  account_id: '[a-z0-9]{6,12}',
  order_id: '\\d{10}',
  zip_code: '\\d{5}',
  pin_number: '\\d{4,6}',
};

const MOST_OPTIONS = 12;
const camel = (name: string): string => name.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
const words = (name: string): string => name.replace(/[-_]/g, ' ');

/** What the guidelines say of an action: their buttons are named after it. */
function wordsOf(action: string, guidelines: readonly GuidelineAction[]): string {
  const key = action.replace(/^notify-team$/, 'notify-internal-team').replace(/^membership$/, 'membership-privileges');
  const same = (button: string) => button.toLowerCase().replace(/[^a-z]+/g, '-') === key.replace(/[^a-z]+/g, '-');
  return guidelines
    .filter(({ button }) => same(button))
    .flatMap(({ text, subtext }) => [text, ...subtext])
    .join('\n');
}

/** Turns one procedure into a flow: what each action needs is asked for, what changes something is confirmed. */
function convert(
  name: string,
  actions: readonly string[],
  guidelines: readonly GuidelineAction[],
  ontology: Ontology,
): Flow {
  const needs = new Map(Object.values(ontology.actions).flatMap((group) => Object.entries(group)));
  const all = guidelines.flatMap(({ text, subtext }) => [text, ...subtext]).join('\n');
  const slots: Record<string, Slot> = {};
  const steps: FlowStep[] = [];

  /** The slot of a value: a choice where the values are few, and of several that are possible the one that is meant. */
  function slotFor(kind: string, action: string): string {
    const slot = camel(kind);
    const asked = { label: words(kind), ask: `What is the ${words(kind)}?` };
    const values = ontology.values.enumerable[kind] ?? [];
    if (kind === 'customer_name') slots[slot] = { type: 'text', min: 2, ...asked };
    else if (/email/.test(kind)) slots[slot] = { type: 'email', ...asked };
    else if (/amount/.test(kind)) slots[slot] = { type: 'number', min: 0, ...asked };
    else if (values.length >= 2 && values.length <= MOST_OPTIONS && action !== 'enter-details')
      slots[slot] = {
        type: 'choice',
        ...asked,
        options: values.map((value) => ({
          value: value.toLowerCase().replaceAll(' ', '-').replace(/^(\d)/, 'n$1'),
          label: value,
        })),
      };
    else slots[slot] = { type: 'text', ...asked, ...(PATTERNS[kind] ? { pattern: PATTERNS[kind] } : {}) };
    return slot;
  }

  /** Which values an action is given: all for a check of identity, else the first that the guidelines speak of. */
  function valuesFor(action: string): readonly string[] {
    const kinds = needs.get(action) ?? [];
    if (/^(?:verify-identity|validate-purchase)$/.test(action)) return kinds.filter((kind) => kind !== 'customer_name');
    if (action === 'pull-up-account') return ['customer_name'];
    const said = wordsOf(action, guidelines).toLowerCase();
    const meant = kinds.find((kind) => {
      const values = ontology.values.enumerable[kind];
      return values?.some((value) => said.includes(value.toLowerCase())) ?? said.includes(words(kind));
    });
    return meant === undefined ? kinds.slice(0, 1) : [meant];
  }

  actions.forEach((action, n) => {
    const id = camel(`at-${action}`);
    const next = actions[n + 1];
    const after = actions[n + 2] === undefined ? 'end' : camel(`at-${actions[n + 2]}`);
    const given = valuesFor(action).map((kind) => slotFor(kind, action));
    const reads = READS.test(action);
    const first = steps.length;
    for (const slot of given) steps.push({ ask: slot });
    if (TRIED.test(action)) steps.push({ say: `Please do this first: ${words(action)}.` });
    if (!reads)
      steps.push({ confirm: `${words(action)}: ${given.map((slot) => `{${slot}}`).join(', ')}. Shall I go on?` });
    steps.push({
      call: `abcd.${action}`,
      with: Object.fromEntries(given.map((slot) => [slot, slot])),
      ...(reads ? { reads: true } : {}),
      ...(action === 'ask-the-oracle' ? { into: 'oracle' } : {}),
    });
    const said = wordsOf(action, guidelines);
    if (action === 'ask-the-oracle') {
      const skips = /skip/.test(said) && !/Skip the following/.test(said);
      if (skips && next) steps.push({ if: { value: 'oracle.answer', is: 'yes' }, yes: after });
      else if (/Oracle (?:says|returns) Yes|Only if Oracle says Yes/.test(all))
        steps.push({ if: { value: 'oracle.answer', is: 'yes' }, no: 'sorry' });
    }
    if (
      action === 'membership' &&
      next &&
      /guest[^\n]*(?:apologize|nothing you can do|customer error|must wait)|only works for gold/i.test(said)
    )
      steps.push({ if: { value: 'membershipLevel', is: 'guest' }, yes: 'sorry' });
    if (action === 'shipping-status' && /too late|must wait|until the item arrives|check their membership/.test(said))
      steps.push(
        next === 'membership'
          ? { if: { value: 'shippingOption', is: 'order-received' }, yes: after }
          : { if: { value: 'shippingOption', is: 'order-received' }, no: 'sorry' },
      );
    if (TRIED.test(action)) {
      const slot = camel(`after-${action}`);
      const options = [
        { value: 'works', label: 'It works now' },
        { value: 'still', label: 'Still the same' },
      ];
      slots[slot] = { type: 'choice', label: `After: ${words(action)}`, ask: 'Does it work now?', options };
      steps.push({ ask: slot }, { if: { value: slot, is: 'works' }, yes: 'good' });
    }
    const begin = steps[first];
    if (begin) steps[first] = { ...begin, id };
  });
  steps.push({ id: 'good', say: 'That is done. Is there anything else?', next: 'end' });
  const labels = new Set(steps.flatMap((step) => ('if' in step ? [step.yes, step.no] : [])));
  if (labels.has('sorry'))
    steps.push({ id: 'sorry', say: 'I am sorry, there is nothing I can change here.', person: true });
  return {
    flow: 1,
    id: `abcd-${name.replaceAll('_', '-')}`,
    title: words(name),
    phrases: `start ${words(name)}`,
    ...(Object.keys(slots).length > 0 ? { slots } : {}),
    steps,
  };
}

/** All procedures of the data as flows. */
export function loadAbcd(): readonly Procedure[] {
  const kb = read<Readonly<Record<string, readonly string[]>>>('kb.json');
  const ontology = read<Ontology>('ontology.json');
  const guidelines = read<Guidelines>('guidelines.json');
  return Object.entries(ontology.intents.subflows).flatMap(([flow, names]) => {
    const title = Object.keys(guidelines).find((one) => one.toLowerCase().replace(/[^a-z]/g, '_') === flow);
    const texts = Object.values(guidelines[title ?? '']?.subflows ?? {});
    return names.map((name, n): Procedure => {
      const actions = kb[name] ?? [];
      return { name, actions, flow: convert(name, actions, texts[n]?.actions ?? [], ontology) };
    });
  });
}
