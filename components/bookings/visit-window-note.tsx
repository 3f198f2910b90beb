import { CalendarClock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { BookingDto } from '@/lib/contract/bookings';
import { visitPhase, visitWindow } from '@/lib/domain/visit-window';
import { clockTime } from '@/lib/format/time';
import { cityOf, dayWords } from './booking-words';

/** Before the desk reads the code, from when; while it does, until when. On the place's clock. */
export function VisitWindowNote({ booking, nowMs }: { booking: BookingDto; nowMs: number }) {
  const t = useTranslations('bookings');
  const reading = { timeZone: booking.timeZone, locale: useLocale() };
  const { opensMs, closesMs } = visitWindow(booking.startsAt);
  const isEarly = visitPhase(booking.startsAt, nowMs) === 'before';
  const instant = new Date(isEarly ? opensMs : closesMs).toISOString();
  const day = dayWords(instant, reading, nowMs, { today: t('window.today'), tomorrow: t('window.tomorrow') });
  const time = t('inCity', { time: clockTime(instant, reading), city: cityOf(booking) });
  return (
    <p className="tabular mx-4.5 mb-3.5 flex items-start justify-center gap-2 text-15">
      <CalendarClock aria-hidden size={20} strokeWidth={1.75} className="mt-px shrink-0" />
      <span>{t(isEarly ? 'window.from' : 'window.until', { day, time })}</span>
    </p>
  );
}
