import 'server-only';
import type { RefusalBody, RefusalDto } from '@/lib/contract/refusals';
import { withoutCodes } from '@/lib/domain/refusal';
import { listBookingsOfPass } from '@/lib/store/bookings';
import { newId } from '@/lib/store/ids';
import { withOwnerLock } from '@/lib/store/owner';
import { findPass } from '@/lib/store/passes';
import { findRefusal, insertRefusal, type NewRefusal, type RefusalRow } from '@/lib/store/refusals';
import { Answer } from './answer';
import { ownBooking } from './bookings';
import { brandEvent } from './brand-event';
import { type Caller, ownerOf, requireSession } from './caller';
import { catalogOf, requireResource } from './catalog-of';
import { AppError, isAppError } from './errors';
import { ownPass } from './passes';
import { runtime } from './runtime';

/** How much a device's clock may run ahead. */
const AHEAD_MS = 5 * 60_000;
const LONGEST_AGO_MS = 30 * 86_400_000;

type Place = Pick<NewRefusal, 'resourceId' | 'placeName' | 'hub' | 'terminal'>;

export const newRefusalId = () => newId('rf');

/**
 * Keeps that the traveller was turned away, and tells the brand. No visit is taken, no booking changed, and the vendor is
 * asked nothing.
 * @throws AppError `not_found`, also for somebody else's pass or booking; `invalid_request` for a place nobody knows and
 *   for a time ahead or more than 30 days ago
 */
export async function recordRefusal(
  caller: Caller,
  passId: string,
  body: RefusalBody,
  refusalId: string,
): Promise<Answer<RefusalDto>> {
  const owner = ownerOf(requireSession(caller));
  const { store, clock } = await runtime();
  const nowMs = clock();
  const pass = await ownPass(caller, passId);
  const refusal: NewRefusal = {
    id: refusalId,
    passId,
    bookingId: body.bookingId ?? null,
    ...(await placeOf(caller, passId, body)),
    happenedAt: momentOf(body.happenedAt, nowMs),
    reason: body.reason,
    words: body.words,
    createdAt: new Date(nowMs).toISOString(),
  };
  const { id, createdAt: _createdAt, ...told } = refusal;
  const bookings = await listBookingsOfPass(store.db, passId);
  const codes = [pass.vendor?.ePassId ?? '', ...bookings.flatMap(({ vouchers }) => vouchers.map(({ code }) => code))];
  const words = withoutCodes(told.words, codes);
  const placeName = withoutCodes(told.placeName, codes);
  const data = { refusalId: id, offerId: pass.offerId, ...told, placeName, words };
  const event = await brandEvent(owner, { type: 'door.refused', data }, nowMs);
  const row = await withOwnerLock(store.db, owner, async (tx) => {
    // An erasing that came first has taken the pass: nothing of the traveller may be written after it.
    if (!(await findPass(tx, owner, passId))) throw new AppError('not_found');
    return insertRefusal(tx, owner, refusal, event);
  });
  return new Answer(refusalDto(row), { status: 201 });
}

/** What a first request with the same key has kept, for a repeat of it. */
export async function recordedRefusal(caller: Caller, refusalId: string): Promise<Answer<RefusalDto> | null> {
  const { store } = await runtime();
  const row = await findRefusal(store.db, ownerOf(requireSession(caller)), refusalId);
  return row && new Answer(refusalDto(row), { status: 201 });
}

export function refusalDto(row: RefusalRow): RefusalDto {
  const { id, brandId: _brand, clientUserId: _client, ...fields } = row;
  return { refusalId: id, ...fields };
}

async function placeOf(caller: Caller, passId: string, body: RefusalBody): Promise<Place> {
  if (body.bookingId !== undefined) {
    const booking = await ownBooking(caller, body.bookingId);
    if (booking.passId !== passId) throw new AppError('not_found');
    const { resourceId, resourceName, hub, terminal } = booking;
    return { resourceId, placeName: resourceName, hub, terminal };
  }
  const inWords = { resourceId: null, placeName: body.placeName ?? '', hub: null, terminal: null };
  return body.resourceId === undefined ? inWords : knownPlace(caller, body.resourceId, body.placeName);
}

/** A place by its id. While there is no catalogue the id stands for itself: a door is no place to be told to try later. */
async function knownPlace(caller: Caller, resourceId: string, placeName = resourceId): Promise<Place> {
  try {
    const { catalog } = await catalogOf(caller);
    const { name, terminal, vendorHubId } = requireResource(caller, catalog, resourceId);
    return { resourceId, placeName: name, hub: catalog.hub(vendorHubId)?.hub ?? null, terminal };
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'not_found') throw new AppError('invalid_request', { fields: { resourceId: 'unknown_value' } });
    return { resourceId, placeName, hub: null, terminal: null };
  }
}

function momentOf(happenedAt: string | undefined, nowMs: number): string {
  const ms = happenedAt === undefined ? nowMs : Date.parse(happenedAt);
  if (ms > nowMs + AHEAD_MS) throw new AppError('invalid_request', { fields: { happenedAt: 'too_large' } });
  if (ms < nowMs - LONGEST_AGO_MS) throw new AppError('invalid_request', { fields: { happenedAt: 'too_small' } });
  return new Date(Math.min(ms, nowMs)).toISOString();
}
