import { getMessages, getTranslations } from 'next-intl/server';
import { CancelBooking } from '@/components/bookings/cancel-booking';
import { NotLoaded } from '@/components/ui/not-loaded';
import type { BookingDto } from '@/lib/contract/bookings';
import { pluralForms } from '@/lib/format/plural';

/** Offered while the server would take it, and where the place does not say; never a button that can only be refused. */
export async function GiveBack({ booking, locale }: { booking: BookingDto; locale: string }) {
  const { allowed } = booking.cancellation;
  if (allowed === 'never' || allowed === 'too-late') return null;
  const [t, common, messages] = await Promise.all([
    getTranslations('bookings.cancel'),
    getTranslations('common'),
    getMessages(),
  ]);
  const { fields: _fields, ...errors } = messages.errors;
  const visits = booking.visitsUsed;
  const words = {
    open: t('open'),
    title: t('title'),
    back: t('back', { count: visits }),
    unsure: allowed === 'ask-vendor' ? t('unsure') : null,
    final: t('final'),
    confirm: t('confirm'),
    keep: t('keep'),
    busy: t('busy'),
    done: t('done'),
    doneBack: pluralForms((count) => t('doneBack', { count, left: '{left}', total: '{total}' }), locale),
    doneBackOnly: t('doneBackOnly'),
    checking: t('checking'),
    kept: t('kept'),
    close: t('close'),
    reference: common.raw('reference'),
    errors,
  };
  return (
    <CancelBooking
      booking={{ bookingId: booking.bookingId, passId: booking.passId, visits }}
      words={words}
      locale={locale}
      notLoaded={<NotLoaded {...errors.offline} />}
    />
  );
}
