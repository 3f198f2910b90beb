import { Building2, Navigation, Ticket } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { bookingFace } from '@/components/bookings/booking-groups';
import { BookingTrouble } from '@/components/bookings/booking-trouble';
import { CancelDeadline } from '@/components/bookings/cancel-deadline';
import { VoucherCode } from '@/components/bookings/voucher-ticket';
import { mapUrl } from '@/components/resources/map-url';
import { FullScreen } from '@/components/ui/full-screen';
import { RowLink } from '@/components/ui/row';
import type { BookingDto } from '@/lib/contract/bookings';
import { clockTime } from '@/lib/format/time';
import type { Caller } from '@/lib/server/caller';
import { findResource } from '@/lib/server/resources';
import { GiveBack } from './give-back';

/** Under the ticket: full screen, help, the place and the way there, the pass, and giving it back. */
export async function Under({ caller, booking, nowMs }: { caller: Caller; booking: BookingDto; nowMs: number }) {
  const [t, locale, place] = await Promise.all([
    getTranslations('bookings'),
    getLocale(),
    findResource(caller, booking.resourceId),
  ]);
  const map = place && mapUrl(place);
  const face = bookingFace(booking, nowMs);
  const stands = face === 'confirmed' || face === 'cancelling' || face === 'pending';
  const { vouchers } = booking;
  return (
    <>
      {stands && <CancelDeadline booking={booking} nowMs={nowMs} />}
      <div>
        {stands && face !== 'pending' && vouchers.length > 0 && (
          <FullScreen
            title={`${booking.holder.firstName} ${booking.holder.lastName}`}
            openLabel={t('fullScreen.open')}
            closeLabel={t('fullScreen.close')}
            hint={t('fullScreen.hint')}
          >
            {vouchers.map((voucher, index) => (
              <VoucherCode
                key={voucher.code}
                voucher={voucher}
                label={
                  vouchers.length > 1 ? t('panel.qrOf', { index: index + 1, count: vouchers.length }) : t('panel.qr')
                }
                hasCopy={false}
              />
            ))}
          </FullScreen>
        )}
        {stands && (
          <BookingTrouble
            support={caller.brand.support}
            time={clockTime(booking.startsAt, { timeZone: booking.timeZone, locale })}
          />
        )}
        {place && (
          <RowLink href={`/resources/${encodeURIComponent(booking.resourceId)}`} icon={Building2}>
            {t('place')}
          </RowLink>
        )}
        {map && (
          <RowLink href={map} icon={Navigation}>
            {t('directions')}
          </RowLink>
        )}
        <RowLink
          href={`/passes/${booking.passId}`}
          icon={Ticket}
          hint={stands ? t('visitsUsed', { count: booking.visitsUsed }) : undefined}
        >
          {t('pass')}
        </RowLink>
      </div>
      {(face === 'confirmed' || face === 'pending') && <GiveBack booking={booking} locale={locale} />}
    </>
  );
}
