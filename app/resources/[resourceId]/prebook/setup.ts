import { getLocale } from 'next-intl/server';
import { needsOf } from '@/components/bookings/detail-needs';
import type { PrebookFlowProps } from '@/components/bookings/prebook-flow';
import type { PrebookPass, PrebookPlace } from '@/components/bookings/prebook-place';
import { fitted } from '@/components/bookings/prebook-reducer';
import { ownerTag } from '@/lib/auth/owner-tag';
import type { Session } from '@/lib/auth/session';
import type { BookingDto } from '@/lib/contract/bookings';
import { checkPhone } from '@/lib/contract/details';
import type { PassDto } from '@/lib/contract/passes';
import type { ResourceDto, TimesDto } from '@/lib/contract/resources';
import { maxParty, partySize } from '@/lib/domain/party';
import { addDays, type LocalDate } from '@/lib/domain/place-time';
import { bookableDates } from '@/lib/domain/prebook-times';
import { expiryDate } from '@/lib/format/time';
import { attempt, type Failure } from '@/lib/server/attempt';
import { getBooking } from '@/lib/server/bookings';
import type { Caller } from '@/lib/server/caller';
import { passesForPlace } from '@/lib/server/passes-for-place';
import { candidateTimesOf } from '@/lib/server/resources';
import { runtime } from '@/lib/server/runtime';
import { type NoChange, noChange } from './change';

type Flow = Omit<PrebookFlowProps, 'change' | 'note'>;

export type PrebookAnswer =
  | { kind: 'ready'; flow: Flow; old: BookingDto | null }
  | { kind: 'notPossible' | 'noPass' | 'usedUp' | 'noDays' }
  | { kind: 'noChange'; why: NoChange; old: BookingDto }
  /** The booking that is to be replaced has all visits that are left. */
  | { kind: 'noneForBoth'; old: BookingDto }
  | { kind: 'failed'; failure: Failure };

/** All that prebooking starts from, or the reason why it cannot start. `changeId`: the booking to be replaced. */
export async function prebookSetup(
  caller: Caller,
  session: Session,
  place: ResourceDto,
  changeId: string | null,
): Promise<PrebookAnswer> {
  if (!place.prebookable) return { kind: 'notPossible' };
  const [{ clock }, locale, held, asked] = await Promise.all([
    runtime(),
    getLocale(),
    attempt(caller, passesForPlace(caller, place)),
    changeId ? attempt(caller, getBooking(caller, changeId)) : null,
  ]);
  if (!held.value) return { kind: 'failed', failure: held.failure };
  if (asked?.failure) return { kind: 'failed', failure: asked.failure };
  const old = asked?.value ?? null;
  const why = old && noChange(old);
  if (why) return { kind: 'noChange', why, old };
  const covering = held.value.passes;
  const passes = proposed(usablePasses(covering, locale), old);
  const [first] = passes;
  if (!first && old) return { kind: 'noneForBoth', old };
  if (!first) return { kind: covering.some((pass) => pass.status === 'used-up') ? 'usedUp' : 'noPass' };
  const nowMs = clock();
  const times = await attempt(caller, firstTimes(caller, place, nowMs, old?.at.slice(0, 10)));
  if (times.failure) return { kind: 'failed', failure: times.failure };
  if (!times.value) return { kind: 'noDays' };
  const flow = flowOf(session, { place, old, passes: [first, ...passes.slice(1)], times: times.value, nowMs });
  return { kind: 'ready', flow, old };
}

type Start = {
  place: ResourceDto;
  old: BookingDto | null;
  passes: PrebookFlowProps['passes'];
  times: TimesDto;
  nowMs: number;
};

function flowOf(session: Session, { place, old, passes, times, nowMs }: Start): Flow {
  const [first] = passes;
  const party = old?.party ?? { adults: 1, children: 0 };
  return {
    place: placeFor(place),
    passes,
    times,
    nowMs,
    holder: `${session.firstName} ${session.lastName}`,
    owner: ownerTag(session),
    fresh: {
      date: times.date,
      at: null,
      startsAt: null,
      party: fitted(party, maxParty(place.maxParty, first.left)),
      passId: first.passId,
      details: detailsOf(session),
    },
  };
}

/** The pass that would be lost first is proposed first. */
function usablePasses(passes: PassDto[], locale: string): PrebookPass[] {
  const endOf = (pass: PassDto) => (pass.expiresAt ? Date.parse(pass.expiresAt) : Number.POSITIVE_INFINITY);
  return passes
    .filter((pass) => pass.status === 'active' && pass.visits.left > 0)
    .sort((a, b) => endOf(a) - endOf(b))
    .map(({ passId, title, visits, expiresAt }) => ({
      passId,
      title,
      left: visits.left,
      expiresOn: expiresAt ? expiryDate(expiresAt, { timeZone: 'UTC', locale }) : '',
    }));
}

/** For a change first of all a pass that takes the whole party beside the old booking, and of these the old one's own. */
function proposed(passes: PrebookPass[], old: BookingDto | null): PrebookPass[] {
  if (!old) return passes;
  const rank = ({ passId, left }: PrebookPass) =>
    (left >= partySize(old.party) ? 0 : 2) + (passId === old.passId ? 0 : 1);
  return [...passes].sort((a, b) => rank(a) - rank(b));
}

/** The wanted day if it has times, else the first one that has; null when none has that can be booked. */
async function firstTimes(
  caller: Caller,
  place: ResourceDto,
  nowMs: number,
  wanted: LocalDate | undefined,
): Promise<TimesDto | null> {
  const { first, last } = bookableDates(place.timeZone, nowMs);
  const days = wanted ? [wanted] : [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  for (const day of days) {
    const times = await candidateTimesOf(caller, place.resourceId, day);
    if (times.times.length > 0) return times;
  }
  return null;
}

function placeFor(place: ResourceDto): PrebookPlace {
  const { resourceId, name, hubName, terminal, city, timeZone, maxParty, cancellation, conditions, entry } = place;
  return {
    resourceId,
    name,
    where: [hubName, terminal].filter(Boolean).join(' · '),
    city: city || hubName || timeZone,
    timeZone,
    maxParty,
    needs: needsOf(place.requiredInfo),
    cancellation,
    children: [...new Set([...(entry.adultsOnly ? [entry.adultsOnly] : []), ...entry.children])],
    conditions,
  };
}

/** What the partner told us of the traveller, to be typed over. A phone number comes whole, and is taken apart. */
function detailsOf({ firstName, lastName, email, phoneNumber }: Session): Record<string, string> {
  const phone = phoneNumber ? checkPhone('', phoneNumber).values : {};
  return { firstName, lastName, ...(email ? { email } : {}), ...phone };
}
