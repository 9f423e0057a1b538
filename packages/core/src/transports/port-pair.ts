import type { PortLike, PortMessage } from '../protocol/index.ts';

/**
 * Two ports that are joined, for a host on the same thread where there is no `MessageChannel`, as in mini programs.
 * Messages arrive in order, in a later turn.
 */
export function portPair(): readonly [PortLike, PortLike] {
  let open = true;
  const end = (other: () => PortLike): PortLike => ({
    onmessage: null,
    async postMessage(data: PortMessage) {
      if (!open) return;
      await null;
      other().onmessage?.({ data } as never);
    },
    close() {
      open = false;
    },
  });
  const one: PortLike = end(() => two);
  const two: PortLike = end(() => one);
  return [one, two];
}
