import { expect, test } from 'vitest';
import { addressGroup, createAddressLimits } from '../src/gateways/address-limits.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:7::1', '2001:db8:0:7'],
  ['2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:db8:0:7'],
  ['2001:DB8:0000:0007::9', '2001:db8:0:7'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001::7:0:0:0:0', '2001:0:0:7'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('%s counts as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

test('turns come back with time, places with the end of a connection, and no faster', () => {
  let now = 0;
  const { admit } = createAddressLimits({ perMinute: 1, burst: 2, pending: 2 }, () => now);
  const tell: string[] = [];
  const come = () => {
    const admission = admit('203.0.113.7');
    tell.push(admission ? 'in' : 'wait');
    return admission;
  };
  const [one, two] = [come(), come()];
  come();
  one?.closed();
  one?.closed();
  come();
  now += 60_000;
  const three = come();
  now += 600_000;
  come();
  tell.push(`${two?.speaks('newcomer')} ${three?.speaks('newcomer')} ${two?.speaks('newcomer')}`);
  two?.speaks('known');
  come();
  tell.push(`${two?.speaks('newcomer')}`);
  expect(tell).toEqual(['in', 'in', 'wait', 'wait', 'in', 'wait', '0 0 0', 'in', '10000']);
});
