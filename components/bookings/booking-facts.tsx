import { useLocale, useTranslations } from 'next-intl';
import type { BookingDto } from '@/lib/contract/bookings';
import { clockTime, longDate, zoneName } from '@/lib/format/time';
import { cityOf, whereOf } from './booking-words';

/** What is booked, for a booking that shows no ticket. */
export function BookingFacts({ booking, nowMs }: { booking: BookingDto; nowMs: number }) {
  const t = useTranslations('bookings');
  const reading = { timeZone: booking.timeZone, locale: useLocale() };
  return (
    <div className="grid gap-1">
      <p className="font-bold text-26">{booking.resourceName}</p>
      <p className="text-ink-muted">{whereOf(booking)}</p>
      <p className="tabular mt-1">
        <time dateTime={booking.startsAt}>
          {longDate(booking.startsAt, reading, nowMs)},{' '}
          {t('inCity', { time: clockTime(booking.startsAt, reading), city: cityOf(booking) })} (
          {zoneName(booking.startsAt, reading)})
        </time>
      </p>
      <p>{t('party', booking.party)}</p>
    </div>
  );
}
