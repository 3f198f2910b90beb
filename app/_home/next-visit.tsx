import { getLocale, getTranslations } from 'next-intl/server';
import { NextVisitCard, type NextVisitView } from '@/components/hubs/next-visit';
import { chooseNextVisit } from '@/components/hubs/next-visit-choice';
import type { BookingDto } from '@/lib/contract/bookings';
import type { PassDto } from '@/lib/contract/passes';
import { terminalName } from '@/lib/format/terminals';
import { clockTime, daysFrom, expiryDate, shortDate } from '@/lib/format/time';
import { attempt } from '@/lib/server/attempt';
import { listBookings } from '@/lib/server/bookings';
import type { Caller } from '@/lib/server/caller';
import { listPasses } from '@/lib/server/passes';

/** The traveller's next booking or pass; nothing for strangers, and nothing when it cannot be read just now. */
export async function NextVisit({ caller, nowMs }: { caller: Caller; nowMs: number }) {
  if (!caller.session) return null;
  const [bookings, passes] = await Promise.all([
    attempt(caller, listBookings(caller)),
    attempt(caller, listPasses(caller)),
  ]);
  const next = chooseNextVisit(bookings.value?.bookings ?? [], passes.value?.passes ?? [], nowMs);
  if (!next) return null;
  const t = await getTranslations('home');
  const view = next.kind === 'booking' ? await bookingView(next.booking, nowMs) : await passView(next.pass);
  return <NextVisitCard title={next.kind === 'booking' ? t('nextVisit') : t('yourPass')} view={view} />;
}

async function bookingView(booking: BookingDto, nowMs: number): Promise<NextVisitView> {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  const { timeZone, startsAt } = booking;
  const days = daysFrom(nowMs, startsAt, timeZone);
  const day = days === 0 ? t('today') : days === 1 ? t('tomorrow') : shortDate(startsAt, { timeZone, locale }, nowMs);
  const place = [booking.city ?? booking.hubName, terminalName(booking.terminal)].filter(Boolean).join(' ');
  const news = booking.status === 'checking' ? t('checking') : booking.status === 'pending' ? t('pending') : null;
  return {
    href: `/bookings/${booking.bookingId}`,
    over: [day, place].filter(Boolean).join(' · '),
    title: clockTime(startsAt, { timeZone, locale }),
    under: news ?? booking.resourceName,
    action: news ? '' : t('showQr'),
    hasCode: news === null,
  };
}

async function passView(pass: PassDto): Promise<NextVisitView> {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  return {
    href: `/passes/${pass.passId}`,
    over: pass.title,
    title: t('visitsLeft', { count: pass.visits.left }),
    under: pass.expiresAt ? t('passUntil', { date: expiryDate(pass.expiresAt, { timeZone: 'UTC', locale }) }) : '',
    action: t('showQr'),
    hasCode: true,
  };
}
