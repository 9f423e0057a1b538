import type { FarEnd } from './transport-contract.ts';

/** A host for {@link transportContract} that answers nothing: it keeps what comes over each of its links. */
export interface KeepingHost {
  /** The links so far, oldest first. */
  readonly far: readonly FarEnd[];
  /** Takes a link, as the host behind a gateway does. */
  connect(link: { send(frame: string): void; close(code: number, reason: string): void }): {
    receive(frame: string): void;
    closed(): void;
  };
}

/** A host that keeps what comes and says only what a test tells it to. */
export function keepingHost(): KeepingHost {
  const far: FarEnd[] = [];
  return {
    far,
    connect(link) {
      const heard: string[] = [];
      let ended = false;
      far.push({
        send: (frame) => link.send(frame),
        end: () => link.close(1000, 'the test ends it'),
        heard,
        get ended() {
          return ended;
        },
      });
      return {
        receive: (frame) => void heard.push(frame),
        closed() {
          ended = true;
        },
      };
    },
  };
}
