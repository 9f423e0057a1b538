import { runConformance, type Verdict } from '@xiaoer/core/testing';
import { expect, onTestFinished, test } from 'vitest';
import { type Meddling, openHouse } from './house-of-glass.ts';
import { WRONG_LOGS } from './wrong-logs.ts';
import { WRONG_MANNERS } from './wrong-manners.ts';

/** Runs the kit; `patienceMs` is how long a wrong house is waited for, which happens in vain. */
async function check(patienceMs: number, meddling?: Meddling): Promise<readonly Verdict[]> {
  const house = await openHouse(meddling);
  onTestFinished(() => house.close());
  const verdicts: Verdict[] = [];
  for await (const verdict of runConformance({ ...house, patienceMs })) verdicts.push(verdict);
  return verdicts;
}

const failing = (verdicts: readonly Verdict[]): string[] =>
  verdicts.filter(({ result }) => result === 'fails').map(({ name }) => name);

test('the house keeps every rule that the kit checks', async () => {
  const verdicts = await check(5_000);
  expect(verdicts.filter(({ result }) => result === 'fails')).toEqual([]);
  expect(verdicts.filter(({ result }) => result === 'not checked')).toEqual([
    {
      name: 'hello: a credential that exists names one shopper on every link',
      result: 'not checked',
      why: 'it needs a token or a secret (`credential`)',
    },
  ]);
});

test('what needs control of the server is not checked without it, and never passes', async () => {
  const { control: _, ...house } = await openHouse();
  onTestFinished(() => house.close());
  const why: Record<string, number> = {};
  for await (const verdict of runConformance({ ...house, longestWaitMs: 10 })) {
    expect(verdict.result).not.toBe('fails');
    if (verdict.result === 'not checked') why[verdict.why] = (why[verdict.why] ?? 0) + 1;
  }
  expect(why).toEqual({
    'it needs a token or a secret (`credential`)': 1,
    'a ping comes every 250 ms, longer than it may wait (10 ms)': 1,
    'it needs the link of an agent (`agent`)': 6,
    'it needs control of the server (`restart`)': 2,
    'it needs control of the server (`backup`)': 1,
  });
});

test.each([...WRONG_LOGS, ...WRONG_MANNERS])(
  'a house that $fault fails where it should, and nowhere else',
  { timeout: 30_000 },
  async ({ make, fails }) => {
    expect(failing(await check(400, make()))).toEqual(fails);
  },
);
