// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { isMine, servingOf } from '../src/state/serving.ts';
import { fakeClient, ME } from './fake-client.ts';
import { held, id } from './stage.tsx';

it('knows by the inbox who speaks when the log begins after that', async () => {
  const { client, conversation } = fakeClient(() => 1, [held('Mei', { serving: 40 })]);
  const talk = conversation(id('Mei'));
  const seen = [`${servingOf(client, talk).mode} ${servingOf(client, talk).seq} mine ${isMine(client, talk)}`];
  talk.receive({ seq: 160, id: 'e', at: 1, from: ME, kind: 'handoff', body: { state: 'returned', reason: 'agent' } });
  seen.push(`${servingOf(client, talk).mode} ${servingOf(client, talk).seq} mine ${isMine(client, talk)}`);
  expect(seen).toEqual(['agent 40 mine true', 'bot 160 mine false']);
});
