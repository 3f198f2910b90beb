import { Headset } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { BookingDto } from '@/lib/contract/bookings';
import { clockTime, shortDate } from '@/lib/format/time';
import { cityOf } from './booking-words';

/** That the brand's people know of a booking nobody can tell the state of, or that waits too long. */
export function BookingTold({ booking, brandName, nowMs }: { booking: BookingDto; brandName: string; nowMs: number }) {
  const t = useTranslations('bookings');
  const common = useTranslations('common');
  const reading = { timeZone: booking.timeZone, locale: useLocale() };
  const { flaggedAt } = booking;
  if (flaggedAt === null) return null;
  const time = t('inCity', { time: clockTime(flaggedAt, reading), city: cityOf(booking) });
  return (
    <Notice tone="warning" icon={Headset} title={t('told.title', { brand: brandName })}>
      <p>{t(`told.${reasonOf(booking)}`)}</p>
      <p>{t('told.since', { brand: brandName, date: shortDate(flaggedAt, reading, nowMs), time })}</p>
      <p className="tabular break-all font-normal text-13">{common('reference', { reference: booking.bookingId })}</p>
    </Notice>
  );
}

function reasonOf({ status, isCancelling }: BookingDto) {
  if (isCancelling || status === 'checking') return 'unsettled';
  return status === 'pending' ? 'pending' : 'other';
}
