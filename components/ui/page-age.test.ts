import { afterEach, describe, expect, it, vi } from 'vitest';
import { currentMs } from './page-age';

const DEVICE_MS = Date.parse('2027-03-10T08:00:00Z');

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('currentMs', () => {
  it.each([
    ['a page of the server’s, whatever the device’s clock says', {}, Date.parse('2027-03-09T10:05:00Z')],
    ['a copy made the day before, the device’s time', { kept: '' }, DEVICE_MS + 5 * 60_000],
  ])('is, on %s', (_, dataset, expected) => {
    vi.useFakeTimers({ toFake: ['Date'], now: DEVICE_MS });
    vi.stubGlobal('document', { documentElement: { dataset } });
    const madeMs = Date.parse('2027-03-09T10:00:00Z');
    currentMs(madeMs);
    vi.setSystemTime(DEVICE_MS + 5 * 60_000);
    expect(currentMs(madeMs)).toBe(expected);
  });
});
