import type { Module } from './module';

export type PassStatus = 'active' | 'not-yet-active' | 'used-up' | 'expired' | 'cancelled' | 'suspended' | 'pending';

export type Visits = { total: number; used: number; reserved: number; left: number };

/** An E-pass as the vendor knows it. Instants are ISO strings with an offset. `ePassId` opens a door: never log it. */
export type EPass = {
  ePassId: string;
  orderId: string;
  module: Module;
  clientUserId: string;
  firstName: string;
  lastName: string;
  /** Null where the version has no activation date: the pass is active at issue. */
  activatesAt: string | null;
  expiresAt: string;
  cancelledAt: string | null;
  isCancelled: boolean;
  /** Visits granted at issue. */
  totalVisits: number;
  /** Visits taken, those of open prebookings included (taken when booked, dragonpass-api 8.2). */
  usedVisits: number;
  /** Empty: every place of the module. */
  resourceIds: string[];
};

/** What an E-pass is asked for with. `expiresAt` is an ISO instant; no `resourceIds` is every place of the module. */
export type PassRequest = {
  module: Module;
  firstName: string;
  lastName: string;
  expiresAt: string;
  visits: number;
  resourceIds: string[];
};

/**
 * The one reading of the vendor's two numbers [inferred]: `availableUsages` stays the total granted, `usedUsages`
 * counts what is taken, open bookings included. `reserved` is what our open bookings of the pass have taken.
 */
export function visitsOf(pass: Pick<EPass, 'totalVisits' | 'usedVisits'>, reserved: number): Visits {
  const taken = Math.min(Math.max(pass.usedVisits, 0), pass.totalVisits);
  const held = Math.min(Math.max(reserved, 0), taken);
  return { total: pass.totalVisits, used: taken - held, reserved: held, left: pass.totalVisits - taken };
}

/** One status, worst first: a cancelled pass that has also expired reads as cancelled. */
export function passStatus(pass: EPass, visits: Visits, nowMs: number): PassStatus {
  if (pass.isCancelled) return 'cancelled';
  if (nowMs >= Date.parse(pass.expiresAt)) return 'expired';
  if (pass.activatesAt !== null && nowMs < Date.parse(pass.activatesAt)) return 'not-yet-active';
  // A visit that is booked is still to be made, but with the booking's voucher, not with the pass.
  return visits.left === 0 ? 'used-up' : 'active';
}

/** True when the pass may be used at the place, whatever its status. */
export function coversResource(
  pass: { module: Module; resourceIds: readonly string[] },
  place: { module: Module; resourceId: string },
): boolean {
  return pass.module === place.module && (pass.resourceIds.length === 0 || pass.resourceIds.includes(place.resourceId));
}
