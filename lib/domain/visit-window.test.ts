import { describe, expect, it } from 'vitest';
import { isVisitNear, visitPhase, visitWindow } from './visit-window';

describe('the window in which a desk reads a voucher', () => {
  const startsAt = '2027-03-09T10:30:00+07:00';

  it('is from an hour before to three hours after, on the place’s clock', () => {
    expect(visitWindow(startsAt)).toEqual({
      opensMs: Date.parse('2027-03-09T02:30:00Z'),
      closesMs: Date.parse('2027-03-09T06:30:00Z'),
    });
  });

  it.each([
    ['before', '2027-03-09T02:29:59.999Z'],
    ['open', '2027-03-09T02:30:00Z'],
    ['open', '2027-03-09T03:30:00Z'],
    ['open', '2027-03-09T06:29:59.999Z'],
    ['over', '2027-03-09T06:30:00Z'],
  ])('%s at %s', (phase, now) => {
    expect(visitPhase(startsAt, Date.parse(now))).toBe(phase);
  });

  it('counts hours that pass, also in the night the clocks change', () => {
    // 02:30 in London after the clocks have gone from 01:00 to 02:00: an hour before is 00:30.
    expect(visitWindow('2027-03-28T02:30:00+01:00').opensMs).toBe(Date.parse('2027-03-28T00:30:00Z'));
  });
});

describe('isVisitNear', () => {
  it.each([
    [false, '2027-03-08T03:29:59Z'],
    [true, '2027-03-08T03:30:00Z'],
    [true, '2027-03-09T06:29:59Z'],
    [false, '2027-03-09T06:30:00Z'],
  ])('is %s at %s of a visit at half past three', (isNear, now) => {
    expect(isVisitNear('2027-03-09T10:30:00+07:00', Date.parse(now))).toBe(isNear);
  });
});
