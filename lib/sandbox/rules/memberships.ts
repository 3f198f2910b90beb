import { Refusal } from '../http/refusal';
import type { Entitlement, MembershipRecord, Party, Taken } from '../state/records';

export function membershipStatus(membership: MembershipRecord, nowMs: number): number {
  const isOver = Date.parse(membership.expiresAt) <= nowMs;
  if (isOver && membership.status !== 3) return 9;
  const waits = Date.parse(membership.activatesAt) > nowMs;
  // One that was registered for later becomes active by itself.
  if (membership.status === 0 && !waits && membership.activatesAt !== membership.registeredAt) return 1;
  return membership.status;
}

/** The vendor's matrix [doc v1 338664m0]: from, to the states it may be set to. Expiry is never set, it comes by itself. */
const STATUS_CHANGES: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 3],
  1: [2, 3],
  2: [0, 1, 3],
  9: [1, 3],
};

/** @param isExtended whether the same request moves the expiry into the future, without which expired does not become active */
export function isStatusChangeAllowed(from: number, to: number, isExtended: boolean): boolean {
  if (from === 9 && to === 1 && !isExtended) return false;
  return STATUS_CHANGES[from]?.includes(to) ?? false;
}

/** min(allowed a visit, guests and shared left after the cardholder) [inferred]. */
export function maxGuestsNextUse(entitlement: Entitlement): number {
  const sharedForCardholder = entitlement.cardholder > 0 ? 0 : 1;
  const left = entitlement.guests + entitlement.shared - sharedForCardholder;
  return Math.max(0, Math.min(entitlement.allowedGuestsPerUsage, left));
}

/** What a party takes from each pot, exclusive before shared [inferred]; null when it does not suffice. */
export function takeFor(entitlement: Entitlement, party: Party): Taken | null {
  const guests = party.adults + party.children - 1;
  if (guests < 0 || guests > entitlement.allowedGuestsPerUsage) return null;
  const cardholder = Math.min(1, entitlement.cardholder);
  const ownGuests = Math.min(guests, entitlement.guests);
  const shared = 1 - cardholder + (guests - ownGuests);
  return shared <= entitlement.shared ? { cardholder, guests: ownGuests, shared } : null;
}

/** The membership after a visit: `sign` is 1 for one that was made, -1 for one that was given back. */
export function withTaken(membership: MembershipRecord, module: number, taken: Taken, sign: 1 | -1): MembershipRecord {
  const entitlements = membership.entitlements.map((entitlement) =>
    entitlement.module !== module
      ? entitlement
      : {
          ...entitlement,
          cardholder: entitlement.cardholder - sign * taken.cardholder,
          guests: entitlement.guests - sign * taken.guests,
          shared: entitlement.shared - sign * taken.shared,
        },
  );
  return { ...membership, entitlements };
}

/** Throws unless the membership lets this party in; otherwise what the visit takes. */
export function checkMembership(membership: MembershipRecord, module: number, party: Party, nowMs: number): Taken {
  const status = membershipStatus(membership, nowMs);
  if (status === 9) throw new Refusal('pass-expired', 'The membership has expired.');
  if (status !== 1) throw new Refusal('pass-cancelled', 'The membership is not active.');
  const entitlement = membership.entitlements.find((candidate) => candidate.module === module);
  const taken = entitlement ? takeFor(entitlement, party) : null;
  if (!taken) throw new Refusal('no-usages-left', 'Not enough entitlements left on the membership.');
  return taken;
}
