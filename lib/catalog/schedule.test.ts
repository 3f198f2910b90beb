import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextDelayMs, onClock } from './schedule';

const MINUTE_MS = 60_000;
const evenly = () => 0.5;

describe('the pace of syncs', () => {
  it('follows what the next one costs: one call, a few dozen, or hundreds', () => {
    expect(nextDelayMs('changes-known', 0, evenly)).toBe(15 * MINUTE_MS);
    expect(nextDelayMs('one-list', 0, evenly)).toBe(60 * MINUTE_MS);
    expect(nextDelayMs('hub-by-hub', 0, evenly)).toBe(360 * MINUTE_MS);
  });

  it('is soon after a failure, then later and later, up to half an hour', () => {
    const delays = [1, 2, 3, 20].map((failures) => nextDelayMs('failed', failures, evenly));
    expect(delays).toEqual([5_000, 10_000, 20_000, 30 * MINUTE_MS]);
  });

  it('lets servers that started together drift apart by up to a tenth', () => {
    expect(nextDelayMs('changes-known', 0, () => 0)).toBe(13.5 * MINUTE_MS);
    expect(nextDelayMs('changes-known', 0, () => 0.999_999)).toBe(16.5 * MINUTE_MS);
  });
});

describe('the timer', () => {
  let offsetMs = 0;
  let done = 0;
  const start = (delayMs: number) => onClock(() => Date.now() + offsetMs)(() => (done += 1), delayMs);

  beforeEach(() => {
    vi.useFakeTimers();
    offsetMs = 0;
    done = 0;
  });
  afterEach(() => vi.useRealTimers());

  it('is due once, when the time has passed', () => {
    start(15 * MINUTE_MS);
    vi.advanceTimersByTime(15 * MINUTE_MS - 1);
    expect(done).toBe(0);
    vi.advanceTimersByTime(60 * MINUTE_MS);
    expect(done).toBe(1);
  });

  it('is due within half a minute of a clock that was put forward', () => {
    start(15 * MINUTE_MS);
    offsetMs = 60 * MINUTE_MS;
    vi.advanceTimersByTime(MINUTE_MS / 2);
    expect(done).toBe(1);
  });

  it('is not delayed by a clock that was put back', () => {
    start(15 * MINUTE_MS);
    offsetMs = -24 * 60 * MINUTE_MS;
    vi.advanceTimersByTime(15 * MINUTE_MS);
    expect(done).toBe(1);
  });

  it('never comes when it was called off', () => {
    const stop = start(15 * MINUTE_MS);
    vi.advanceTimersByTime(MINUTE_MS);
    stop();
    vi.advanceTimersByTime(60 * MINUTE_MS);
    expect(done).toBe(0);
  });
});
