import { expect, it } from 'vitest';
import { ORDER, ORDER_ROW } from '../samples/messages';
import { orderSchema } from '../wire/order';
import { orderOf } from './order';

const order = (changes: Record<string, unknown>) =>
  orderOf(orderSchema.parse({ ...ORDER, ...changes }), null, () => undefined);
const extra = (changes: Record<string, unknown>) => order({ extra: { ...ORDER.extra, ...changes } });

it('reads the documented order, and none of the personal data in it', () => {
  const read = order({});
  expect(read).toEqual({
    orderId: 'DP00000000000001',
    status: 'confirmed',
    module: 1,
    category: 'prebooking',
    ePassId: '1788000066668888',
    resourceId: 'N00001',
    resourceName: 'DragonPass Lounge',
    at: '2025-10-01T10:30',
    usedOn: null,
    visits: 1,
    vouchers: [{ code: '668800008888', kind: 'qr' }],
    createdAt: '2024-12-31T00:00:00.000Z',
    cancelledAt: null,
    place: { iata: 'MAN', hubName: 'Manchester Airport', terminal: 'Terminal 1', city: 'Manchester' },
  });
  expect(JSON.stringify(orderSchema.parse(ORDER))).not.toContain('developer@dragonpass.com');
});

it('reads a row of a list, whose fields stand elsewhere, as one of the pass that was asked about', () => {
  expect(orderOf(orderSchema.parse(ORDER_ROW), '1788000066668888', () => undefined)).toMatchObject({
    status: 'used',
    category: 'walk-in',
    ePassId: '1788000066668888',
    resourceId: 'N00001',
    at: null,
    visits: 1,
    vouchers: [],
    place: { hubName: 'Manchester Airport', city: 'Manchester', iata: null },
  });
});

it.each([
  [0, 'pending'],
  [1, 'confirmed'],
  [2, 'used'],
  ['3', 'cancelled'],
  [4, 'unknown'],
  [5, 'unknown'],
  ['LOST', 'unknown'],
])('reads the status %j as %s', (status, expected) => {
  expect(order({ status }).status).toBe(expected);
});

it('refuses an order without a status: nothing may be assumed of it', () => {
  expect(orderSchema.safeParse({ ...ORDER, status: null }).success).toBe(false);
});

it.each([
  [1, 'qr'],
  ['1', 'qr'],
  [null, 'qr'],
  [2, 'text'],
  ['URL', 'text'],
])('shows a voucher of type %j as %s', (voucherType, kind) => {
  expect(extra({ vouchersList: [{ voucher: 'MS1', voucherType }] }).vouchers).toEqual([{ code: 'MS1', kind }]);
});

it('keeps every voucher in its order, and leaves out one without a code', () => {
  const vouchersList = [{ voucher: '2' }, { voucher: '' }, { voucher: 1 }];
  expect(extra({ vouchersList }).vouchers.map((voucher) => voucher.code)).toEqual(['2', '1']);
});

it('reads times at the place to the minute, without moving them', () => {
  expect(extra({ usageDate: '2025-10-01T10:41:07' }).usedOn).toBe('2025-10-01T10:41');
  expect(extra({ prebookingDate: '2025-10-01T23:30:00+08:00' }).at).toBe('2025-10-01T23:30');
});

it('reads "" as no cancellation, and an instant with any offset as UTC', () => {
  expect(order({ orderCancelledDate: '' }).cancelledAt).toBeNull();
  expect(order({ orderCancelledDate: '2025-01-01T08:00:00+08:00' }).cancelledAt).toBe('2025-01-01T00:00:00.000Z');
});

it('has no module for one we do not offer', () => {
  expect(order({ module: 8 }).module).toBeNull();
});

it('takes no count of visits that one order cannot have, and no time that is on no calendar', () => {
  for (const usedUsages of [-1, 1000, 99_999_999_999]) expect(extra({ usedUsages }).visits).toBe(0);
  expect(extra({ usageDate: '2026-13-45T10:30' }).usedOn).toBeNull();
  expect(() => extra({ prebookingDate: '2026-02-30T10:30' })).toThrow();
});
