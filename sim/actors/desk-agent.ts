import { createDeskClient, type DeskClient } from '@xiaoer/core/desk';
import { createLife, type Life } from '../world/life.ts';
import type { Network } from '../world/network.ts';
import type { Random } from '../world/random.ts';
import { SHOP } from '../world/server.ts';
import type { Accept } from '../world/wire.ts';
import type { World } from '../world/world.ts';

/** A person at the desk, at one page after the other. */
export interface DeskAgent {
  readonly name: string;
  readonly network: Network;
  life(): Life;
  desk(): DeskClient;
  /** Does something with one of the conversations in the inbox. */
  act(n: number): void;
  /** Loads the page again. */
  reload(): void;
}

/** What an agent's ops look like to the oracle. */
export type AgentAccepted = (agent: DeskAgent, id: string, kind: string) => void;

/** An agent who sits down at once. */
export function createDeskAgent(
  world: World,
  random: Random,
  name: string,
  network: Network,
  accept: Accept,
  accepted: AgentAccepted,
): DeskAgent {
  let life: Life;
  let desk: DeskClient;
  let said = 0;

  const open = () => {
    const mine = createLife(world);
    life = mine;
    desk = createDeskClient({
      shop: SHOP,
      transport: network.transport(mine, accept),
      env: {
        now: () => 1_700_000_000_000 + world.now(),
        monotonic: world.now,
        timer: mine.timer,
        random: random.bytes,
        log: () => {},
        lifecycle: { on: () => () => {} },
      },
    });
    mine.input(() => desk.connect());
  };
  open();

  const agent: DeskAgent = {
    name,
    network,
    life: () => life,
    desk: () => desk,
    reload() {
      life.kill();
      open();
    },
    act(n) {
      const rows = desk.inbox.peek();
      const row = rows[n % Math.max(1, rows.length)];
      if (!row) return;
      const conversation = desk.conversation(row.conversation);
      // Half of all decisions are made on what the inbox shows, half on what the conversation shows.
      const serving = n % 2 ? row.serving : conversation.serving.peek().seq;
      const sent = (kind: string, work: Promise<string>) =>
        work.then(
          (id) => accepted(agent, id, kind),
          () => {},
        );
      const handoff = (state: 'joined' | 'returned') =>
        sent('handoff', conversation.send('handoff', { state }, { serving }));
      life.input(() => {
        const what = (n >> 3) % 8;
        if (row.mode === 'queued' || what === 0) void handoff('joined');
        else if (what === 1) void handoff('returned');
        else if (what === 2) void sent('closed', conversation.send('closed', {}, { serving }));
        else if (what === 3) conversation.markRead();
        else if (what === 4) conversation.leave();
        else void sent('text', conversation.send('text', { text: `${name} ${said++}` }));
      });
    },
  };
  return agent;
}
