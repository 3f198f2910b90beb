import { describe, expect, it } from 'vitest';
import { type BookingStatus, holdsVisits, nextBookingStatus, orderDifference, overdueFlag } from './booking';
import type { OrderStatus } from './order';

/** What a booking is after hearing each thing, for every status: heard as pending, confirmed, used, cancelled, unknown. */
const TABLE: Record<BookingStatus, [BookingStatus, BookingStatus, BookingStatus, BookingStatus, BookingStatus]> = {
  checking: ['pending', 'confirmed', 'used', 'refused', 'checking'],
  pending: ['pending', 'confirmed', 'used', 'refused', 'pending'],
  confirmed: ['confirmed', 'confirmed', 'used', 'cancelled', 'confirmed'],
  refused: ['refused', 'refused', 'refused', 'refused', 'refused'],
  used: ['used', 'used', 'used', 'cancelled', 'used'],
  cancelled: ['cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled'],
};
const HEARD: OrderStatus[] = ['pending', 'confirmed', 'used', 'cancelled', 'unknown'];
const STATUSES = Object.keys(TABLE) as BookingStatus[];
const PAIRS = STATUSES.flatMap((current) =>
  HEARD.map((heard, index): [BookingStatus, OrderStatus, BookingStatus] => [
    current,
    heard,
    TABLE[current][index] ?? current,
  ]),
);

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

describe('a booking never moves backwards', () => {
  it.each(PAIRS)('%s, then the vendor says %s: %s', (current, heard, expected) => {
    expect(nextBookingStatus(current, heard)).toBe(expected);
  });

  it.each(PAIRS)('%s, and hearing %s twice is hearing it once', (current, heard) => {
    const once = nextBookingStatus(current, heard);
    expect(nextBookingStatus(once, heard)).toBe(once);
  });

  it.each(['checking', 'pending'] as const)('%s, and cancelled as the traveller asked, is cancelled', (current) => {
    expect(nextBookingStatus(current, 'cancelled', true)).toBe('cancelled');
  });

  it.each(permutations(HEARD).map((order) => [order]))('whatever the order: %j', (order) => {
    let status: BookingStatus = 'checking';
    let wasOver = false;
    for (const heard of order) {
      status = nextBookingStatus(status, heard);
      const isOver = status === 'cancelled' || status === 'refused';
      expect(isOver).toBe(wasOver || heard === 'cancelled');
      wasOver = isOver;
    }
    expect(holdsVisits(status)).toBe(false);
  });

  it.each(permutations<OrderStatus>(['pending', 'confirmed', 'unknown', 'confirmed']).map((order) => [order]))(
    'and one that stands is confirmed in the end: %j',
    (order) => {
      expect(order.reduce<BookingStatus>((status, heard) => nextBookingStatus(status, heard), 'checking')).toBe(
        'confirmed',
      );
    },
  );
});

describe('an order is another one than was booked', () => {
  const asked = { resourceId: 'N00001', at: '2026-11-25T10:30', adults: 1, children: 1 };
  it.each([
    ['at another place', { resourceId: 'N00002' }, 'place'],
    ['at another time', { at: '2026-11-25T09:30' }, 'time'],
    ['that takes more visits than people', { visits: 3 }, 'party'],
    ['not when it lets a child in for nothing', { visits: 1 }, null],
    ['not when it says nothing', { resourceId: null, at: null, visits: 0 }, null],
    ['not when it says the same', {}, null],
  ])('%s', (_, changes, expected) => {
    expect(orderDifference(asked, { resourceId: 'N00001', at: asked.at, visits: 2, ...changes })).toBe(expected);
  });
});

describe('staff are told of a booking', () => {
  const booking = { isCancelling: false, createdAt: '2026-11-22T12:00:00Z', cancelAskedAt: null };
  const at = (time: string) => Date.parse(`2026-11-${time}Z`);
  it.each([
    ['that nobody knows of', 'checking', '22T12:59:59.999', '22T13:00:00', 'unsettled'],
    ['that its place does not confirm', 'pending', '23T11:59:59.999', '23T12:00:00', 'pending_long'],
  ] as const)('%s, from a moment on', (_, status, before, from, flag) => {
    expect(overdueFlag({ ...booking, status }, at(before))).toBeNull();
    expect(overdueFlag({ ...booking, status }, at(from))).toBe(flag);
  });

  it('whose cancellation nobody knows of, an hour after that was asked for', () => {
    const cancelling = {
      ...booking,
      status: 'pending',
      isCancelling: true,
      cancelAskedAt: '2026-11-22T15:00:00Z',
    } as const;
    expect(overdueFlag(cancelling, at('22T15:59:59'))).toBeNull();
    expect(overdueFlag(cancelling, at('22T16:00:00'))).toBe('unsettled');
  });

  it.each(['confirmed', 'refused', 'cancelled', 'used'] as const)('never when it is %s', (status) => {
    expect(overdueFlag({ ...booking, status }, at('29T12:00:00'))).toBeNull();
  });
});
