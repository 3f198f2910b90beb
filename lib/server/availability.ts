import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Availability, AvailabilityBody } from '@/lib/contract/resources';
import { type Party, partySize } from '@/lib/domain/party';
import { coversResource } from '@/lib/domain/pass';
import { isoInZone } from '@/lib/domain/place-time';
import { type CandidateTime, candidateTimes, nearestTimes } from '@/lib/domain/prebook-times';
import type { Resource, ResourceDetails } from '@/lib/domain/resource';
import { listBookingsOfPass } from '@/lib/store/bookings';
import { endHoldsOfPass, insertHold } from '@/lib/store/holds';
import { newId } from '@/lib/store/ids';
import type { PassRow } from '@/lib/store/passes';
import { inParallel } from './bounded';
import { type Caller, ownerOf, requireSession } from './caller';
import { catalogOf, requireDetails } from './catalog-of';
import { passView } from './dto/pass';
import { canPrebook } from './dto/resource';
import { AppError } from './errors';
import { isDragonPassError } from './errors-vendor';
import { freshPass } from './pass-news';
import { ownPass } from './passes';
import { timeDto } from './resources';
import { runtime } from './runtime';

/** Other times asked about when the wanted one is taken, and how many of them at once. */
const ALTERNATIVES = 6;
const WIDTH = 3;
/**
 * Life of a hold whose end the vendor did not tell, or told as no time a hold can end at [inferred]: short, as a promise
 * we may not keep is worse.
 */
const UNTOLD_HOLD_MS = 5 * 60_000;
/** Holds are for the minutes that booking takes; a later end is a mistake, and would keep an unknown outcome open as long. */
const LONGEST_HOLD_MS = 24 * 3_600_000;

type Place = Resource & { details: ResourceDetails };
type Question = { place: Place; at: string; party: Party };

/**
 * Asks the vendor about one time. With a pass the place is held for it and its earlier hold ends; without one this is
 * information only. When the time is taken, the nearest free ones are offered.
 * @throws AppError `invalid_request` (a time that is never offered, a party too large), `no_availability` (a place that
 *   takes no bookings), `not_entitled` (the pass), `not_found`, `vendor_unavailable`
 */
export async function checkAvailability(
  caller: Caller,
  resourceId: string,
  body: AvailabilityBody,
): Promise<Availability> {
  const { catalog } = await catalogOf(caller);
  if (body.passId !== undefined) requireSession(caller);
  const place = await requireDetails(caller, catalog, resourceId);
  const question: Question = { place, at: body.at, party: { adults: body.adults, children: body.children } };
  const times = await offeredTimes(question);
  const pass = body.passId === undefined ? null : await usablePass(caller, body.passId, question);
  const isOpen = times.some((time) => time.at === body.at);
  const answer = isOpen ? await ask(caller, question, pass) : null;
  if (answer) return answer;
  return { available: false, alternatives: await freeTimesNear(caller, question, times) };
}

/** Times of that day the place is open at. @throws AppError for one that can never be booked */
async function offeredTimes({ place, at, party }: Question): Promise<CandidateTime[]> {
  const { clock } = await runtime();
  const { timeZone, details } = place;
  if (!canPrebook(place)) throw new AppError('no_availability', { fields: { resourceId: 'not_prebookable' } });
  if (partySize(party) > details.maxParty) {
    throw new AppError('invalid_request', { fields: { adults: 'party_too_large' } });
  }
  const date = at.slice(0, 10);
  const onTheGrid = candidateTimes({ kind: 'unknown' }, timeZone, date, clock());
  if (!onTheGrid.some((time) => time.at === at)) {
    throw new AppError('invalid_request', { fields: { at: 'time_not_offered' } });
  }
  return candidateTimes(details.hours, timeZone, date, clock());
}

/** The traveller's pass, if it can take the whole party to this place now. */
async function usablePass(caller: Caller, passId: string, { place, party }: Question): Promise<PassRow> {
  const { store, clock } = await runtime();
  const bookings = await listBookingsOfPass(store.db, passId);
  const row = await freshPass(caller.brand, await ownPass(caller, passId), bookings);
  const refuse = (why: string) => new AppError('not_entitled', { fields: { passId: why } });
  if (!row.vendor) throw refuse('pass_not_usable');
  const { status, visits } = passView(passId, row.vendor, bookings, clock());
  if (status === 'used-up') throw refuse('not_enough_visits');
  if (status !== 'active') throw refuse('pass_not_usable');
  if (!coversResource(row.vendor, place)) throw refuse('pass_not_valid_here');
  if (visits.left < partySize(party)) throw refuse('not_enough_visits');
  return row;
}

/** Null when the time is taken. */
async function ask(caller: Caller, question: Question, pass: PassRow | null): Promise<Availability | null> {
  const { store, clock, dragonpassFor } = await runtime();
  const { place, at, party } = question;
  // Whatever the answer, the vendor gives up the pass's earlier hold when it is asked with the pass.
  if (pass) await endHoldsOfPass(store.db, pass.id, clock());
  const reply = await dragonpassFor(caller.brand).checkAvailability({
    ...(pass?.vendor && { ePassId: pass.vendor.ePassId }),
    module: place.module,
    resourceId: place.resourceId,
    at,
    ...party,
    // Never made of the caller's own reference: a vendor that repeats its answers by id would hand out an earlier hold.
    requestId: randomUUID(),
  });
  if (!reply.available) return null;
  const price = reply.price ? { price: reply.price } : {};
  if (!pass || reply.prebookingToken === null) return { available: true, ...price, alternatives: [] };
  const heldUntilMs = holdEnd(reply.validUntilMs, clock());
  const hold = await insertHold(store.db, ownerOf(requireSession(caller)), {
    id: newId('hd'),
    passId: pass.id,
    resourceId: place.resourceId,
    module: place.module,
    at,
    timeZone: place.timeZone,
    ...party,
    prebookingToken: reply.prebookingToken,
    heldUntil: new Date(heldUntilMs).toISOString(),
    createdAt: new Date(clock()).toISOString(),
  });
  const heldUntil = isoInZone(heldUntilMs, place.timeZone);
  return { available: true, holdId: hold.id, heldUntil, ...price, alternatives: [] };
}

function holdEnd(toldMs: number | null, nowMs: number): number {
  const isPlausible = toldMs !== null && toldMs > nowMs && toldMs <= nowMs + LONGEST_HOLD_MS;
  return isPlausible ? toldMs : nowMs + UNTOLD_HOLD_MS;
}

/** Asked without the pass, so that nothing is held. A question that fails only means one suggestion less. */
async function freeTimesNear(caller: Caller, question: Question, times: CandidateTime[]) {
  const { dragonpassFor } = await runtime();
  const { place, at, party } = question;
  const near = nearestTimes(times, at, place.timeZone, ALTERNATIVES);
  const answers = await inParallel(near, WIDTH, async (time) => {
    const { module, resourceId } = place;
    const asked = { module, resourceId, at: time.at, ...party, requestId: randomUUID() };
    try {
      return (await dragonpassFor(caller.brand).checkAvailability(asked)).available ? [time] : [];
    } catch (error) {
      if (isDragonPassError(error)) return [];
      throw error;
    }
  });
  return answers.flat().map((time) => timeDto(time, place.timeZone));
}
