import type { EPass } from '@/lib/domain/pass';
import type { NewBooking } from '@/lib/store/bookings';
import type { NewHold } from '@/lib/store/holds';
import { newId } from '@/lib/store/ids';
import type { Owner } from '@/lib/store/owner';
import type { NewPass } from '@/lib/store/passes';

const CREATED_AT = '2026-03-01T09:00:00.000Z';

export function newOwner(brandId = 'layover'): Owner {
  return { brandId, clientUserId: newId('ps') };
}

/** Whom the rows that are left after erasing belong to, in tests of the store. */
export function erasedOf(owner: Owner): Owner {
  return { ...owner, clientUserId: `erased-${owner.clientUserId}` };
}

export function newPassRow(changes: Partial<NewPass> = {}): NewPass {
  return {
    id: newId('ps'),
    offerId: 'lounge-1',
    title: '1 lounge visit',
    module: 1,
    state: 'requested',
    request: null,
    createdAt: CREATED_AT,
    ...changes,
  };
}

export function newHoldRow(changes: Partial<NewHold> = {}): NewHold {
  return {
    id: newId('hd'),
    passId: newId('ps'),
    resourceId: 'N00001',
    module: 1,
    at: '2026-03-02T10:30',
    timeZone: 'Europe/London',
    adults: 1,
    children: 0,
    prebookingToken: '85c69b8e790befc7e94870ec269c3f1d',
    heldUntil: '2026-03-01T09:10:00.000Z',
    createdAt: CREATED_AT,
    ...changes,
  };
}

export function newBookingRow(changes: Partial<NewBooking> = {}): NewBooking {
  return {
    id: newId('bk'),
    passId: newId('ps'),
    holdId: newId('hd'),
    resourceId: 'N00001',
    resourceName: 'DragonPass Lounge',
    module: 1,
    hub: 'MAN',
    hubName: 'Manchester Airport',
    city: 'Manchester',
    terminal: 'Terminal 1',
    location: 'Airside',
    at: '2026-03-02T10:30',
    timeZone: 'Europe/London',
    adults: 1,
    children: 0,
    holderFirstName: 'Ada',
    holderLastName: 'Lovelace',
    status: 'checking',
    cancellation: { kind: 'free-until', hoursBefore: 24 },
    requestId: '7a8b2c1e-54c5-4d0e-9c57-2f8b6c3f1a10',
    vouchers: [],
    visitsUsed: 1,
    heldUntil: '2026-03-01T09:10:00.000Z',
    createdAt: CREATED_AT,
    vendorAsOf: CREATED_AT,
    ...changes,
  };
}

/** A pass as the vendor describes it once issued. */
export const vendorPass: EPass = {
  ePassId: '1788000066668888',
  orderId: 'DP00000000000001',
  module: 1,
  clientUserId: 'u',
  firstName: 'Ada',
  lastName: 'Lovelace',
  activatesAt: null,
  expiresAt: '2028-12-31T23:59:59+00:00',
  cancelledAt: null,
  isCancelled: false,
  totalVisits: 1,
  usedVisits: 0,
  resourceIds: [],
};
