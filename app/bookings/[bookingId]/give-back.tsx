import { getMessages, getTranslations } from 'next-intl/server';
import { bookingFace } from '@/components/bookings/booking-groups';
import { cityOf } from '@/components/bookings/booking-words';
import { CancelBooking, type CancelBookingWords, type Cancellable } from '@/components/bookings/cancel-booking';
import { NotLoaded } from '@/components/ui/not-loaded';
import type { BookingDto } from '@/lib/contract/bookings';
import { pluralForms } from '@/lib/format/plural';
import { clockTime, shortDate } from '@/lib/format/time';

type Props = { booking: BookingDto; locale: string; nowMs: number };

/**
 * Offered while the server would take it, and where the place does not say; never a button that can only be refused. What is
 * open stays when that changes: a dialog that vanishes tells nobody why.
 */
export async function GiveBack({ booking, locale, nowMs }: Props) {
  const face = bookingFace(booking, nowMs);
  const canBeOpen = face === 'confirmed' || face === 'pending' || face === 'cancelling' || face === 'cancelled';
  if (!canBeOpen || booking.cancellation.kind === 'never') return null;
  const cancellable: Cancellable = {
    bookingId: booking.bookingId,
    passId: booking.passId,
    visits: booking.visitsUsed,
    limit: await limitOf({ booking, locale, nowMs }),
    closedBy: closedBy(booking),
    nowMs,
  };
  const words = await wordsOf({ booking, locale, nowMs });
  const notLoaded = <NotLoaded {...words.errors.offline} />;
  return <CancelBooking booking={cancellable} words={words} locale={locale} notLoaded={notLoaded} />;
}

function closedBy({ status, isCancelling, cancellation }: BookingDto): Cancellable['closedBy'] {
  if (status === 'cancelled' || isCancelling) return 'already_cancelled';
  const { allowed } = cancellation;
  return allowed === 'allowed' || allowed === 'ask-vendor' ? null : 'too_late_to_cancel';
}

async function limitOf({ booking, locale, nowMs }: Props): Promise<Cancellable['limit']> {
  const { until } = booking.cancellation;
  if (until === null) return null;
  const t = await getTranslations('bookings.cancellation');
  const reading = { timeZone: booking.timeZone, locale };
  const date = `${shortDate(until, reading, nowMs)}, ${clockTime(until, reading)}`;
  return { text: t('freeUntil', { date, city: cityOf(booking) }), untilMs: Date.parse(until) };
}

async function wordsOf({ booking, locale }: Props): Promise<CancelBookingWords> {
  const [t, common, { bookings, errors: allErrors }] = await Promise.all([
    getTranslations('bookings.cancel'),
    getTranslations('common'),
    getMessages(),
  ]);
  const { fields: _fields, ...errors } = allErrors;
  const visits = booking.visitsUsed;
  const isUnsure = booking.cancellation.allowed === 'ask-vendor';
  return {
    open: t('open'),
    title: t('title'),
    back: t('back', { count: visits }),
    unsure: isUnsure
      ? { text: t('unsure', { count: visits }), consent: t('consent'), missing: t('consentMissing') }
      : null,
    final: t('final'),
    confirm: t('confirm'),
    keep: t('keep'),
    busy: t('busy'),
    done: t('done'),
    doneBack: pluralForms((count) => t('doneBack', { count, left: '{left}', total: '{total}' }), locale),
    doneBackOnly: t('doneBackOnly'),
    checking: t('checking'),
    lost: t('lost'),
    kept: t('kept'),
    close: t('close'),
    left: bookings.timeLeft,
    reference: common.raw('reference'),
    errors,
  };
}
