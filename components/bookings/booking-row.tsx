import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import type { BookingDto } from '@/lib/contract/bookings';
import { clockTime } from '@/lib/format/time';
import { type BookingFace, bookingFace } from './booking-groups';
import { BookingStatusChip } from './booking-status-chip';
import { cityOf, dayWords, whereOf } from './booking-words';

/** A booking in a list: day, time with its place, where, and how it stands. The next one to come wears the brand. */
export function BookingRow({
  booking,
  nowMs,
  isNext = false,
}: {
  booking: BookingDto;
  nowMs: number;
  isNext?: boolean;
}) {
  const t = useTranslations('bookings');
  const reading = { timeZone: booking.timeZone, locale: useLocale() };
  const face = bookingFace(booking, nowMs);
  const note = noteOf(booking, face);
  const quiet = cx('text-15', isNext ? 'opacity-85' : 'text-ink-muted');
  return (
    <Link
      href={`/bookings/${booking.bookingId}`}
      className={cx(
        'state-border grid grid-cols-[1fr_auto] items-center gap-3 rounded-card p-4',
        isNext ? 'on-brand bg-brand text-on-brand' : 'border border-line bg-surface-raised',
      )}
    >
      <span className="grid min-w-0 gap-0.5">
        <span className={quiet}>
          {dayWords(booking.startsAt, reading, nowMs, { today: t('today'), tomorrow: t('tomorrow') })}
        </span>
        <span className="tabular font-bold text-26">
          <time dateTime={booking.startsAt}>{clockTime(booking.startsAt, reading)}</time>{' '}
          <span className="font-semibold text-15 tracking-normal">{t('in', { city: cityOf(booking) })}</span>
        </span>
        <span className="font-bold">{booking.resourceName}</span>
        <span className={quiet}>{whereOf(booking)}</span>
        <span className={quiet}>{t('party', booking.party)}</span>
        <span className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <BookingStatusChip face={face} />
          {note && <span className={quiet}>{t(`rowNote.${note}`)}</span>}
        </span>
      </span>
      <ChevronRight aria-hidden size={20} strokeWidth={1.75} className="rtl:-scale-x-100" />
    </Link>
  );
}

/** What the status alone does not say, in a few words; the booking's page says it in full. */
function noteOf({ flaggedAt, change, replacedBy }: BookingDto, face: BookingFace) {
  if (face === 'cancelled') return change === 'done' && replacedBy !== null ? 'changed' : null;
  if (flaggedAt !== null) return 'told';
  if (face === 'refused' || face === 'used' || face === 'past') return null;
  if (change === 'both-stand') return 'bothStand';
  return change === 'waiting' ? 'changing' : null;
}
