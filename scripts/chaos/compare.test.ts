import { describe, expect, it } from 'vitest';
import type { BookingDto } from '../../lib/contract/bookings';
import type { PassDto } from '../../lib/contract/passes';
import type { OrderRecord, PassRecord } from '../../lib/sandbox/state/records';
import { type Check, compare, type Evidence } from './compare';
import type { Intent } from './ledger';
import type { StoredBooking } from './records';
import { Watch } from './watch';

const AT = '2026-11-25T10:30';

const order = (changes: Partial<OrderRecord> = {}): OrderRecord => ({
  orderId: 'DP1',
  programId: 'sandbox-1',
  clientUserId: 'ada',
  ePassId: 'E1',
  membershipId: null,
  module: 1,
  category: 2,
  status: 1,
  resourceId: 'N00001',
  createdAt: '2026-11-22T12:00:00Z',
  cancelledAt: null,
  at: AT,
  usedAtLocal: null,
  party: { adults: 1, children: 0 },
  usedUsages: 1,
  taken: null,
  vouchers: [{ voucher: 'V1', redeemedAt: null }],
  requiredInfo: {},
  ...changes,
});

const vendorPass = (usedUsages: number): PassRecord => ({
  ePassId: 'E1',
  orderId: 'DP0',
  programId: 'sandbox-1',
  clientUserId: 'ada',
  module: 1,
  firstName: 'Ada',
  lastName: 'Lovelace',
  createdAt: '2026-11-22T12:00:00Z',
  activatesAt: '2026-11-22T12:00:00Z',
  expiresAt: '2027-11-22T12:00:00Z',
  availableUsages: 12,
  usedUsages,
  allowedResources: [],
  cancelledAt: null,
});

const stored = (changes: Partial<StoredBooking> = {}): StoredBooking => ({
  id: 'bk1',
  clientUserId: 'ada',
  passId: 'ps1',
  holdId: 'hd1',
  orderId: 'DP1',
  status: 'confirmed',
  isCancelling: false,
  replaces: null,
  change: null,
  ...changes,
});

const page = (changes: Partial<BookingDto> = {}): BookingDto => ({
  bookingId: 'bk1',
  status: 'confirmed',
  isCancelling: false,
  refusal: null,
  passId: 'ps1',
  resourceId: 'N00001',
  resourceName: 'DragonPass Lounge',
  module: 1,
  hub: 'MAN',
  hubName: 'Manchester Airport',
  city: 'Manchester',
  terminal: null,
  location: null,
  at: AT,
  startsAt: `${AT}:00+00:00`,
  timeZone: 'Europe/London',
  party: { adults: 1, children: 0 },
  visitsUsed: 1,
  vouchers: [{ code: 'V1', kind: 'qr' }],
  holder: { firstName: 'Ada', lastName: 'Lovelace' },
  cancellation: { kind: 'free-until', until: null, allowed: 'allowed' },
  createdAt: '2026-11-22T12:00:00Z',
  cancelledAt: null,
  asOf: '2026-11-22T12:00:00Z',
  sequence: 0,
  flaggedAt: null,
  replaces: null,
  replacedBy: null,
  cancelFailedAt: null,
  change: null,
  ...changes,
});

const passPage = (reserved: number, used = 0): PassDto => ({
  passId: 'ps1',
  kind: 'e-pass',
  module: 1,
  title: 'Twelve lounge visits',
  status: 'active',
  holder: { firstName: 'Ada', lastName: 'Lovelace' },
  activatesAt: null,
  expiresAt: null,
  visits: { total: 12, used, reserved, reversed: 0, left: 12 - reserved - used },
  blockedBy: null,
  scope: { resourceIds: [] },
  createdAt: '2026-11-22T12:00:00Z',
  asOf: '2026-11-22T12:00:00Z',
});

const intent = (changes: Partial<Intent> = {}): Intent => ({
  kind: 'book',
  clientUserId: 'ada',
  holdId: 'hd1',
  bookingId: null,
  replaces: null,
  told: [{ booking: { bookingId: 'bk1', status: 'confirmed', isCancelling: false } }],
  ...changes,
});

type Story = {
  orders?: OrderRecord[];
  rows?: StoredBooking[];
  pages?: BookingDto[];
  passes?: PassDto[];
  taken?: number;
  intents?: Intent[];
  stepsBack?: Evidence['stepsBack'];
};

/** One booking that was made, kept and shown as it should, but for what the story changes. */
function judged(story: Story): Check[] {
  const { orders = [order()], rows = [stored()], pages = [page()], passes = [passPage(1)], taken = 1 } = story;
  const records = {
    orders,
    vendorPasses: [vendorPass(taken)],
    shown: [{ clientUserId: 'ada', bookings: pages, passes }],
    bookings: rows,
    passes: [{ id: 'ps1', state: 'issued', ePassId: 'E1' }],
  };
  const evidence = { intents: [intent()], stepsBack: [], undoneByVenue: new Set<string>(), records, ...story };
  return [...new Set(compare(evidence).map(({ check }) => check))];
}

describe('the judgement of the fault run', () => {
  it('has nothing against a booking that was made, kept and shown as it should be', () => {
    expect(judged({})).toEqual([]);
  });

  it('finds a second order of the same traveller at the same place and time', () => {
    const orders = [order(), order({ orderId: 'DP2' })];
    const rows = [stored(), stored({ id: 'bk2', holdId: 'hd2', orderId: 'DP2' })];
    const pages = [page(), page({ bookingId: 'bk2' })];
    expect(judged({ orders, rows, pages, passes: [passPage(2)], taken: 2 })).toEqual(['double bookings']);
  });

  it('finds an order that no booking is about', () => {
    const orders = [order(), order({ orderId: 'DP2', at: '2026-11-26T10:30' })];
    expect(judged({ orders, passes: [passPage(2)], taken: 2 })).toEqual(['lost bookings']);
  });

  it('finds an order whose booking is shown as refused', () => {
    expect(judged({ rows: [stored({ status: 'refused' })], pages: [page({ status: 'refused' })] })).toContain(
      'lost bookings',
    );
  });

  it('finds a booking that is kept but on no page', () => {
    expect(judged({ pages: [] })).toContain('lost bookings');
  });

  it('finds a booking that is shown and that the vendor does not have', () => {
    expect(judged({ orders: [], passes: [passPage(0)], taken: 0 })).toEqual(['phantom bookings']);
  });

  it('finds another time and another voucher than were booked', () => {
    expect(judged({ pages: [page({ at: '2026-11-25T11:00' })] })).toEqual(['shown otherwise than booked']);
    expect(judged({ pages: [page({ vouchers: [] })] })).toEqual(['shown otherwise than booked']);
  });

  it('finds a visit that was lost, and one that was gained', () => {
    expect(judged({ passes: [passPage(2)] })).toEqual(['visits lost or gained']);
    expect(judged({ passes: [passPage(0)] })).toEqual(['visits lost or gained']);
    expect(judged({ taken: 2 })).toEqual(['visits lost or gained']);
  });

  it('finds what is still open, on a page or in the tables', () => {
    expect(judged({ pages: [page({ isCancelling: true })] })).toEqual(['not settled']);
    expect(judged({ rows: [stored({ isCancelling: true })] })).toEqual(['not settled']);
    expect(judged({ rows: [stored({ replaces: 'bk0', change: 'waiting' })] })).toContain('not settled');
  });

  it('finds that people were told what is not so', () => {
    const told = (booking: { status: BookingDto['status'] }) => [
      intent({ told: [{ booking: { bookingId: 'bk1', isCancelling: false, ...booking } }] }),
    ];
    expect(judged({ intents: told({ status: 'cancelled' }) })).toEqual(['told otherwise than done']);
    expect(judged({ intents: [intent({ told: [{ refused: 'no_availability' }] })] })).toEqual([
      'told otherwise than done',
    ]);
    expect(judged({ intents: [intent({ told: [{ refused: 'no_availability' }, null] })] })).toEqual([]);
    expect(judged({ rows: [stored({ holdId: 'hd2' })] })).toEqual(['told otherwise than done']);
  });

  it('finds a cancellation that nobody asked for, and lets one pass that somebody did', () => {
    const gone: Story = {
      orders: [order({ status: 3 })],
      rows: [stored({ status: 'cancelled' })],
      pages: [page({ status: 'cancelled' })],
      passes: [passPage(0)],
      taken: 0,
    };
    expect(judged(gone)).toEqual(['cancelled unasked']);
    const asked = intent({ kind: 'cancel', holdId: null, bookingId: 'bk1', told: [null] });
    expect(judged({ ...gone, intents: [intent(), asked] })).toEqual([]);
  });

  it('finds a change whose old booking could be given back and was not, and one that is not told', () => {
    const both = (change: string | null, allowed: 'allowed' | 'never'): Story => ({
      orders: [order(), order({ orderId: 'DP2', at: '2026-11-26T10:30' })],
      rows: [stored(), stored({ id: 'bk2', holdId: 'hd2', orderId: 'DP2', replaces: 'bk1', change })],
      pages: [
        page({ cancellation: { kind: 'never', until: null, allowed } }),
        page({ bookingId: 'bk2', at: '2026-11-26T10:30' }),
      ],
      passes: [passPage(2)],
      taken: 2,
    });
    expect(judged(both('both-stand', 'never'))).toEqual([]);
    expect(judged(both('both-stand', 'allowed'))).toEqual(['changes gone wrong']);
    expect(judged(both('done', 'never'))).toEqual(['changes gone wrong']);
  });

  it('finds a step back, and not two answers that crossed on their way', () => {
    const watch = new Watch();
    const [first, second] = [watch.now(), watch.now()];
    watch.see('bk1', 'cancelled', first);
    watch.see('bk1', 'confirmed', second);
    expect(watch.stepsBack).toEqual([]);
    watch.see('bk1', 'confirmed', watch.now());
    expect(watch.stepsBack).toEqual([{ bookingId: 'bk1', from: 'cancelled', to: 'confirmed' }]);
    expect(judged({ stepsBack: watch.stepsBack })).toEqual(['moved backwards']);
  });
});
