import 'server-only';
import type { ActivityEntry } from '@/lib/contract/activity';
import type { PassDetail, PassDto } from '@/lib/contract/passes';
import { holdsVisits } from '@/lib/domain/booking';
import { isModule, LOUNGE, type Module } from '@/lib/domain/module';
import { type EPass, type PassFacts, type PassUse, passUse } from '@/lib/domain/pass';
import type { BookingRow } from '@/lib/store/bookings';
import type { PassRow } from '@/lib/store/passes';

/**
 * What is known beside the pass itself: what happened with it, newest first, the place where it is wanted, and when it was
 * read (ISO).
 */
export type PassContext = {
  history?: ActivityEntry[];
  place?: { module: Module; resourceId: string };
  readAt?: string | null;
};

/** Of more, the activity tells. */
const MOST_HISTORY = 20;

/** Visits that the traveller's open bookings of the pass have taken. */
export function reservedVisits(passId: string, bookings: readonly BookingRow[]): number {
  return bookings
    .filter((booking) => booking.passId === passId && holdsVisits(booking.status))
    .reduce((sum, booking) => sum + booking.visitsUsed, 0);
}

/** Visits of bookings that were asked for after the pass was read, and so cannot be in what it says. */
function unreadVisits(passId: string, bookings: readonly BookingRow[], readAt: string | null): number {
  if (readAt === null) return 0;
  const taking = bookings.filter(({ status }) => holdsVisits(status) || status === 'used');
  return taking
    .filter((booking) => booking.passId === passId && Date.parse(booking.createdAt) > Date.parse(readAt))
    .reduce((sum, booking) => sum + booking.visitsUsed, 0);
}

/** Visits that staff took back. */
function reversedVisits(history: readonly ActivityEntry[]): number {
  return history.filter(({ kind }) => kind === 'reversal').reduce((sum, { visits }) => sum - visits, 0);
}

/** Status and visits of an issued pass, now, and why it shows no code. */
export function passView(
  passId: string,
  pass: EPass,
  bookings: readonly BookingRow[],
  nowMs: number,
  { history = [], place, readAt = null }: PassContext = {},
): PassUse {
  const taken = { reserved: reservedVisits(passId, bookings), reversed: reversedVisits(history) };
  const usedVisits = pass.usedVisits + unreadVisits(passId, bookings, readAt);
  return passUse({ ...pass, usedVisits, state: 'issued' }, taken, nowMs, place);
}

export function passDto(row: PassRow, bookings: readonly BookingRow[], nowMs: number, context?: PassContext): PassDto {
  const { vendor } = row;
  if (!vendor) return requestedPassDto(row, nowMs);
  return {
    ...ownFields(row),
    ...passView(row.id, vendor, bookings, nowMs, { ...context, readAt: row.vendorAsOf }),
    holder: { firstName: vendor.firstName, lastName: vendor.lastName },
    activatesAt: instant(vendor.activatesAt),
    expiresAt: instant(vendor.expiresAt),
    scope: { resourceIds: vendor.resourceIds },
    asOf: row.vendorAsOf ?? row.createdAt,
  };
}

/** The code is only told while it opens a door. */
export function passDetail(
  row: PassRow,
  bookings: readonly BookingRow[],
  nowMs: number,
  context?: PassContext,
): PassDetail {
  const dto = passDto(row, bookings, nowMs, context);
  const code = dto.blockedBy === null ? (row.vendor?.ePassId ?? null) : null;
  return { ...dto, code, history: context?.history?.slice(0, MOST_HISTORY) ?? [] };
}

/** A pass that was asked for, and of which nobody knows yet whether it was issued. */
function requestedPassDto(row: PassRow, nowMs: number): PassDto {
  const { request } = row;
  const facts: PassFacts = {
    state: 'pending',
    module: moduleOf(row.module),
    resourceIds: request?.resourceIds ?? [],
    activatesAt: null,
    expiresAt: request?.expiresAt ?? null,
    isCancelled: false,
    totalVisits: request?.visits ?? 0,
    usedVisits: 0,
  };
  return {
    ...ownFields(row),
    ...passUse(facts, { reserved: 0, reversed: 0 }, nowMs),
    holder: { firstName: request?.firstName ?? '', lastName: request?.lastName ?? '' },
    activatesAt: null,
    expiresAt: instant(facts.expiresAt),
    scope: { resourceIds: facts.resourceIds },
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
