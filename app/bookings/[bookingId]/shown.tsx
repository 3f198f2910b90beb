import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AsOf } from '@/app/_page/as-of';
import { nextChangeMs } from '@/components/bookings/booking-clock';
import { BookingFacts } from '@/components/bookings/booking-facts';
import { type BookingFace, bookingFace, settling } from '@/components/bookings/booking-groups';
import { BookingStateCard } from '@/components/bookings/booking-state-card';
import { BookingTold } from '@/components/bookings/booking-told';
import { VoucherTicket } from '@/components/bookings/voucher-ticket';
import { AnnounceChange } from '@/components/ui/announce-change';
import { Notice } from '@/components/ui/notice';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { StayCurrent } from '@/components/ui/stay-current';
import type { BookingDto } from '@/lib/contract/bookings';
import type { Caller } from '@/lib/server/caller';
import { visitsOfPass } from '@/lib/server/pass-visits';
import { Change } from './change';

type Props = {
  caller: Caller;
  booking: BookingDto;
  brand: { name: string; markUri: string | null };
  nowMs: number;
};

/** Places take hours or days to confirm: the page looks again, and leaves the vendor alone in between. */
const SLOWLY = { firstMs: 10_000, longestMs: 5 * 60_000 };

/** The ticket of a booking that stands, else how it stands and what is booked. */
export async function Shown(props: Props) {
  const { caller, booking, brand, nowMs } = props;
  const t = await getTranslations('bookings');
  const face = bookingFace(booking, nowMs);
  const pace = settling(booking, nowMs);
  return (
    <>
      {pace && <RefreshWhile {...(pace === 'slowly' ? SLOWLY : {})} />}
      <StayCurrent nowMs={nowMs} changesMs={nextChangeMs([booking], nowMs)} />
      <AnnounceChange text={t('hasChanged', { status: t(`status.${face}`) })} />
      {face === 'cancelling' && (
        <Notice tone="warning" title={t('state.cancelling.title')}>
          {t('state.cancelling.text')}
        </Notice>
      )}
      <BookingTold booking={booking} brandName={brand.name} nowMs={nowMs} />
      <Change caller={caller} booking={booking} nowMs={nowMs} />
      <TicketOrState {...props} face={face} />
      <AsOf at={booking.asOf} words="bookings" />
    </>
  );
}

function TicketOrState({ caller, booking, brand, nowMs, face }: Props & { face: BookingFace }) {
  const again = `/resources/${encodeURIComponent(booking.resourceId)}/prebook`;
  const card = (shown: Parameters<typeof BookingStateCard>[0]['face'], children?: ReactNode) => (
    <BookingStateCard booking={booking} face={shown} nowMs={nowMs} again={again}>
      {children}
    </BookingStateCard>
  );
  const stands = face === 'confirmed' || face === 'cancelling';
  if (stands && booking.vouchers.length > 0) {
    return <VoucherTicket booking={booking} brand={brand} nowMs={nowMs} after={card('past')} />;
  }
  return (
    <>
      <BookingFacts booking={booking} nowMs={nowMs} />
      {card(stands ? 'noCode' : face, face === 'cancelled' && <GivenBack caller={caller} booking={booking} />)}
    </>
  );
}

/** What came back to the pass, as the pass itself now says; without an answer no number is claimed. */
async function GivenBack({ caller, booking }: { caller: Caller; booking: BookingDto }) {
  const [t, visits] = await Promise.all([
    getTranslations('bookings.state.cancelled'),
    visitsOfPass(caller, booking.passId),
  ]);
  if (!visits) return null;
  return <p className="font-semibold">{t('back', { ...visits, count: booking.visitsUsed })}</p>;
}
