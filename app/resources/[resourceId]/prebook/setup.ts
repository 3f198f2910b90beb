import { getLocale } from 'next-intl/server';
import { needsOf } from '@/components/bookings/detail-needs';
import type { PrebookPass, PrebookPlace } from '@/components/bookings/prebook-place';
import type { Draft } from '@/components/bookings/prebook-state';
import type { Session } from '@/lib/auth/session';
import { checkPhone } from '@/lib/contract/details';
import type { PassDto } from '@/lib/contract/passes';
import type { ResourceDto, TimesDto } from '@/lib/contract/resources';
import { addDays, localDateOf } from '@/lib/domain/place-time';
import { expiryDate } from '@/lib/format/time';
import { attempt, type Failure } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { passesForPlace } from '@/lib/server/passes-for-place';
import { candidateTimesOf } from '@/lib/server/resources';
import { runtime } from '@/lib/server/runtime';

/** A place that is shut for longer is not searched day by day: the traveller chooses a later one. */
const DAYS_TRIED = 7;

type Flow = {
  place: PrebookPlace;
  passes: [PrebookPass, ...PrebookPass[]];
  fresh: Draft;
  times: TimesDto;
  holder: string;
  nowMs: number;
};

export type PrebookAnswer =
  | { kind: 'ready'; flow: Flow }
  | { kind: 'notPossible' | 'noPass' | 'usedUp' | 'noDays' }
  | { kind: 'failed'; failure: Failure };

/** All that prebooking starts from, or the reason why it cannot start. */
export async function prebookSetup(caller: Caller, session: Session, place: ResourceDto): Promise<PrebookAnswer> {
  if (!place.prebookable) return { kind: 'notPossible' };
  const passes = attempt(caller, passesForPlace(caller, place));
  const [{ clock }, locale, held] = await Promise.all([runtime(), getLocale(), passes]);
  if (!held.value) return { kind: 'failed', failure: held.failure };
  const covering = held.value.passes;
  const [first, ...others] = usablePasses(covering, locale);
  if (!first) return { kind: covering.some((pass) => pass.status === 'used-up') ? 'usedUp' : 'noPass' };
  const nowMs = clock();
  const times = await attempt(caller, firstTimes(caller, place, nowMs));
  if (times.failure) return { kind: 'failed', failure: times.failure };
  if (!times.value) return { kind: 'noDays' };
  return {
    kind: 'ready',
    flow: {
      place: placeFor(place),
      passes: [first, ...others],
      times: times.value,
      nowMs,
      holder: `${session.firstName} ${session.lastName}`,
      fresh: {
        date: times.value.date,
        at: null,
        startsAt: null,
        party: { adults: 1, children: 0 },
        passId: first.passId,
        details: detailsOf(session),
      },
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

/** The first day that has times; null when none of the next ones has. */
async function firstTimes(caller: Caller, place: ResourceDto, nowMs: number): Promise<TimesDto | null> {
  const today = localDateOf(nowMs, place.timeZone);
  for (let day = 0; day < DAYS_TRIED; day += 1) {
    const times = await candidateTimesOf(caller, place.resourceId, addDays(today, day));
    if (times.times.length > 0) return times;
  }
  return null;
}

function placeFor(place: ResourceDto): PrebookPlace {
  const { resourceId, name, hubName, terminal, city, timeZone, maxParty, cancellation, conditions } = place;
  return {
    resourceId,
    name,
    where: [hubName, terminal].filter(Boolean).join(' · '),
    city: city || hubName || timeZone,
    timeZone,
    maxParty,
    needs: needsOf(place.requiredInfo),
    cancellation,
    conditions,
  };
}

/** What the partner told us of the traveller, to be typed over. A phone number comes whole, and is taken apart. */
function detailsOf({ firstName, lastName, email, phoneNumber }: Session): Record<string, string> {
  const phone = phoneNumber ? checkPhone('', phoneNumber).values : {};
  return { firstName, lastName, ...(email ? { email } : {}), ...phone };
}
