import { allowsWalkIn, type Module } from './module';

export type PassStatus = 'active' | 'not-yet-active' | 'used-up' | 'expired' | 'cancelled' | 'suspended' | 'pending';

/**
 * What became of the visits granted. `used` is without those that staff took back; `reversed` counts these, as far as we
 * have heard of them. `total` is `used + reserved + left`.
 */
export type Visits = { total: number; used: number; reserved: number; reversed: number; left: number };

/** Why a pass shows no code. A lane reads the voucher of a booking and never the pass itself: `booking-only`. */
export type PassBlock = Exclude<PassStatus, 'active'> | 'booked' | 'booking-only' | 'not-here';

/** All that a pass shows follows from this; `blockedBy` is null while its code opens a door. */
export type PassUse = { status: PassStatus; visits: Visits; blockedBy: PassBlock | null };

type Place = { module: Module; resourceId: string };

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
 * What `passUse` decides from. `state` is `pending` before the vendor has answered, and `suspended` while it has paused the
 * pass; of E-passes nobody tells us that, as the one status that might is not to be depended on [inferred].
 */
export type PassFacts = Pick<
  EPass,
  'module' | 'resourceIds' | 'activatesAt' | 'isCancelled' | 'totalVisits' | 'usedVisits'
> & { expiresAt: string | null; state: 'issued' | 'pending' | 'suspended' };

/** Visits that open bookings of the pass have taken, and those that staff took back. */
export type Taken = { reserved: number; reversed: number };

/**
 * The one decision on what a pass shows: status, visits, and why there is no code. `place` is where the traveller wants to
 * use it, when that is known.
 */
export function passUse(pass: PassFacts, taken: Taken, nowMs: number, place?: Place): PassUse {
  const visits = visitsOf(pass, taken);
  const status = statusOf(pass, visits, nowMs);
  return { status, visits, blockedBy: blockOf(pass, status, visits, place) };
}

/**
 * The one reading of the vendor's two numbers [inferred]: `availableUsages` stays the total granted, `usedUsages`
 * counts what is taken, open bookings included, and goes down again when a visit is cancelled or reversed.
 */
function visitsOf(pass: PassFacts, { reserved, reversed }: Taken): Visits {
  const taken = Math.min(Math.max(pass.usedVisits, 0), pass.totalVisits);
  const held = Math.min(Math.max(reserved, 0), taken);
  const left = pass.totalVisits - taken;
  return { total: pass.totalVisits, used: taken - held, reserved: held, reversed: Math.max(reversed, 0), left };
}

/** One status, worst first: a cancelled pass that has also expired reads as cancelled. */
function statusOf(pass: PassFacts, visits: Visits, nowMs: number): PassStatus {
  if (pass.isCancelled) return 'cancelled';
  if (pass.state === 'pending') return 'pending';
  if (pass.expiresAt !== null && nowMs >= Date.parse(pass.expiresAt)) return 'expired';
  if (pass.state === 'suspended') return 'suspended';
  if (pass.activatesAt !== null && nowMs < Date.parse(pass.activatesAt)) return 'not-yet-active';
  // A visit that is booked is still to be made, but with the booking's voucher, not with the pass.
  return visits.left === 0 ? 'used-up' : 'active';
}

function blockOf(pass: PassFacts, status: PassStatus, visits: Visits, place: Place | undefined): PassBlock | null {
  if (status === 'used-up') return visits.reserved > 0 ? 'booked' : 'used-up';
  if (status !== 'active') return status;
  if (place && !coversResource(pass, place)) return 'not-here';
  return allowsWalkIn(pass.module) ? null : 'booking-only';
}

/** True when the pass may be used at the place, whatever its status. */
export function coversResource(pass: { module: Module; resourceIds: readonly string[] }, place: Place): boolean {
  return pass.module === place.module && (pass.resourceIds.length === 0 || pass.resourceIds.includes(place.resourceId));
}

/** When the pass begins or ends, if it has yet to; it is shown in another way from then on. */
export function passChangesMs(pass: {
  status: PassStatus;
  activatesAt: string | null;
  expiresAt: string | null;
}): number | null {
  const at = pass.status === 'not-yet-active' ? pass.activatesAt : pass.status === 'active' ? pass.expiresAt : null;
  return at === null ? null : Date.parse(at);
}
