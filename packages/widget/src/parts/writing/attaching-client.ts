import type { AttachingClient } from '@xiaoer/core/uploads';
import type { BareClient } from '../../state/bare-client.ts';
import type { Shell } from '../shell.ts';

/**
 * The client with attachments, which takes the place of the one without; null where clients are made without any,
 * and where there is no server that takes files.
 * Rejects while what attaches cannot be fetched.
 */
export async function attachingClient(shell: Shell): Promise<AttachingClient | null> {
  const bare: BareClient & Partial<AttachingClient> = shell.client.peek();
  if (bare.attach) return bare as AttachingClient;
  const { inside } = bare;
  if (!inside || shell.options.peek().knowledge) return null;
  const { attaching } = await import('./attaching.ts');
  // Somebody else asked as well, or the shopper changed their mind about what may be kept.
  if (shell.client.peek() !== bare) return attachingClient(shell);
  const client = attaching(shell.server, bare, inside);
  shell.client.value = client;
  return client;
}
