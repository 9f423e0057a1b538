/** Where the house's own file is. The build writes its folder in place of `house:`. */
const WORKER_ADDRESS = new URL('house:xiaoer-page.js', import.meta.url).href;

interface Policy {
  createScriptURL(address: string): string;
}

let policy: Policy | undefined;

/**
 * The address as a page with Trusted Types wants it: by the policy `xiaoer`, which lets this one address pass.
 *
 * @throws TypeError where the page allows no such policy.
 */
export function trustedWorkerAddress(): string {
  const { trustedTypes } = globalThis as {
    readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  };
  if (!trustedTypes) return WORKER_ADDRESS;
  policy ??= trustedTypes.createPolicy('xiaoer', {
    createScriptURL(address) {
      if (address !== WORKER_ADDRESS) throw new TypeError(`xiaoer: no address of ours: ${address}`);
      return address;
    },
  });
  return policy.createScriptURL(WORKER_ADDRESS);
}
