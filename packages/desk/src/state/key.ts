/**
 * Whether this browser has an agent's key, as far as the server says: it answers 401 on the address of the desk's
 * socket to a request without one. When the server cannot be asked, the key counts as there: the line is away then.
 */
export async function hasKey(read: (address: string) => Promise<Response>): Promise<boolean> {
  try {
    const { status } = await read('/desk/ws');
    return status !== 401 && status !== 403;
  } catch {
    return true;
  }
}
