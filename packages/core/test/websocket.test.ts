import { type SocketLike, websocketTransport } from '@xiaoer/core';
import { expect, test } from 'vitest';

class Socket implements SocketLike {
  static last: Socket;
  readyState = 0;
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  readonly did: string[] = [];
  constructor(address: string) {
    this.did.push(address);
    Socket.last = this;
  }
  send(data: string) {
    this.did.push(`send ${data}`);
  }
  close(code?: number) {
    this.did.push(`close ${code}`);
  }
  say(event: 'onopen' | 'onmessage' | 'onclose' | 'onerror', detail: object = {}) {
    this[event]?.(detail as never);
  }
}

function open() {
  const heard: string[] = [];
  const link = websocketTransport(() => 'ws://inn/ws', Socket).open({
    onopen: () => heard.push('open'),
    onframe: (frame) => heard.push(`frame ${frame}`),
    onclose: (reason) => heard.push(reason),
  });
  return { heard, link, socket: Socket.last };
}

test('frames go both ways, and the end is told once', () => {
  const { heard, link, socket } = open();
  link.send('too early');
  socket.readyState = 1;
  socket.say('onopen');
  link.send('hi');
  socket.say('onmessage', { data: 'there' });
  socket.say('onerror');
  socket.say('onclose', { code: 1006 });
  socket.say('onclose', { code: 1006 });
  expect(heard).toEqual(['open', 'frame there', 'closed 1006']);
  expect(socket.did).toEqual(['ws://inn/ws', 'send hi']);
});

test('rule 5: a link that was closed is silent, whatever its socket still says', () => {
  const { heard, link, socket } = open();
  link.close();
  socket.say('onopen');
  socket.say('onmessage', { data: 'late' });
  socket.say('onclose', { code: 1000 });
  expect(heard).toEqual([]);
  expect(socket.did).toEqual(['ws://inn/ws', 'close 1000']);
});

test('regression: a close with code 1000 that nobody asked for, as of an idle proxy, is a lost link', () => {
  const { heard, socket } = open();
  socket.readyState = 1;
  socket.say('onopen');
  socket.say('onclose', { code: 1000 });
  expect(heard).toEqual(['open', 'closed 1000']);
});
