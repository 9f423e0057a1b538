/**
 * A WebSocket for Node that sends these headers: Node's own where it has one (22 and later), else that of the package
 * `ws`.
 *
 * @param {Readonly<Record<string, string>>} headers
 * @throws Error that says what to install where there is neither.
 */
export async function socketWithHeaders(headers) {
  const Socket = globalThis.WebSocket ?? (await fromPackage());
  return class extends Socket {
    constructor(address) {
      super(address, { headers });
    }
  };
}

async function fromPackage() {
  try {
    return (await import('ws')).WebSocket;
  } catch {
    throw new Error('This Node has no WebSocket. Use Node 22 or later, or install the package ws beside this one.');
  }
}
