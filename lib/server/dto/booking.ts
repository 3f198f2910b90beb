import 'server-only';
import type { BookingDto } from '@/lib/contract/bookings';
import { cancellationUntil, judgeCancellation } from '@/lib/domain/cancellation';
import { instantOf, isoInZone } from '@/lib/domain/place-time';
import type { BookingRow } from '@/lib/store/bookings';
import { moduleOf } from './pass';

/** A booking as its owner sees it. Vouchers are told only while they open a door. */
export function bookingDto(row: BookingRow, nowMs: number): BookingDto {
  const { at, timeZone, cancellation: policy } = row;
  const isOpen = row.status === 'confirmed' || row.status === 'pending';
  return {
    bookingId: row.id,
    status: row.status,
    isCancelling: row.isCancelling,
    refusal: row.status === 'refused' ? row.refusal : null,
    passId: row.passId,
    resourceId: row.resourceId,
    resourceName: row.resourceName,
    module: moduleOf(row.module),
    hub: row.hub,
    hubName: row.hubName,
    city: row.city,
    terminal: row.terminal,
    location: row.location,
    at,
    startsAt: isoInZone(instantOf(at, timeZone), timeZone),
    timeZone,
    party: { adults: row.adults, children: row.children },
    visitsUsed: row.visitsUsed,
    vouchers: row.status === 'confirmed' ? row.vouchers : [],
    holder: { firstName: row.holderFirstName, lastName: row.holderLastName },
    cancellation: {
      kind: policy.kind,
      until: cancellationUntil(policy, at, timeZone),
      allowed: isOpen ? judgeCancellation(policy, at, timeZone, nowMs) : 'too-late',
    },
    createdAt: row.createdAt,
    cancelledAt: row.cancelledAt,
    asOf: row.vendorAsOf,
    sequence: row.sequence,
    flaggedAt: row.flaggedAt,
    replaces: row.replaces,
    replacedBy: row.replacedBy,
    change: row.replacedBy === null ? row.change : row.replacedChange,
    cancelFailedAt: isOpen && !row.isCancelling ? row.cancelAskedAt : null,
  };
}
