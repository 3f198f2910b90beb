import { ClockAlert } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { cityOf, dayWords } from '@/components/bookings/booking-words';
import { contactLinks } from '@/components/ui/contact-links';
import { Disclosure } from '@/components/ui/row';
import type { Brand } from '@/lib/brand/schema';
import type { BookingDto } from '@/lib/contract/bookings';
import type { ResourceDto } from '@/lib/contract/resources';
import { visitWindow } from '@/lib/domain/visit-window';
import { clockTime, shortDate } from '@/lib/format/time';

/** What is known for somebody who will be late: until when the code is read, the place's own rules, whom to ask. */
export async function IfLate({
  booking,
  place,
  support,
  nowMs,
}: {
  booking: BookingDto;
  place: ResourceDto | null;
  support: Brand['support'];
  nowMs: number;
}) {
  const [t, locale] = await Promise.all([getTranslations('bookings'), getLocale()]);
  const reading = { timeZone: booking.timeZone, locale };
  const closesAt = new Date(visitWindow(booking.startsAt).closesMs).toISOString();
  const day = dayWords(closesAt, reading, nowMs, { today: t('window.today'), tomorrow: t('window.tomorrow') });
  const time = t('inCity', { time: clockTime(closesAt, reading), city: cityOf(booking) });
  const { until, allowed } = booking.cancellation;
  const limit = until && `${shortDate(until, reading, nowMs)}, ${clockTime(until, reading)}`;
  return (
    <Disclosure icon={ClockAlert} title={t('late.title')}>
      <p>{t('late.until', { day, time })}</p>
      {allowed === 'allowed' && limit && <p>{t('late.cancel', { date: limit, city: cityOf(booking) })}</p>}
      {place?.conditions ? (
        <section>
          <h3 className="font-bold">{t('late.rules')}</h3>
          <blockquote className="wrap-anywhere mt-1 whitespace-pre-line border-accent border-s-4 ps-3.5 text-15">
            {place.conditions}
          </blockquote>
        </section>
      ) : (
        <p>{t('late.noRules')}</p>
      )}
      <p className="text-15 text-ink-muted">{t.rich('late.ask', { ...support, ...contactLinks(support) })}</p>
    </Disclosure>
  );
}
