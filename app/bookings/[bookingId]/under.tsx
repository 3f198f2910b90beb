import { Building2, Maximize, Navigation, Printer, Ticket } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { Door } from '@/app/_page/door';
import { Wallets } from '@/app/_page/wallets';
import { bookingFace } from '@/components/bookings/booking-groups';
import { CancelDeadline } from '@/components/bookings/cancel-deadline';
import { VoucherCodes } from '@/components/bookings/voucher-codes';
import { mapUrl } from '@/components/resources/map-url';
import { FullScreen } from '@/components/ui/full-screen';
import { PrintButton } from '@/components/ui/print-button';
import { RowInside, RowLink } from '@/components/ui/row';
import { ShownUntil } from '@/components/ui/shown-until';
import type { BookingDto } from '@/lib/contract/bookings';
import { visitWindow } from '@/lib/domain/visit-window';
import { clockTime } from '@/lib/format/time';
import type { Caller } from '@/lib/server/caller';
import { scopeOfPass } from '@/lib/server/passes';
import { findResource } from '@/lib/server/resources';
import { GiveBack } from './give-back';

type Props = { caller: Caller; booking: BookingDto; isWalletLater: boolean; nowMs: number };

/** Under the ticket: full screen, help, the place and the way there, the pass, and giving it back. */
export async function Under({ caller, booking, isWalletLater, nowMs }: Props) {
  const [t, locale, place, pass] = await Promise.all([
    getTranslations('bookings'),
    getLocale(),
    findResource(caller, booking.resourceId),
    scopeOfPass(caller, booking.passId),
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
            opener={<RowInside icon={Maximize}>{t('fullScreen.open')}</RowInside>}
            closeLabel={t('fullScreen.close')}
            hint={t('fullScreen.hint')}
          >
            <ShownUntil
              nowMs={nowMs}
              endsMs={visitWindow(booking.startsAt).closesMs}
              after={<p>{t('fullScreen.ended')}</p>}
            >
              <VoucherCodes booking={booking} hasCopy={false} />
            </ShownUntil>
          </FullScreen>
        )}
        {(stands || face === 'past') && (
          <Door
            caller={caller}
            pass={pass ?? { passId: booking.passId, module: booking.module, resourceIds: [] }}
            held={
              stands && vouchers.length > 0
                ? { kind: 'booking', time: clockTime(booking.startsAt, { timeZone: booking.timeZone, locale }) }
                : null
            }
            from={place && { hub: place.hub, place }}
            booking={{ bookingId: booking.bookingId, name: booking.resourceName }}
            nowMs={nowMs}
          />
        )}
        {face === 'confirmed' && vouchers.length > 0 && (
          <Wallets path={`/api/bookings/${booking.bookingId}`} isLater={isWalletLater} />
        )}
        {stands && face !== 'pending' && vouchers.length > 0 && (
          <PrintButton>
            <Printer aria-hidden size={22} strokeWidth={1.75} />
            {t('panel.print')}
          </PrintButton>
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
