import { createDeskAgent, type DeskAgent } from './actors/desk-agent.ts';
import { openPage, type Page } from './actors/page.ts';
import { createProfile, type Profile } from './actors/profile.ts';
import { createTokens, type Tokens } from './actors/tokens.ts';
import { createWaiter, type Waiter } from './actors/waiter.ts';
import { habitsOf } from './habits.ts';
import { createFindings, type Findings } from './oracle/findings.ts';
import { createOracle, type Oracle } from './oracle/oracle.ts';
import { createCommons } from './world/commons.ts';
import { createDisk } from './world/disk.ts';
import type { Life } from './world/life.ts';
import { createNetwork, type Network } from './world/network.ts';
import { createServer, type Server } from './world/server.ts';
import { createStorage, type Storage } from './world/storage.ts';
import { createUploadServer, type UploadServer } from './world/upload-server.ts';
import { createWorld, type World } from './world/world.ts';

/** Everybody and everything of one run. */
export interface Scene {
  readonly world: World;
  readonly findings: Findings;
  readonly oracle: Oracle;
  readonly storage: Storage;
  readonly server: Server;
  readonly uploads: UploadServer;
  readonly tokens: Tokens;
  readonly waiter: Waiter;
  readonly profiles: readonly Profile[];
  readonly agents: readonly DeskAgent[];
  /** Every way to the server: one a profile, one an agent. */
  readonly networks: readonly Network[];
  profile(n: number): Profile;
  /** One of the living pages of a profile. */
  page(n: number): Page | undefined;
  open(profile: Profile): Page;
  /** Something that lasts; `undo` ends it, at the latest when the faults end. */
  lasts(ms: number, undo: () => void): void;
  /** Ends every fault. */
  heal(): void;
}

const PROFILES = 2;
const TABS = 2;

/** The curtain rises. */
export function createScene(seed: number, keepTrace: boolean): Scene {
  const world = createWorld(seed, keepTrace);
  const findings = createFindings();
  const habits = habitsOf(seed);
  const waiter = createWaiter(world, habits.streams);
  const oracle = createOracle(world, findings, waiter.hasBegun);
  const now = () => 1_700_000_000_000 + world.now();
  const tokens = createTokens(now);
  const uploads = createUploadServer(world, world.random('uploads'), tokens.authenticate, findings.reach);
  const storage = createStorage(world, world.random('storage'), {
    ...oracle.logbook,
    claimed(claim, epoch) {
      uploads.claimed(claim.visitor, claim.account.id);
      oracle.logbook.claimed(claim, epoch);
    },
  });
  const server = createServer(world, world.random('server'), {
    storage,
    responder: waiter.responder,
    authenticate: tokens.authenticate,
    uploads,
    now,
  });
  const networks: Network[] = [];
  const network = (name: string, tap: Parameters<typeof createNetwork>[2]): Network => {
    const made = createNetwork(world, world.random(`network ${name}`), tap);
    networks.push(made);
    return made;
  };
  const profiles: Profile[] = Array.from({ length: PROFILES }, (_, n): Profile => {
    const name = `p${n}`;
    const net = network(name, (frame, up) => oracle.frame(profiles[n], frame, up));
    const disk = createDisk(world, world.random(`disk ${name}`), {
      wrote(text) {
        const profile = profiles[n];
        if (profile) oracle.diskWritten(profile, text);
      },
      madeRoom: () => findings.reach('quota eviction'),
    });
    const commons = habits.tabs
      ? createCommons(world, world.random(`commons ${name}`), {
          stolen: () => findings.reach('steal'),
          told: (channel, text) => oracle.hint(`${name} ${channel}`, text),
        })
      : undefined;
    return createProfile(world, name, { network: net, disk, commons, tokens });
  });
  let opened = 0;
  const fetchOf = ({ network }: Profile) => (habits.files ? (life: Life) => uploads.fetch(life, network) : undefined);
  const open = (profile: Profile): Page => {
    const page = openPage(world, profile, `${profile.name}t${opened++}`, server.accept(), oracle, fetchOf(profile));
    profile.pages.push(page);
    return page;
  };
  const undoes = new Set<() => void>();
  const scene: Scene = {
    world,
    findings,
    oracle,
    storage,
    server,
    uploads,
    tokens,
    waiter,
    profiles,
    networks,
    agents: ['lin', 'wang'].map((name) =>
      createDeskAgent(
        world,
        world.random(`agent ${name}`),
        name,
        network(name, (frame, up) => oracle.frame(undefined, frame, up)),
        server.accept({ role: 'agent', id: name, name }),
        () => {},
      ),
    ),
    profile: (n) => profiles[n % PROFILES] as Profile,
    page(n) {
      const living = scene.profile(n).pages.filter(({ life }) => life.alive());
      return living[(n >> 2) % Math.max(1, living.length)];
    },
    open,
    lasts(ms, undo) {
      const once = () => {
        if (undoes.delete(once)) undo();
      };
      undoes.add(once);
      world.after(ms, once);
    },
    heal() {
      for (const undo of [...undoes]) undo();
    },
  };
  // The server takes a moment to come up, as it does after every restart.
  for (const profile of profiles) for (let n = 0; n < TABS; n++) world.after(10 + 40 * n, () => void open(profile));
  return scene;
}
