import type { PortMessage } from '@xiaoer/core/protocol';
import type { FileProblem, FromWorker, PageSetup, ToWorker } from './page-setup.ts';
import { trustedWorkerAddress } from './worker-address.ts';

/** The other end of the conversations of this page. */
export interface House {
  /** Takes the port of a new link; the answer says that the link has ended. */
  take(port: MessagePort): () => void;
}

/** What runs the house: a worker, or this page. */
interface Runner {
  take(port: MessagePort): void;
  wipe(): void;
  leave(): void;
  end(): void;
}

function tellOwner({ level, text }: FileProblem): void {
  (level === 'error' ? console.error : console.warn)(`xiaoer: ${text}`);
}

/** A worker of our own file. Rejects where none may be started: another origin, a policy, an old browser. */
const inWorker = (setup: PageSetup, onLeft: () => void) =>
  new Promise<Runner>((resolve, reject) => {
    const worker = new Worker(trustedWorkerAddress(), { type: 'module', name: 'xiaoer' });
    const post = (message: ToWorker, ports: MessagePort[] = []) => worker.postMessage(message, ports);
    worker.onerror = () => {
      worker.terminate();
      reject(new Error('no worker'));
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data === 'ready') {
        worker.onerror = null;
        post({ start: setup });
        resolve({
          take: (port) => post({ link: true }, [port]),
          wipe: () => post('wipe'),
          leave: () => post('leave'),
          end: () => worker.terminate(),
        });
      } else if (data === 'left') onLeft();
      else tellOwner(data.problem);
    };
  });

/** The same on this thread, where what takes long goes in slices. */
async function onThisThread(setup: PageSetup, onLeft: () => void): Promise<Runner> {
  const { openHouse } = await import('./xiaoer-page.ts');
  const house = await openHouse(setup, tellOwner);
  return {
    take: house.take,
    wipe: () => void house.wipe(),
    leave: () => void house.leave().then(onLeft),
    end: house.close,
  };
}

/** Starts the house of a shop: in a worker where one may be started, else on this thread. `onEnd` is told when it is over. */
export function startHouse(setup: PageSetup, onEnd: () => void): House {
  const over = new AbortController();
  let links = 0;
  const end = () => {
    over.abort();
    onEnd();
  };
  const onLeft = () => {
    // Somebody may have come in again meanwhile.
    if (links > 0) return;
    end();
    void running.then((runner) => runner.end());
  };
  const running = inWorker(setup, onLeft).catch(() => onThisThread(setup, onLeft));
  running.catch(end);

  const wipe = () => void running.then((runner) => runner.wipe()).catch(() => {});
  const heed = { signal: over.signal };
  addEventListener('xiaoer:identity:changed', ({ detail }) => detail.signedIn || wipe(), heed);
  addEventListener('xiaoer:consent:changed', ({ detail }) => detail.consent === 'none' && wipe(), heed);

  return {
    take(port) {
      links++;
      let inside = true;
      running.then(
        (runner) => runner.take(port),
        // As a host says that it cannot serve now (RFC 6455, 1013): the client tries again later.
        () => port.postMessage({ close: 1013, reason: 'no host in this page' } satisfies PortMessage),
      );
      return () => {
        if (!inside) return;
        inside = false;
        links--;
        if (links === 0) void running.then((runner) => runner.leave()).catch(() => {});
      };
    },
  };
}
