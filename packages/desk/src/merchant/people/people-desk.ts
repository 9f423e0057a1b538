import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { MerchantPorts } from '../merchant-desk.ts';
import { type Ended, post } from '../post.ts';
import { isPeople, type People, type PersonChange } from './person.ts';

/** A one-time link that was made just now: the server shows it once. */
export interface MadeLink {
  readonly name: string;
  readonly path: string;
}

/** The people of the desk as the page shows them. */
export interface PeopleDesk {
  readonly shown: ReadonlySignal<People | undefined>;
  readonly state: ReadonlySignal<'asking' | 'here' | 'failed'>;
  readonly link: Signal<MadeLink | undefined>;
  refresh(): Promise<void>;
  add(name: string, change: PersonChange): Promise<Ended>;
  change(agent: string, change: PersonChange): Promise<Ended>;
  /** Another one-time link. */
  invite(agent: string, name: string): Promise<Ended>;
  signOut(agent: string): Promise<Ended>;
  remove(agent: string): Promise<Ended>;
  makeGroup(name: string): Promise<Ended>;
  renameGroup(name: string, to: string): Promise<Ended>;
  removeGroup(name: string): Promise<Ended>;
}

const HERE = '/desk/api/people';
const GROUPS = '/desk/api/groups';

/** Asks the server for the people, and tells it what shall be so. */
export function createPeopleDesk({ ask }: MerchantPorts): PeopleDesk {
  const shown = signal<People>();
  const state = signal<'asking' | 'here' | 'failed'>('asking');
  const link = signal<MadeLink>();

  async function refresh(): Promise<void> {
    state.value = 'asking';
    try {
      const answer = await ask(HERE);
      const body: unknown = answer.ok ? await answer.json() : undefined;
      if (isPeople(body)) shown.value = body;
      state.value = isPeople(body) ? 'here' : 'failed';
    } catch {
      state.value = 'failed';
    }
  }

  async function act(address: string, body: object): Promise<Ended> {
    const ended = await post(ask, address, body);
    if (ended.ok) await refresh();
    return ended;
  }

  async function linked(wish: Promise<Ended>, name: string): Promise<Ended> {
    const ended = await wish;
    if (ended.ok) link.value = { name, path: String(ended.value['path']) };
    return ended;
  }

  return {
    shown,
    state,
    link,
    refresh,
    add: (name, change) => linked(act(HERE, { name, ...change }), name),
    change: (agent, change) => act(`${HERE}/change`, { agent, ...change }),
    invite: (agent, name) => linked(act(`${HERE}/link`, { agent }), name),
    signOut: (agent) => act(`${HERE}/sign-out`, { agent }),
    remove: (agent) => act(`${HERE}/leave`, { agent }),
    makeGroup: (name) => act(GROUPS, { name }),
    renameGroup: (name, to) => act(`${GROUPS}/rename`, { name, to }),
    removeGroup: (name) => act(`${GROUPS}/leave`, { name }),
  };
}
