import type { Conversation } from '@xiaoer/core/desk';
import { useDesk } from '../desk-context.ts';
import { Avatar, BotAvatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { nameOf } from '../parts/names.ts';
import { Reveal } from '../privacy/reveal.tsx';
import { isMine } from '../state/serving.ts';
import { Card } from './card.tsx';
import { Delivery } from './delivery.tsx';
import type { Run } from './entries.ts';
import { Quoted } from './quoted.tsx';
import { canBeTakenBack, TakeBack } from './take-back.tsx';
import { TraceChip } from './trace-chip.tsx';

/** What one author said: the shopper left, the house right. `seen` is how far the shopper has read. */
export function RunEntry(props: {
  readonly run: Run;
  readonly conversation: Conversation;
  readonly seen: string | undefined;
}) {
  const { run, conversation, seen } = props;
  const { desk, t, format } = useDesk();
  const mine = isMine(desk.client, conversation);
  const { from } = run;
  const bot = from.role === 'bot';
  const name = bot ? (from.name ?? t('talk.bot')) : nameOf(from, t);
  const left = run.items.some(({ content }) => content.kind === 'form' && 'answers' in content.body);
  return (
    <li class={`run ${run.side} ${from.role}`}>
      <p class="run-head">
        {bot ? <BotAvatar /> : <Avatar small id={from.id} name={from.name ?? t('shopper.anonymous')} />}
        <b>{name}</b> <time>{format.time(run.at)}</time>
        {run.trace && <TraceChip trace={run.trace} />}
        {left && <span class="trace-chip">{t('talk.left')}</span>}
      </p>
      {run.items.map((item) => (
        <div class="said" key={item.key} data-kind={item.content.kind}>
          <Quoted item={item} />
          <Card item={item} />
          {item.cut && <p class="delivery">{t(`talk.cut.${item.cut}`)}</p>}
          <Delivery item={item} />
          {item.key === seen && (
            <p class="delivery">
              <Icon name="check" />
              {t('talk.read')}
            </p>
          )}
          <Reveal item={item} conversation={conversation} />
          {mine && canBeTakenBack(item) && <TakeBack item={item} conversation={conversation} />}
        </div>
      ))}
    </li>
  );
}
