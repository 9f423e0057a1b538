import { Card } from '../conversation/card.tsx';
import { entriesOf } from '../conversation/entries.ts';
import { LineEntry } from '../conversation/line-entry.tsx';
import { TraceChip } from '../conversation/trace-chip.tsx';
import { useDesk } from '../desk-context.ts';
import { Avatar, BotAvatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { nameOf } from '../parts/names.ts';
import { duration } from '../state/clock.ts';
import type { Moment } from './moments-of.ts';
import type { Finding, QualityNames } from './quality-api.ts';

/** From here on a silence is worth a line, in milliseconds. */
const GAP_MS = 10_000;

/** A claim as a person reads it: `price:¥:60` → `¥60`, `number:15:day` → `15 day`. */
export const claimWords = (claim: string): string =>
  claim.replace(/^(?:price|number|range|date|share|weekday|clock):/, '').replaceAll(':', ' ');

function FindingLine({ finding, names }: { readonly finding: Finding; readonly names: QualityNames }) {
  const { t } = useDesk();
  const { rule, wrong } = finding;
  return (
    <p class={names.critical.includes(rule) ? 'finding-line critical' : 'finding-line'}>
      <Icon name="alert" />
      <b>
        {t('quality.finding')}: {names.rules[rule] ?? rule}
      </b>
      {wrong && <span>{t('quality.wrong', { claim: claimWords(wrong.claim), of: wrong.of })}</span>}
    </p>
  );
}

function Body({ moment, names }: { readonly moment: Moment; readonly names: QualityNames }) {
  const { t, format } = useDesk();
  const { item, trace } = moment;
  const { from } = item;
  const [entry] = entriesOf([item]);
  if (entry?.is === 'line') return <LineEntry line={entry} />;
  if (entry?.is === 'note')
    return (
      <li class="note-entry">
        <b>{t('talk.note')}</b> <time>{format.time(item.at)}</time>
        <p>{entry.text}</p>
      </li>
    );
  const bot = from.role === 'bot';
  const name = bot ? (from.name ?? t('talk.bot')) : (names.agents[from.id] ?? nameOf(from, t));
  return (
    <li class={`run ${from.role === 'shopper' ? 'shopper' : 'house'} ${from.role}`}>
      <p class="run-head">
        {bot ? <BotAvatar /> : <Avatar small id={from.id} name={from.name ?? name} />}
        <b>{name}</b> <time>{format.time(item.at)}</time>
        {trace && <TraceChip trace={trace} />}
      </p>
      <div class="said" data-kind={item.content.kind}>
        <Card item={item} />
      </div>
    </li>
  );
}

/** Something that happened, with what passed before it and what the rules found in it. */
export function MomentEntry({ moment, names }: { readonly moment: Moment; readonly names: QualityNames }) {
  const { t } = useDesk();
  const { gapMs, waitedMs, findings } = moment;
  return (
    <>
      {waitedMs !== undefined && waitedMs >= GAP_MS ? (
        <li class="gap waited">{t('quality.waited', { time: duration(waitedMs) })}</li>
      ) : (
        gapMs >= GAP_MS && <li class="gap">{t('quality.gap', { time: duration(gapMs) })}</li>
      )}
      <Body moment={moment} names={names} />
      {findings.length > 0 && (
        <li class="findings" data-seq={moment.seq}>
          {findings.map((finding) => (
            <FindingLine key={finding.rule} finding={finding} names={names} />
          ))}
        </li>
      )}
    </>
  );
}
