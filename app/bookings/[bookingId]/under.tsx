import { CalendarMinus, CalendarPlus, Maximize, Printer, Ticket } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { Door } from '@/app/_page/door';
import { Wallets } from '@/app/_page/wallets';
import { bookingFace, isOver } from '@/components/bookings/booking-groups';
import { CancelDeadline } from '@/components/bookings/cancel-deadline';
import { VoucherCodes } from '@/components/bookings/voucher-codes';
import { FullScreen } from '@/components/ui/full-screen';
import { Notice } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import { RowInside, RowLink } from '@/components/ui/row';
import { ShownUntil } from '@/components/ui/shown-until';
import type { BookingDto } from '@/lib/contract/bookings';
import type { ResourceDto } from '@/lib/contract/resources';
import { calendarState } from '@/lib/domain/calendar-state';
import { visitWindow } from '@/lib/domain/visit-window';
import { clockTime } from '@/lib/format/time';
import type { Caller } from '@/lib/server/caller';
import { scopeOfPass } from '@/lib/server/passes';
import { findResource } from '@/lib/server/resources';
import { ChangeRow } from './change';
import { GiveBack } from './give-back';
import { IfLate } from './if-late';
import { Way } from './way';

type Props = { caller: Caller; booking: BookingDto; nowMs: number };

/** Under the ticket: until when it may be given back, what to hold up, help, the way there, another time, giving it back. */
export async function Under({ caller, booking, isWalletLater, nowMs }: Props & { isWalletLater: boolean }) {
  const [t, resource, locale, place] = await Promise.all([
    getTranslations('bookings'),
    getTranslations('resource'),
    getLocale(),
    findResource(caller, booking.resourceId),
  ]);
  const face = bookingFace(booking, nowMs);
  const stands = face === 'confirmed' || face === 'cancelling' || face === 'pending';
  const isOnItsWay = face === 'confirmed' || face === 'pending';
  return (
    <>
      {stands && place?.isWithdrawn && (
        <Notice tone="warning" title={resource('withdrawnTitle')}>
          {resource('withdrawnText')}
        </Notice>
      )}
      {isOnItsWay && booking.cancelFailedAt !== null && (
        <Notice tone="warning" title={t('cancelFailed.title')}>
          {t('cancelFailed.text')}
        </Notice>
      )}
      {isOnItsWay && <CancelDeadline booking={booking} nowMs={nowMs} />}
      <div>
        {(face === 'confirmed' || face === 'cancelling') && <HeldUp booking={booking} nowMs={nowMs} />}
        {(stands || face === 'past') && <Trouble caller={caller} booking={booking} place={place} nowMs={nowMs} />}
        {face === 'confirmed' && booking.vouchers.length > 0 && (
          <Wallets path={`/api/bookings/${booking.bookingId}`} isLater={isWalletLater} />
        )}
        {(face === 'confirmed' || face === 'cancelling') && booking.vouchers.length > 0 && (
          <PrintButton>
            <Printer aria-hidden size={22} strokeWidth={1.75} />
            {t('panel.print')}
          </PrintButton>
        )}
        <CalendarRow booking={booking} nowMs={nowMs} />
        {stands && <IfLate booking={booking} place={place} support={caller.brand.support} nowMs={nowMs} />}
        {isOnItsWay && <ChangeRow caller={caller} booking={booking} place={place} nowMs={nowMs} />}
        {face !== 'refused' && (
          <RowLink
            href={`/passes/${booking.passId}`}
            icon={Ticket}
            hint={stands ? t('visitsUsed', { count: booking.visitsUsed }) : undefined}
          >
            {t('pass')}
          </RowLink>
        )}
      </div>
      {(stands || face === 'checking') && <Way caller={caller} booking={booking} place={place} />}
      <GiveBack booking={booking} locale={locale} nowMs={nowMs} />
    </>
  );
}

/** The code alone on a white screen, until the desk does not read it any more. */
async function HeldUp({ booking, nowMs }: { booking: BookingDto; nowMs: number }) {
  const t = await getTranslations('bookings.fullScreen');
  if (booking.vouchers.length === 0) return null;
  return (
    <FullScreen
      title={`${booking.holder.firstName} ${booking.holder.lastName}`}
      opener={<RowInside icon={Maximize}>{t('open')}</RowInside>}
      closeLabel={t('close')}
      hint={t('hint')}
    >
      <ShownUntil nowMs={nowMs} endsMs={visitWindow(booking.startsAt).closesMs} after={<p>{t('ended')}</p>}>
        <VoucherCodes booking={booking} hasCopy={false} />
      </ShownUntil>
    </FullScreen>
  );
}

async function Trouble({ caller, booking, place, nowMs }: Props & { place: ResourceDto | null }) {
  const [locale, pass] = await Promise.all([getLocale(), scopeOfPass(caller, booking.passId)]);
  const hasCode = !isOver(booking, nowMs) && booking.vouchers.length > 0;
  const time = clockTime(booking.startsAt, { timeZone: booking.timeZone, locale });
  return (
    <Door
      caller={caller}
      pass={pass ?? { passId: booking.passId, module: booking.module, resourceIds: [] }}
      held={hasCode ? { kind: 'booking', time } : null}
      from={place && { hub: place.hub, place }}
      booking={{ bookingId: booking.bookingId, name: booking.resourceName }}
      nowMs={nowMs}
    />
  );
}

/** Into the traveller's own calendar, and out of it again once the visit does not happen. A plain link to a file. */
async function CalendarRow({ booking, nowMs }: { booking: BookingDto; nowMs: number }) {
  const t = await getTranslations('bookings.calendar');
  const state = calendarState(booking);
  if (state === null || booking.status === 'used' || isOver(booking, nowMs)) return null;
  const href = `/api/bookings/${booking.bookingId}/calendar`;
  return state === 'over' ? (
    <RowLink href={href} icon={CalendarMinus} hint={t('removeHint')}>
      {t('remove')}
    </RowLink>
  ) : (
    <RowLink href={href} icon={CalendarPlus}>
      {t('add')}
    </RowLink>
  );
}
