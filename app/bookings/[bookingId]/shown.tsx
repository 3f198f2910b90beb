import { getTranslations } from 'next-intl/server';
import { AsOf } from '@/app/_page/as-of';
import { BookingFacts } from '@/components/bookings/booking-facts';
import { bookingFace, isUnsettled } from '@/components/bookings/booking-groups';
import { BookingStateCard } from '@/components/bookings/booking-state-card';
import { VoucherTicket } from '@/components/bookings/voucher-ticket';
import { Notice } from '@/components/ui/notice';
import { RefreshWhile } from '@/components/ui/refresh-while';
import type { BookingDto } from '@/lib/contract/bookings';

/** The ticket of a booking that stands, else how it stands and what is booked. */
export async function Shown({ booking, brandName, nowMs }: { booking: BookingDto; brandName: string; nowMs: number }) {
  const t = await getTranslations('bookings');
  const face = bookingFace(booking, nowMs);
  const hasTicket = (face === 'confirmed' || face === 'cancelling') && booking.vouchers.length > 0;
  return (
    <>
      {isUnsettled(face) && <RefreshWhile />}
      {face === 'cancelling' && (
        <Notice tone="warning" title={t('state.cancelling.title')}>
          {t('state.cancelling.text')}
        </Notice>
      )}
      {hasTicket ? (
        <VoucherTicket booking={booking} brandName={brandName} nowMs={nowMs} />
      ) : (
        <>
          <BookingFacts booking={booking} nowMs={nowMs} />
          <BookingStateCard
            booking={booking}
            face={face === 'confirmed' || face === 'cancelling' ? 'noCode' : face}
            nowMs={nowMs}
            again={`/resources/${encodeURIComponent(booking.resourceId)}/prebook`}
          />
        </>
      )}
      <AsOf at={booking.asOf} words="bookings" />
    </>
  );
}
