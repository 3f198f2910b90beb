import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AppError } from './errors';
import { clientAddress, isCounted, takeCall } from './rate-limit';

const take = (times: number, who: string, nowMs: number) => {
  for (let call = 0; call < times; call += 1) takeCall('write', who, nowMs);
};

function refusal(work: () => void): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was allowed');
}

describe('a bucket of calls', () => {
  it('allows sixty writes at once and refuses the next one, saying when to come back', () => {
    const who = randomUUID();
    take(60, who, 1_000);
    expect(refusal(() => takeCall('write', who, 1_000))).toMatchObject({
      code: 'rate_limited',
      status: 429,
      retryAfterSeconds: 1,
    });
  });

  it('refills by one call a second, and never beyond its size', () => {
    const who = randomUUID();
    take(60, who, 0);
    take(2, who, 2_000);
    refusal(() => takeCall('write', who, 2_000));
    take(60, who, 3_600_000);
    refusal(() => takeCall('write', who, 3_600_000));
  });

  it('is nobody else’s, and no other limit’s', () => {
    const who = randomUUID();
    take(60, who, 0);
    expect(() => takeCall('write', randomUUID(), 0)).not.toThrow();
    expect(() => takeCall('read', who, 0)).not.toThrow();
  });
});

describe('the address that is counted', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
    ['203.0.113.9:49152', '203.0.113.9'],
    ['2001:DB8:0:1:aaaa::1', '2001:db8:0:1::/64'],
    ['[2001:db8::1:ffff:0:0:2]:49152', '2001:db8:0:1::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '::1'],
    ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
    ['not an address', 'unknown'],
    ['', 'unknown'],
  ])('of "%s" is %s: what the nearest edge wrote', (forwarded, address) => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': forwarded }))).toBe(address);
  });

  it('is not counted on loopback for public reads, and is for anything else', () => {
    expect(isCounted('read', '127.0.0.1')).toBe(false);
    expect(isCounted('search', '::1')).toBe(false);
    expect(isCounted('vendor', '127.0.0.1')).toBe(true);
    expect(isCounted('read', '203.0.113.9')).toBe(true);
    expect(isCounted('read', 'unknown')).toBe(true);
  });
});
