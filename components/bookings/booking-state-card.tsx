import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import type { BookingDto } from '@/lib/contract/bookings';
import { shortDate } from '@/lib/format/time';
import type { BookingFace } from './booking-groups';
import { BookingStatusChip } from './booking-status-chip';

const REFUSALS = [
  'no_availability',
  'hold_expired',
  'not_entitled',
  'not_made',
  'declined',
  'invalid_request',
] as const;

/** A booking without a code: why there is none, and what to do. `again` leads to a new booking at the same place. */
export function BookingStateCard({
  booking,
  face,
  nowMs,
  again,
  children,
}: {
  booking: BookingDto;
  face: Exclude<BookingFace, 'confirmed' | 'cancelling'> | 'noCode';
  nowMs: number;
  again: string;
  /** What else is known, between the words and the next step. */
  children?: ReactNode;
}) {
  const t = useTranslations('bookings');
  const common = useTranslations('common');
  const isWaiting = face === 'checking' || face === 'pending' || face === 'noCode';
  return (
    <section className="grid justify-items-start gap-3 rounded-panel border border-line bg-surface-raised p-5">
      <BookingStatusChip face={face === 'noCode' ? 'confirmed' : face} />
      <p className="font-bold text-20">{t(`state.${face}.title`)}</p>
      <p className="text-ink-muted">
        <StateText booking={booking} face={face} nowMs={nowMs} />
      </p>
      {(face === 'checking' || face === 'pending') && <p className="text-ink-muted">{t(`state.${face}.next`)}</p>}
      {children}
      {isWaiting && booking.flaggedAt === null && (
        <p className="tabular break-all text-13 text-ink-muted">
          {common('reference', { reference: booking.bookingId })}
        </p>
      )}
      {isWaiting ? (
        <ButtonLink href="/help" prefetch={false} size="small" variant="secondary">
          {t('help')}
        </ButtonLink>
      ) : (
        <NextStep booking={booking} face={face} again={again} />
      )}
    </section>
  );
}

type Shown = { booking: BookingDto; face: Exclude<BookingFace, 'confirmed' | 'cancelling'> | 'noCode' };

function StateText({ booking, face, nowMs }: Shown & { nowMs: number }) {
  const t = useTranslations('bookings');
  const reading = { timeZone: booking.timeZone, locale: useLocale() };
  if (face === 'refused') return t(`refusal.${REFUSALS.find((known) => known === booking.refusal) ?? 'other'}`);
  if (face !== 'cancelled') return t(`state.${face}.text`);
  return booking.cancelledAt === null
    ? t('state.cancelled.noDate')
    : t('state.cancelled.text', { date: shortDate(booking.cancelledAt, reading, nowMs) });
}

/** A pass that does not cover the visit will not cover it at another time either. */
function NextStep({ booking, face, again }: Shown & { again: string }) {
  const t = useTranslations('bookings');
  const isPassAtFault = face === 'refused' && booking.refusal === 'not_entitled';
  const [href, text] = isPassAtFault
    ? ['/passes', t('seePasses')]
    : [again, t(face === 'refused' ? 'again' : 'bookAnother')];
  return (
    <ButtonLink href={href} prefetch={false} size="small" variant={face === 'refused' ? 'primary' : 'secondary'}>
      {text}
    </ButtonLink>
  );
}
