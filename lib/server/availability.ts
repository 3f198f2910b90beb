import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Availability, AvailabilityBody } from '@/lib/contract/resources';
import { type Party, partySize } from '@/lib/domain/party';
import { coversResource } from '@/lib/domain/pass';
import { isoInZone } from '@/lib/domain/place-time';
import { type CandidateTime, candidateTimes } from '@/lib/domain/prebook-times';
import type { Price } from '@/lib/domain/price';
import type { Resource, ResourceDetails } from '@/lib/domain/resource';
import type { AvailabilityAnswer } from '@/lib/dragonpass/availability';
import { type BookingRow, listBookingsOfPass } from '@/lib/store/bookings';
import { endHoldsOfPass, findOpenHoldOfPass, type HoldRow, insertHold } from '@/lib/store/holds';
import { newId } from '@/lib/store/ids';
import type { PassRow } from '@/lib/store/passes';
import { type Caller, ownerOf, requireSession } from './caller';
import { catalogOf, requireDetails } from './catalog-of';
import { passView } from './dto/pass';
import { canPrebook } from './dto/resource';
import { AppError } from './errors';
import { isDragonPassError } from './errors-vendor';
import { freeTimesNear } from './free-times';
import { freshPass, rereadPass } from './pass-news';
import { ownPass } from './passes';
import { timeDto } from './resources';
import { runtime } from './runtime';
import { inTurn } from './turns';

/** A hold that ends sooner is not worth keeping when the vendor can be asked for a new one. */
const WORTH_KEEPING_MS = 3 * 60_000;
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
  const free = await freeTimesNear(caller.brand, question, times);
  return { available: false, alternatives: free.map((time) => timeDto(time, place.timeZone)) };
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

/**
 * The traveller's pass, if it can take the whole party to this place now. As last known, for the vendor decides about it with
 * the question itself; only a pass that would be refused is read again, as visits may have come back.
 */
async function usablePass(caller: Caller, passId: string, { place, party }: Question): Promise<PassRow> {
  const { store, clock } = await runtime();
  const bookings = await listBookingsOfPass(store.db, passId);
  const known = await ownPass(caller, passId);
  const whyNot = (row: PassRow) => reasonAgainst(row, bookings, { place, party }, clock());
  if (whyNot(known) === null) return known;
  const row = await freshPass(caller.brand, known, bookings);
  const why = whyNot(row);
  if (why === null) return row;
  throw new AppError('not_entitled', { fields: { passId: why } });
}

type Wanted = Pick<Question, 'place' | 'party'>;

function reasonAgainst(row: PassRow, bookings: readonly BookingRow[], { place, party }: Wanted, nowMs: number) {
  if (!row.vendor) return 'pass_not_usable';
  const { status, visits } = passView(row.id, row.vendor, bookings, nowMs, { readAt: row.vendorAsOf });
  if (status === 'used-up') return 'not_enough_visits';
  if (status !== 'active') return 'pass_not_usable';
  if (!coversResource(row.vendor, place)) return 'pass_not_valid_here';
  return visits.left < partySize(party) ? 'not_enough_visits' : null;
}

/** Null when the time is taken. */
async function ask(caller: Caller, question: Question, pass: PassRow | null): Promise<Availability | null> {
  if (pass === null) {
    const reply = await askVendor(caller, question, null);
    return reply.available ? { available: true, ...priced(reply.price), alternatives: [] } : null;
  }
  // One after the other for a pass, as each question ends what the one before has held.
  return inTurn(pass.id, () => askWithPass(caller, question, pass));
}

/**
 * The hold that the pass has, when it is for the very same: a second tab, or a page that was loaded again, must not end it.
 * Else the vendor is asked, and whatever was held before has ended.
 */
async function askWithPass(caller: Caller, question: Question, pass: PassRow): Promise<Availability | null> {
  const { store, clock } = await runtime();
  const owner = ownerOf(requireSession(caller));
  const open = await findOpenHoldOfPass(store.db, owner, pass.id, clock() + WORTH_KEEPING_MS);
  if (open && isFor(question, open)) return heldAnswer(open);
  let reply: AvailabilityAnswer;
  try {
    reply = await askVendor(caller, question, pass);
  } catch (error) {
    // Only a question that cannot have arrived leaves the earlier hold as it was.
    if (!isDragonPassError(error) || error.outcomeUnknown || error.kind === 'rejected') {
      await endHoldsOfPass(store.db, pass.id, clock());
    }
    // What we know of the pass was not enough to tell: the traveller is to see it as it is.
    if (isDragonPassError(error) && error.kind === 'rejected') await rereadPass(caller.brand, pass);
    throw error;
  }
  await endHoldsOfPass(store.db, pass.id, clock());
  if (!reply.available || reply.prebookingToken === null) return null;
  const { place, at, party } = question;
  const hold = await insertHold(store.db, owner, {
    id: newId('hd'),
    passId: pass.id,
    resourceId: place.resourceId,
    module: place.module,
    at,
    timeZone: place.timeZone,
    ...party,
    prebookingToken: reply.prebookingToken,
    price: reply.price,
    heldUntil: new Date(holdEnd(reply.validUntilMs, clock())).toISOString(),
    createdAt: new Date(clock()).toISOString(),
  });
  return heldAnswer(hold);
}

async function askVendor(caller: Caller, { place, at, party }: Question, pass: PassRow | null) {
  const { dragonpassFor } = await runtime();
  return dragonpassFor(caller.brand).checkAvailability({
    ...(pass?.vendor && { ePassId: pass.vendor.ePassId }),
    module: place.module,
    resourceId: place.resourceId,
    at,
    ...party,
    // Never made of the caller's own reference: a vendor that repeats its answers by id would hand out an earlier hold.
    requestId: randomUUID(),
  });
}

function isFor({ place, at, party }: Question, hold: HoldRow): boolean {
  const isSameParty = hold.adults === party.adults && hold.children === party.children;
  return hold.resourceId === place.resourceId && hold.at === at && isSameParty;
}

function heldAnswer({ id, heldUntil, timeZone, price }: HoldRow): Availability {
  const until = isoInZone(Date.parse(heldUntil), timeZone);
  return { available: true, holdId: id, heldUntil: until, ...priced(price), alternatives: [] };
}

function priced(price: Price | null): { price?: Price } {
  return price ? { price } : {};
}

function holdEnd(toldMs: number | null, nowMs: number): number {
  const isPlausible = toldMs !== null && toldMs > nowMs && toldMs <= nowMs + LONGEST_HOLD_MS;
  return isPlausible ? toldMs : nowMs + UNTOLD_HOLD_MS;
}
