/*
 * xiaoer-page.js: host and assistant of a shop without a server. A worker of the widget runs it; where none may be
 * started, the page imports it.
 */
import { openHouse } from './open-house.ts';
import type { FromWorker, ToWorker } from './page-setup.ts';

export { openHouse };

interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

if (!('document' in globalThis)) {
  const scope = globalThis as unknown as WorkerScope;
  let house: ReturnType<typeof openHouse> | undefined;
  scope.onmessage = ({ data, ports: [port] }) => {
    if (typeof data === 'object' && 'start' in data)
      house = openHouse(data.start, (problem) => scope.postMessage({ problem }));
    void house?.then(async (opened) => {
      if (port) opened.take(port);
      else if (data === 'wipe') await opened.wipe();
      else if (data === 'leave') {
        await opened.leave();
        scope.postMessage('left');
      }
    });
  };
  scope.postMessage('ready');
}
