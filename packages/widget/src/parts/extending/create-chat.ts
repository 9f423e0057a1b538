import type { Kind } from '@xiaoer/core/protocol';
import type { Chat } from '../../state/extension.ts';
import type { Shell } from '../shell.ts';
import { attachProblem, kindOf } from '../writing/attach-files.ts';
import { attachingClient } from '../writing/attaching-client.ts';
import { insertText } from '../writing/insert-text.ts';

/** The conversation, as extensions see it; its fields are live. */
export function createChat(shell: Shell): Chat {
  return {
    get locale() {
      return shell.words.peek().locale;
    },
    get product() {
      return shell.focus.peek()?.product;
    },
    say: (text) => shell.say(text),
    // The server takes kinds that it does not know; the types of the client name those that it does.
    send: (kind, body) => shell.client.peek().send(kind as Kind, body as never),
    async attach(file) {
      shell.problem.value = null;
      try {
        const client = await attachingClient(shell);
        if (!client) throw new TypeError('xiaoer: this client is made without attachments');
        await client.attach(file, { kind: kindOf(file), name: file.name || undefined });
      } catch (error) {
        shell.problem.value = attachProblem(error);
      }
    },
    insert(text) {
      const field = shell.field.current;
      if (!field) return;
      insertText(field, text);
      field.focus();
    },
  };
}
