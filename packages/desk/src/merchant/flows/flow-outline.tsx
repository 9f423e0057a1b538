import { useDesk } from '../../desk-context.ts';
import { textIn } from '../teaching/knowledge-answer.ts';
import type { Flow } from './flow.ts';
import { type OutlineStep, outlineOf, type Way } from './outline.ts';

/** What begins a flow and what it does, step by step, with where each step goes on. */
export function FlowOutline({ flow, tools }: { readonly flow: Flow; readonly tools: readonly string[] }) {
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  const slotName = (name: string): string => {
    const slot = flow.slots?.[name.split('.')[0] ?? ''];
    return slot ? textIn(slot.label, locale) || name : name;
  };
  const wayOf = ({ when, code = '', to }: Way): string =>
    t(`flows.way.${when}`, { code, to: to === undefined ? t('flows.end') : t('flows.step', { n: to }) });
  const words = ({ kind, step, names }: OutlineStep): string => {
    const named = names.map((name) => (name === 'signed-in' ? t('flows.signedIn') : slotName(name))).join(', ');
    switch (kind) {
      case 'ask': {
        const [first = ''] = names;
        return `${named}: ${textIn(flow.slots?.[first]?.ask ?? '', locale)}`;
      }
      case 'say':
        return textIn(step.say ?? '', locale);
      case 'confirm':
        return textIn(step.confirm ?? '', locale);
      case 'person':
        return typeof step.person === 'boolean' ? '' : textIn(step.person ?? '', locale);
      case 'read':
      case 'write':
        return step.call ?? '';
      default:
        return named;
    }
  };
  const phrases = textIn(flow.phrases ?? '', locale)
    .split('|')
    .filter(Boolean);
  const intents = (flow.triggers ?? []).map((one) => (typeof one === 'string' ? one : one.intent));
  return (
    <div class="flow-outline">
      <p>
        <b>{t('flows.begins')}</b>{' '}
        {[
          ...intents.map((intent) => t('flows.byIntent', { intent })),
          ...phrases.map((phrase) => `“${phrase}”`),
          ...(flow.button ? [t('flows.byButton', { button: flow.button })] : []),
        ].join(', ') || t('flows.byNothing')}
        {flow.needs === 'signed-in' && ` · ${t('flows.needs')}`}
      </p>
      <ol aria-label={t('flows.steps')}>
        {outlineOf(flow).map((one) => (
          <li key={one.n} class={`flow-step ${one.kind}`}>
            <span class="flow-kind">{t(`flows.kind.${one.kind}`)}</span>
            <span class="flow-words" dir="auto">
              {words(one)}
              {one.step.call !== undefined && !tools.includes(one.step.call) && (
                <span class="tag"> {t('flows.cannot')}</span>
              )}
            </span>
            {one.ways.length > 0 && <span class="flow-ways">{one.ways.map(wayOf).join(' · ')}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
