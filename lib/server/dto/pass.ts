import 'server-only';
import type { PassDetail, PassDto } from '@/lib/contract/passes';
import { holdsVisits } from '@/lib/domain/booking';
import { isModule, LOUNGE, type Module } from '@/lib/domain/module';
import { type EPass, type PassStatus, passStatus, type Visits, visitsOf } from '@/lib/domain/pass';
import type { BookingRow } from '@/lib/store/bookings';
import type { PassRow } from '@/lib/store/passes';

export type PassView = { status: PassStatus; visits: Visits };

/** Visits that the traveller's open bookings of the pass have taken. */
export function reservedVisits(passId: string, bookings: readonly BookingRow[]): number {
  return bookings
    .filter((booking) => booking.passId === passId && holdsVisits(booking.status))
    .reduce((sum, booking) => sum + booking.visitsUsed, 0);
}

/** Status and visits of an issued pass, now. */
export function passView(passId: string, pass: EPass, bookings: readonly BookingRow[], nowMs: number): PassView {
  const visits = visitsOf(pass, reservedVisits(passId, bookings));
  return { status: passStatus(pass, visits, nowMs), visits };
}

export function passDto(row: PassRow, bookings: readonly BookingRow[], nowMs: number): PassDto {
  const { vendor } = row;
  if (!vendor) return requestedPassDto(row);
  return {
    ...ownFields(row),
    ...passView(row.id, vendor, bookings, nowMs),
    holder: { firstName: vendor.firstName, lastName: vendor.lastName },
    activatesAt: instant(vendor.activatesAt),
    expiresAt: instant(vendor.expiresAt),
    scope: { resourceIds: vendor.resourceIds },
    asOf: row.vendorAsOf ?? row.createdAt,
  };
}

/** The code is only told while it opens a door. */
export function passDetail(row: PassRow, bookings: readonly BookingRow[], nowMs: number): PassDetail {
  const dto = passDto(row, bookings, nowMs);
  return { ...dto, code: dto.status === 'active' ? (row.vendor?.ePassId ?? null) : null };
}

/** A pass that was asked for, and of which nobody knows yet whether it was issued. */
function requestedPassDto(row: PassRow): PassDto {
  const { request } = row;
  const total = request?.visits ?? 0;
  return {
    ...ownFields(row),
    status: 'pending',
    holder: { firstName: request?.firstName ?? '', lastName: request?.lastName ?? '' },
    activatesAt: null,
    expiresAt: instant(request?.expiresAt ?? null),
    visits: { total, used: 0, reserved: 0, left: total },
    scope: { resourceIds: request?.resourceIds ?? [] },
    asOf: row.createdAt,
  };
}

function ownFields(row: PassRow): Pick<PassDto, 'passId' | 'kind' | 'module' | 'title' | 'createdAt'> {
  return { passId: row.id, kind: 'e-pass', module: moduleOf(row.module), title: row.title, createdAt: row.createdAt };
}

/** The column holds nothing else; the type does not know. */
export function moduleOf(value: number): Module {
  return isModule(value) ? value : LOUNGE;
}

/** Whatever form the vendor wrote it in, one form for the browser. */
function instant(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
