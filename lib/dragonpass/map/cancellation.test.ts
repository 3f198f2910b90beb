import { expect, it } from 'vitest';
import { cancellationOf } from './cancellation';

const ignore = () => undefined;

it.each([
  [{ cancellable: true, freeCancellationHours: 24 }, 24],
  [{ cancellable: true, freeCancellationHours: '48' }, 48],
  [{ cancellable: 'true', freeCancellationHours: '72 hours before' }, 72],
  [{ freeCancellationHours: 24 }, 24],
  [{ cancellable: true, freeCancellationHours: 0 }, 0],
  [{ cancellable: true, freeCancellationHours: 1.5 }, 1.5],
  [24, 24],
  ['24', 24],
  ['24 hours before', 24],
  ['Free cancellation up to 48 hours before the visit.', 48],
  ['Cancel at least 2 days before', 48],
  ['24h before', 24],
  ['24-hour notice', 24],
  ['1 hr', 1],
])('reads %j as free until %d hours before', (wire, hoursBefore) => {
  expect(cancellationOf(wire, ignore)).toEqual({ kind: 'free-until', hoursBefore });
});

it.each([
  [{ cancellable: false }],
  [{ cancellable: false, freeCancellationHours: 24 }],
  [{ cancellable: 0 }],
  ['Not cancellable'],
  ['Non-cancelable.'],
])('reads %j as never', (wire) => {
  expect(cancellationOf(wire, ignore)).toEqual({ kind: 'never' });
});

it.each([
  [null],
  [undefined],
  [{}],
  [[]],
  [true],
  [{ cancellable: true }],
  [{ cancellable: true, freeCancellationHours: null }],
  [{ cancellable: true, freeCancellationHours: -1 }],
  [{ cancellable: true, freeCancellationHours: 1_000_000 }],
  [{ cancellable: 'maybe' }],
  ['See venue'],
  ['24 hours after booking'],
  ['50 % within 24 hours'],
  ['Free 48 hours before, half within 24 hours'],
  ['A fee applies within 24 hours'],
  ['Not cancellable unless the lounge is closed'],
])('reads %j as unknown: neither free nor never', (wire) => {
  expect(cancellationOf(wire, ignore)).toEqual({ kind: 'unknown' });
});

it('reports a policy that is there and cannot be read, and not one that is missing', () => {
  const seen: unknown[] = [];
  cancellationOf('See venue', (field, value) => seen.push([field, value]));
  cancellationOf(null, (field, value) => seen.push([field, value]));
  expect(seen).toEqual([['cancellationPolicy', 'See venue']]);
});
