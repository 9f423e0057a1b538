import type { LockOptions } from '../env/env.ts';

interface Request {
  readonly owner: object;
  readonly name: string;
  readonly shared: boolean;
  grant(): void;
  refuse(): void;
}

/** Web Locks of one browser profile. */
export interface FakeLocks {
  /** Asks on behalf of a tab, which runs its part by `run`: later, while it is frozen. */
  request(
    owner: object,
    run: (task: () => void) => void,
    name: string,
    options: LockOptions,
    held: () => Promise<void> | undefined,
  ): Promise<unknown>;
  /** The tab is gone, with all that it held and waited for. */
  drop(owner: object): void;
  /** Names of the locks that are held, and of those that are waited for with a question mark. */
  names(owner?: object): string[];
}

/** Locks that are granted in the order in which they were asked for. */
export function fakeLocks(): FakeLocks {
  let held: Request[] = [];
  let waiting: Request[] = [];

  const next = () => {
    for (const request of [...waiting]) {
      const others = [...held, ...waiting.slice(0, waiting.indexOf(request))].filter(
        ({ name }) => name === request.name,
      );
      if (others.some(({ shared }) => !(shared && request.shared))) continue;
      waiting = waiting.filter((one) => one !== request);
      held.push(request);
      request.grant();
    }
  };
  const free = (request: Request) => {
    held = held.filter((one) => one !== request);
    waiting = waiting.filter((one) => one !== request);
    next();
  };
  return {
    request: (owner, run, name, { mode, steal, signal }, work) =>
      new Promise((resolve, reject) => {
        const refuse = () => run(() => reject(Object.assign(new Error('taken away'), { name: 'AbortError' })));
        const request: Request = {
          owner,
          name,
          shared: mode === 'shared',
          refuse,
          grant: () =>
            run(() => {
              const done = () => {
                free(request);
                resolve(undefined);
              };
              Promise.resolve().then(work).then(done, done);
            }),
        };
        if (steal) {
          for (const loser of held.filter((one) => one.name === name)) {
            held = held.filter((one) => one !== loser);
            loser.refuse();
          }
          waiting.unshift(request);
        } else waiting.push(request);
        signal?.addEventListener('abort', () => {
          if (!waiting.includes(request)) return;
          free(request);
          refuse();
        });
        next();
      }),
    drop(owner) {
      held = held.filter((one) => one.owner !== owner);
      waiting = waiting.filter((one) => one.owner !== owner);
      next();
    },
    names: (owner) => [
      ...held.filter((one) => !owner || one.owner === owner).map(({ name }) => name),
      ...waiting.filter((one) => !owner || one.owner === owner).map(({ name }) => `${name}?`),
    ],
  };
}
