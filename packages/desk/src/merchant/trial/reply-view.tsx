import { readContent, type TraceBody } from '@xiaoer/core/protocol';
import { Card } from '../../conversation/card.tsx';
import { TraceChip } from '../../conversation/trace-chip.tsx';
import { useDesk } from '../../desk-context.ts';
import { TurnDetails } from '../../side/tried.tsx';
import type { TrialReply } from '../teaching/learning-api.ts';

const BOT = { role: 'bot', id: 'bot' } as const;

/** How a reply came about: how sure it was, and what was weighed. */
function Why({ trace, reason }: { readonly trace: TraceBody; readonly reason: string | undefined }) {
  const { t } = useDesk();
  return (
    <details class="trial-why">
      <summary>
        <TraceChip trace={trace} /> {t('trial.why')}
      </summary>
      <div class="trial-details">
        <TurnDetails turn={{ key: '', at: 0, trace, asked: '', handedOver: reason }} />
      </div>
    </details>
  );
}

/** A reply as the shopper would see it. Its buttons cannot be pressed. */
export function ReplyView({
  reply,
  name,
  n,
}: {
  readonly reply: TrialReply;
  readonly name: string;
  readonly n: number;
}) {
  const { t } = useDesk();
  const { lines, handoff, trace } = reply;
  return (
    <article class="trial-reply" aria-label={name}>
      <p class="trial-side">{name}</p>
      {lines.map(({ kind, body }, at) => (
        <div key={`${n}:${kind}:${JSON.stringify(body)}`} class="trial-line">
          <Card
            item={{
              key: `${n}:${at}`,
              id: `${n}:${at}`,
              seq: at + 1,
              at: 0,
              from: BOT,
              mine: false,
              content: readContent({ kind, body }),
            }}
          />
        </div>
      ))}
      {lines.length === 0 && !handoff && <p class="nothing">{t('trial.silent')}</p>}
      {handoff && <p class="trial-person">{t('trial.person')}</p>}
      {trace && <Why trace={trace} reason={handoff?.reason} />}
    </article>
  );
}
