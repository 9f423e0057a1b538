import { ChatError, type Client, type ClientOptions, createClient, type LifecycleEvent } from '@xiaoer/core';
import { attachments, type UploadFetch } from '@xiaoer/core/uploads';
import { createLife, type Life } from '../world/life.ts';
import { SHOP } from '../world/server.ts';
import type { Accept } from '../world/wire.ts';
import type { World } from '../world/world.ts';
import type { Profile } from './profile.ts';
import { subjectOf } from './tokens.ts';

/** What a page does before the oracle, which believes none of it. */
export interface PageWatch {
  opened(page: Page): void;
  /** An op is written; the answer is told its id once it is accepted. */
  composed(page: Page, session: number, kind: string, text: string): (id: string) => void;
  /** An op was accepted whose file says this. */
  attached(id: string, words: string): void;
  /** Somebody writes a failed op again. */
  resent(page: Page, id: string): void;
  /** Its author forgets an op, or could not. */
  discarded(page: Page, id: string, gone: boolean): void;
  /** Its shopper signs in, as whom the merchant's token names. */
  entering(page: Page, user: string): void;
  /** Its shopper signs out. */
  leaving(page: Page): void;
  /** The identity of the page changed, from that of `before`; `wiped` if what it stored is gone. */
  switched(page: Page, wiped: boolean, before: string): void;
  died(page: Page): void;
  /** Whether what the page stored was gone while it was away: then it comes back as somebody new. */
  lostIdentity(page: Page): boolean;
}

/** One tab of a profile, from its opening to its end. */
export interface Page {
  readonly name: string;
  readonly profile: Profile;
  readonly life: Life;
  readonly client: Client;
  /** The moment it was opened. */
  readonly openedAt: number;
  /** Raised with every change of identity; -1 while one is under way. */
  readonly session: () => number;
  /** Whose page it is: empty for a visitor. */
  readonly user: () => string;
  readonly listeners: () => number;
  /** It stands in the back/forward cache. */
  readonly cached: () => boolean;
  /** When it last came out of it, or thawed. */
  readonly cameBack: () => number;
  say(kind: 'text' | 'product' | 'rating' | 'handoff', body: object, text: string): void;
  /** Attaches a file of these words, named after itself. */
  attach(words: string, name: string): void;
  resend(id: string): void;
  discard(id: string): void;
  identify(user: string): void;
  logout(): void;
  live(event: LifecycleEvent): void;
  /** Into the back/forward cache, and out of it. */
  leave(): void;
  back(): void;
  throttle(ms: number): void;
}

/** Opens a tab. With `fetchOf` its shopper can attach files. */
export function openPage(
  world: World,
  profile: Profile,
  name: string,
  accept: Accept,
  watch: PageWatch,
  fetchOf: ((life: Life) => UploadFetch) | undefined,
): Page {
  const heard = new Set<(event: LifecycleEvent) => void>();
  const random = world.random(`page ${name}`);
  let session = 0;
  let settled = true;
  let user = '';
  /** Whom the merchant's token named, which need not be who was meant. */
  let subject = '';
  let cached = false;
  let cameBack = Number.NEGATIVE_INFINITY;
  let throttled = 0;

  const life = createLife(
    world,
    // A hidden tab's timers run when the browser next looks at them.
    (ms) => (throttled ? Math.ceil((world.now() + ms) / throttled) * throttled - world.now() : ms),
  );
  life.whenDead(() => {
    world.add(`${name} dies`);
    watch.died(page);
  });
  const options: ClientOptions = {
    shop: SHOP,
    transport: profile.network.transport(life, accept),
    env: {
      now: () => 1_700_000_000_000 + world.now() + profile.clockOffset(),
      monotonic: world.now,
      timer: life.timer,
      random: random.bytes,
      log: () => {},
      lifecycle: {
        on(listener) {
          heard.add(listener);
          return () => void heard.delete(listener);
        },
      },
      ...profile.commons?.of(life),
    },
    openStore: profile.disk.open(life),
    resume: true,
  };
  const attaching =
    fetchOf &&
    createClient({ ...options, attachments: attachments({ fetch: fetchOf(life), address: '', painter: null }) });
  const client = attaching ?? createClient(options);

  let known = false;
  client.principal.subscribe((now) => {
    // Another tab has signed out, or a claim has taken the visitor's secret: the page is a new visitor's.
    if (known && !now && settled && life.alive()) {
      session += 1;
      const before = subject;
      user = '';
      subject = '';
      watch.switched(page, false, before);
    }
    known = !!now;
  });

  /** It was away, and its disk may have been thrown away meanwhile. */
  const comeBack = () => {
    cameBack = world.now();
    if (!watch.lostIdentity(page)) return;
    session += 1;
    const before = subject;
    user = '';
    subject = '';
    watch.switched(page, false, before);
  };
  const live = (event: LifecycleEvent) =>
    life.input(() => {
      world.add(`${name} ${event}`);
      if (event === 'resume') comeBack();
      for (const listener of [...heard]) listener(event);
    });
  /** A change of identity; until it is over nobody can say whose page it is. */
  const change = (work: Promise<unknown>, next: string, wiped: boolean, named = () => next) => {
    settled = false;
    const over = (changed: boolean) => {
      if (!life.alive()) return;
      settled = true;
      if (!changed) return;
      session += 1;
      const before = subject;
      user = next;
      subject = named();
      world.add(`${name} is ${next || 'a visitor'}`);
      watch.switched(page, wiped, before);
    };
    work.then(
      () => over(true),
      (error: unknown) => {
        const code = error instanceof ChatError ? error.code : '';
        if (code === 'wipe-failed') wiped = false;
        over(code !== '' && !code.startsWith('token'));
      },
    );
  };

  const page: Page = {
    name,
    profile,
    life,
    client,
    openedAt: world.now(),
    session: () => (settled ? session : -1),
    user: () => subject,
    listeners: () => heard.size,
    cached: () => cached,
    cameBack: () => cameBack,
    say(kind, body, text) {
      // Nobody types into a page that stands in the cache, or is frozen.
      if (cached || life.frozen()) return;
      world.add(`${name} says ${text}`);
      life.input(() => {
        const accept = watch.composed(page, settled ? session : -1, kind, text);
        client.send(kind, body as never).then(
          (id) => accept(id),
          () => {},
        );
      });
    },
    attach(words, name) {
      if (!attaching || cached || life.frozen()) return;
      world.add(`${page.name} attaches ${name}`);
      life.input(() => {
        const accept = watch.composed(page, settled ? session : -1, 'file', name);
        attaching.attach(new TextEncoder().encode(words), { kind: 'file', name }).then(
          (id) => {
            accept(id);
            watch.attached(id, words);
          },
          () => {},
        );
      });
    },
    resend(id) {
      life.input(() => {
        watch.resent(page, id);
        client.resend(id).catch(() => {});
      });
    },
    discard(id) {
      life.input(() => {
        watch.discarded(page, id, true);
        client.discard(id).catch(() => watch.discarded(page, id, false));
      });
    },
    identify(next) {
      if (!settled || user === next) return;
      profile.user = next;
      let named = next;
      const ask = async () => {
        const token = await profile.token(next);
        named = subjectOf(token);
        watch.entering(page, named);
        return token;
      };
      life.input(() => change(client.identify(ask), next, user !== '', () => named));
    },
    logout() {
      if (!settled) return;
      profile.user = '';
      watch.leaving(page);
      life.input(() => change(client.logout(), '', true));
    },
    live,
    leave() {
      if (cached) return;
      live('pagehide');
      cached = true;
      life.freeze();
    },
    back() {
      if (!cached) return;
      cached = false;
      life.thaw();
      comeBack();
      live('pageshow');
    },
    throttle(ms) {
      if (throttled > 0 === ms > 0) return;
      throttled = ms;
      live(ms ? 'hidden' : 'visible');
    },
  };
  watch.opened(page);
  life.input(() => client.connect());
  if (profile.user) page.identify(profile.user);
  return page;
}
