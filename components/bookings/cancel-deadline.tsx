import { CalendarX } from 'lucide-react';
import { useLocale, useMessages, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { BookingDto } from '@/lib/contract/bookings';
import { clockTime, shortDate } from '@/lib/format/time';
import { cityOf } from './booking-words';
import { TimeLeft } from './time-left';

/** Until when it may be given back: the moment on the place's clock, and in the last day what is left of it. */
export function CancelDeadline({ booking, nowMs }: { booking: BookingDto; nowMs: number }) {
  const t = useTranslations('bookings');
  const { timeLeft } = useMessages().bookings;
  const reading = { timeZone: booking.timeZone, locale: useLocale() };
  const { kind, until, allowed } = booking.cancellation;
  if (kind !== 'free-until' || until === null) {
    return <Notice icon={CalendarX}>{t(kind === 'never' ? 'cancellation.never' : 'cancellation.unknown')}</Notice>;
  }
  const words = {
    date: `${shortDate(until, reading, nowMs)}, ${clockTime(until, reading)}`,
    city: cityOf(booking),
  };
  if (allowed !== 'allowed') return <Notice icon={CalendarX}>{t('cancellation.over', words)}</Notice>;
  return (
    <Notice tone="positive" icon={CalendarX}>
      <p>{t('cancellation.freeUntil', words)}</p>
      <p className="empty:hidden">
        <TimeLeft untilMs={Date.parse(until)} serverNowMs={nowMs} words={timeLeft} />
      </p>
    </Notice>
  );
}
