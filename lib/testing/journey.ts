import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { POST as cancelBooking } from '@/app/api/bookings/[bookingId]/cancel/route';
import { GET as getBooking } from '@/app/api/bookings/[bookingId]/route';
import { POST as prebook } from '@/app/api/bookings/route';
import { GET as getPass } from '@/app/api/passes/[passId]/route';
import { POST as issuePass } from '@/app/api/passes/route';
import { POST as askAvailability } from '@/app/api/resources/[resourceId]/availability/route';
import type { Session } from '@/lib/auth/session';
import { type BookingDto, bookingSchema } from '@/lib/contract/bookings';
import { errorBodySchema } from '@/lib/contract/errors';
import { type PassDetail, passDetailSchema } from '@/lib/contract/passes';
import { availabilitySchema } from '@/lib/contract/resources';
import { get, newTraveller, post, type Reply } from '@/lib/testing/app';

/** When the visits of the tests are: a Wednesday morning at the place, three days ahead. */
export const VISIT_AT = '2026-11-25T10:30';
export const HOUR_MS = 3_600_000;
const DETAILS = { email: 'ada@example.com', transportNumber: 'ba 1394' };

export const errorOf = (reply: Reply) => errorBodySchema.parse(reply.body).error;

/** A new traveller with a pass: two lounge visits unless told. */
export async function traveller(offerId = 'lounge-pair'): Promise<{ as: Session; pass: PassDetail }> {
  const as = newTraveller();
  const reply = await post(issuePass, { as, body: { offerId } });
  return { as, pass: passDetailSchema.parse(reply.body) };
}

export type Ask = { passId?: string; at?: string; adults?: number; children?: number; resourceId?: string };

/** Asks about one adult at the lounge in Manchester unless told. */
export function ask(as: Session | undefined, { resourceId = 'N00001', ...body }: Ask): Promise<Reply> {
  const params = { resourceId };
  return post(askAvailability, { ...(as && { as }), params, body: { at: VISIT_AT, adults: 1, children: 0, ...body } });
}

export async function held(as: Session, about: Ask): Promise<string> {
  const { holdId } = availabilitySchema.parse((await ask(as, about)).body);
  if (!holdId) throw new Error('nothing was held');
  return holdId;
}

export function book(
  as: Session,
  holdId: string,
  more: { key?: string; details?: Record<string, string> } = {},
): Promise<Reply> {
  return post(prebook, { as, body: { holdId, details: more.details ?? DETAILS }, ...(more.key && { key: more.key }) });
}

/** A traveller with a booking the vendor took. */
export async function booked(
  offerId?: string,
  about: Ask = {},
): Promise<{ as: Session; pass: PassDetail; booking: BookingDto }> {
  const { as, pass } = await traveller(offerId);
  const reply = await book(as, await held(as, { passId: pass.passId, ...about }));
  expect(reply.status).toBe(201);
  return { as, pass, booking: bookingSchema.parse(reply.body) };
}

export async function bookingOf(as: Session, bookingId: string): Promise<BookingDto> {
  return bookingSchema.parse((await get(getBooking, { as, params: { bookingId } })).body);
}

export function cancel(as: Session, bookingId: string, key: string = randomUUID()): Promise<Reply> {
  return post(cancelBooking, { as, params: { bookingId }, key });
}

export async function visitsOf(as: Session, passId: string): Promise<PassDetail['visits']> {
  return passDetailSchema.parse((await get(getPass, { as, params: { passId } })).body).visits;
}
