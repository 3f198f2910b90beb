import { expect, it } from 'vitest';
import { DragonPassError, namedFields, reasonOf, statusClassOf } from './errors';

it.each([
  [400, 40010, 'name-conflict'],
  [400, 40020, 'missing-info'],
  [404, 40400, 'not-found'],
  [404, null, 'not-found'],
  [404, 777, 'not-found'],
  [409, 40901, 'pass-expired'],
  [409, 40902, 'pass-cancelled'],
  [409, 40903, 'no-visits-left'],
  [409, 40904, 'place-not-allowed'],
  [409, 40910, 'slot-unavailable'],
  [409, 40911, 'token-expired'],
  [409, 40920, 'too-late-to-cancel'],
  [409, 40921, 'not-cancellable'],
  [409, 40940, 'request-reused'],
  [400, 40000, 'other'],
  [409, null, 'other'],
])('reads status %d with code %j as %s', (status, code, reason) => {
  expect(reasonOf(status, code, null)).toBe(reason);
});

it.each([
  [40000, 'adultCount: more passengers than an order takes', 'party-too-large'],
  [40000, 'Too many guests', 'party-too-large'],
  [40000, 'resourceId: the resource takes no prebookings', 'not-prebookable'],
  [40000, 'This lounge does not accept bookings.', 'not-prebookable'],
  [40000, 'The lounge is closed at that time.', 'place-closed'],
  [40000, 'prebookingDate: outside of business hours', 'place-closed'],
  [null, 'Duplicate order', 'duplicate'],
  [40999, 'The E-pass already has a booking at this time', 'duplicate'],
  [40000, 'extra.prebookingToken: required', 'other'],
  [40910, 'The lounge is closed', 'slot-unavailable'],
] as const)('reads a refusal %j that says %j as %s', (code, words, reason) => {
  expect(reasonOf(400, code, words)).toBe(reason);
});

it('tells an order that is cancelled already by the words, as it has no code of its own', () => {
  expect(reasonOf(409, 40921, 'The order is already cancelled.')).toBe('already-cancelled');
  expect(reasonOf(409, 40910, 'already cancelled')).toBe('slot-unavailable');
});

it.each([
  [200, 0, 200],
  [200, 40100, 401],
  [200, 42900, 429],
  [200, 50000, 500],
  [200, 401, 401],
  [200, 7, 400],
  [200, 1234567, 400],
  [503, 40000, 503],
  [404, null, 404],
])('reads status %d with code %j as class %d', (status, code, expected) => {
  expect(statusClassOf(status, code)).toBe(expected);
});

it('finds the pieces of booking information a refusal names', () => {
  expect(namedFields('extra.prebookingRequiredInfo: email, transportNumber required')).toEqual([
    'email',
    'transportNumber',
  ]);
  expect(namedFields(null)).toEqual([]);
});

it('may be made again only when nothing can have happened', () => {
  const error = (kind: DragonPassError['kind'], outcomeUnknown: boolean) =>
    new DragonPassError({ kind, operation: 'prebook', outcomeUnknown }).retryable;
  expect(error('timeout', false)).toBe(true);
  expect(error('timeout', true)).toBe(false);
  expect(error('rejected', false)).toBe(false);
});

it('keeps the vendor’s words for the program, out of sight of whatever lists an error’s fields', () => {
  const error = new DragonPassError({
    kind: 'rejected',
    operation: 'prebook',
    outcomeUnknown: false,
    vendorMessage: 'Ada',
  });
  expect(error.vendorMessage).toBe('Ada');
  expect(Object.keys(error)).not.toContain('vendorMessage');
  expect(JSON.stringify({ ...error })).not.toContain('Ada');
});
