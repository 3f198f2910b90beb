import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { BookingDto } from '@/lib/contract/bookings';
import { shortDate } from '@/lib/format/time';
import type { BookingFace } from './booking-groups';
import { BookingStatusChip } from './booking-status-chip';

const REFUSALS = ['no_availability', 'hold_expired', 'not_entitled', 'not_made', 'invalid_request'] as const;

/** A booking without a code: why there is none, and what to do. `again` leads to a new booking at the same place. */
export function BookingStateCard({
  booking,
  face,
  nowMs,
  again,
}: {
  booking: BookingDto;
  face: Exclude<BookingFace, 'confirmed' | 'cancelling'> | 'noCode';
  nowMs: number;
  again: string;
}) {
  const t = useTranslations('bookings');
  const common = useTranslations('common');
  const reading = { timeZone: booking.timeZone, locale: useLocale() };
  const reason = REFUSALS.find((known) => known === booking.refusal);
  const isWaiting = face === 'checking' || face === 'pending' || face === 'noCode';
  const text =
    face === 'cancelled'
      ? booking.cancelledAt
        ? t('state.cancelled.text', { date: shortDate(booking.cancelledAt, reading, nowMs) })
        : t('state.cancelled.noDate')
      : t(`state.${face}.text`);
  return (
    <section className="grid justify-items-start gap-3 rounded-panel border border-line bg-surface-raised p-5">
      <BookingStatusChip face={face === 'noCode' ? 'confirmed' : face} />
      <p className="font-bold text-20">{t(`state.${face}.title`)}</p>
      <p className="text-ink-muted">{text}</p>
      {face === 'refused' && reason && <p>{t(`refusal.${reason}`)}</p>}
      {(face === 'checking' || face === 'pending') && <p className="text-ink-muted">{t(`state.${face}.next`)}</p>}
      {isWaiting && (
        <p className="tabular break-all text-13 text-ink-muted">
          {common('reference', { reference: booking.bookingId })}
        </p>
      )}
      {isWaiting ? (
        <ButtonLink href="/help" prefetch={false} size="small" variant="secondary">
          {t('help')}
        </ButtonLink>
      ) : (
        <ButtonLink href={again} prefetch={false} size="small" variant={face === 'refused' ? 'primary' : 'secondary'}>
          {t('again')}
        </ButtonLink>
      )}
    </section>
  );
}
