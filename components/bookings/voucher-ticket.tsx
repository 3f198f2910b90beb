import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ShownUntil } from '@/components/ui/shown-until';
import { Ticket, TicketFacts, TicketMark } from '@/components/ui/ticket';
import type { BookingDto } from '@/lib/contract/bookings';
import { visitWindow } from '@/lib/domain/visit-window';
import { clockTime, longDate, zoneName } from '@/lib/format/time';
import { BookingStatusChip } from './booking-status-chip';
import { cityOf, whereOf } from './booking-words';
import { VisitWindowNote } from './visit-window-note';
import { VoucherCodes } from './voucher-codes';

/** The booking as staff see it: brand, voucher(s), name, date and time with the place's zone, place, network. */
export function VoucherTicket({
  booking,
  brand,
  nowMs,
  after,
}: {
  booking: BookingDto;
  brand: { name: string; markUri: string | null };
  nowMs: number;
  /** In place of the codes once the desk does not read them any more. */
  after: ReactNode;
}) {
  const t = useTranslations('bookings');
  return (
    <Ticket title={brand.name} badge={t('party', booking.party)}>
      <ShownUntil nowMs={nowMs} endsMs={visitWindow(booking.startsAt).closesMs} after={after}>
        <VoucherCodes booking={booking} />
        <VisitWindowNote booking={booking} nowMs={nowMs} />
      </ShownUntil>
      <Facts booking={booking} nowMs={nowMs} />
      <div className="pb-3 text-center">
        <BookingStatusChip face={booking.isCancelling ? 'cancelling' : booking.status} />
      </div>
      <TicketMark name={t('panel.mark')} src={brand.markUri} />
    </Ticket>
  );
}

function Facts({ booking, nowMs }: { booking: BookingDto; nowMs: number }) {
  const t = useTranslations('bookings');
  const reading = { timeZone: booking.timeZone, locale: useLocale() };
  const when = (
    <time dateTime={booking.startsAt} className="tabular">
      {longDate(booking.startsAt, reading, nowMs)},{' '}
      {t('inCity', { time: clockTime(booking.startsAt, reading), city: cityOf(booking) })}{' '}
      <span className="font-normal text-15">({zoneName(booking.startsAt, reading)})</span>
    </time>
  );
  const where = (
    <>
      {booking.resourceName}
      <span className="block font-normal text-15">{whereOf(booking)}</span>
    </>
  );
  return (
    <TicketFacts
      facts={[
        { label: t('panel.name'), value: `${booking.holder.firstName} ${booking.holder.lastName}` },
        { label: t('panel.when'), value: when },
        { label: t('panel.where'), value: where },
      ]}
    />
  );
}
