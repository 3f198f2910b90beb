import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { AsOf } from '@/app/_page/as-of';
import { BookingFacts } from '@/components/bookings/booking-facts';
import { bookingFace, isUnsettled } from '@/components/bookings/booking-groups';
import { BookingStateCard } from '@/components/bookings/booking-state-card';
import { VoucherTicket } from '@/components/bookings/voucher-ticket';
import { Notice } from '@/components/ui/notice';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { StayCurrent } from '@/components/ui/stay-current';
import type { BookingDto } from '@/lib/contract/bookings';
import { visitWindow } from '@/lib/domain/visit-window';

type Props = { booking: BookingDto; brand: { name: string; markUri: string | null }; nowMs: number };

/** The ticket of a booking that stands, else how it stands and what is booked. */
export async function Shown({ booking, brand, nowMs }: Props) {
  const t = await getTranslations('bookings');
  const face = bookingFace(booking, nowMs);
  const hasTicket = (face === 'confirmed' || face === 'cancelling') && booking.vouchers.length > 0;
  return (
    <>
      {isUnsettled(face) ? <RefreshWhile /> : <StayCurrent nowMs={nowMs} changesMs={nextChangeMs(booking, nowMs)} />}
      {face === 'cancelling' && (
        <Notice tone="warning" title={t('state.cancelling.title')}>
          {t('state.cancelling.text')}
        </Notice>
      )}
      {hasTicket ? (
        <VoucherTicket
          booking={booking}
          brand={brand}
          nowMs={nowMs}
          after={<StateCard booking={booking} face="past" nowMs={nowMs} />}
        />
      ) : (
        <>
          <BookingFacts booking={booking} nowMs={nowMs} />
          <StateCard
            booking={booking}
            face={face === 'confirmed' || face === 'cancelling' ? 'noCode' : face}
            nowMs={nowMs}
          />
        </>
      )}
      <AsOf at={booking.asOf} words="bookings" />
    </>
  );
}

function StateCard(props: Omit<ComponentProps<typeof BookingStateCard>, 'again'>) {
  const again = `/resources/${encodeURIComponent(props.booking.resourceId)}/prebook`;
  return <BookingStateCard {...props} again={again} />;
}

/** When the desk begins or ends to read the code, whichever is next. */
function nextChangeMs({ startsAt }: BookingDto, nowMs: number): number | null {
  const { opensMs, closesMs } = visitWindow(startsAt);
  return [opensMs, closesMs].find((ms) => ms > nowMs) ?? null;
}
