import type { Env } from '../../env/env.ts';
import { type Cursor, newId } from '../../protocol/index.ts';
import type { Transport } from '../../transports/transport.ts';
import type { ConformanceControl } from './control.ts';
import { enter, type Guest } from './guest.ts';
import { NotChecked } from './verdict.ts';
import { openWire, type Wire } from './wire.ts';

/** Where a case plays: fresh people, links to the server under test, and what may be done to the server. */
export interface Stage {
  readonly control: ConformanceControl;
  readonly credential: { readonly token?: string; readonly secret?: string } | undefined;
  readonly shop: string;
  readonly longestWaitMs: number;
  /** A fresh op id, conversation id or nonce. */
  id(): string;
  /** A fresh visitor's secret. */
  secret(): string;
  wire(): Promise<Wire>;
  /** A link on which the visitor with this secret, or a new one, has said hello. */
  visitor(secret?: string, cursors?: readonly Cursor[]): Promise<Guest>;
  /** A link without a credential. */
  nobody(): Promise<Guest>;
  /** An agent's link; {@link NotChecked} where the kit was given none. */
  agent(): Promise<Guest>;
  /** One of the things that may be done to the server; {@link NotChecked} where it was not given. */
  may<K extends 'restart' | 'backup'>(what: K): NonNullable<ConformanceControl[K]>;
}

/** A stage for one case; `leave` cuts every link that it opened. */
export function createStage(options: {
  readonly env: Env;
  readonly transport: Transport;
  readonly shop: string;
  readonly control: ConformanceControl;
  readonly credential: Stage['credential'];
  readonly patienceMs: number;
  readonly longestWaitMs: number;
}): Stage & { leave(): void } {
  const { env, transport, control, shop, patienceMs } = options;
  const wires: Wire[] = [];
  const id = () => newId(env.random);
  const connect = async (way: Transport) => {
    const wire = await openWire(env, way, patienceMs);
    wires.push(wire);
    return wire;
  };
  const guest = async (way: Transport, sign: object, cursors: readonly Cursor[] = []) =>
    enter(await connect(way), { shop, sign, fresh: id, cursors });
  const secret = () => `${id()}${id()}`.slice(0, 43);
  return {
    control,
    shop,
    credential: options.credential,
    longestWaitMs: options.longestWaitMs,
    id,
    secret,
    wire: () => connect(transport),
    visitor: (known = secret(), cursors) => guest(transport, { secret: known }, cursors),
    nobody: () => guest(transport, {}),
    agent() {
      if (!control.agent) throw new NotChecked('it needs the link of an agent (`agent`)');
      return guest(control.agent, {});
    },
    may(what) {
      const given = control[what];
      if (!given) throw new NotChecked(`it needs control of the server (\`${what}\`)`);
      return given;
    },
    leave() {
      for (const wire of wires) wire.cut();
    },
  };
}
