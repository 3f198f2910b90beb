import { ArrowRightLeft } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { changeOutlook } from '@/components/bookings/change-outlook';
import { ChangeProgress } from '@/components/bookings/change-progress';
import { changeStory } from '@/components/bookings/change-story';
import { RowLink } from '@/components/ui/row';
import type { BookingDto } from '@/lib/contract/bookings';
import type { ResourceDto } from '@/lib/contract/resources';
import { lastKnownBooking } from '@/lib/server/bookings';
import type { Caller } from '@/lib/server/caller';
import { hasVisitAt } from '@/lib/server/pass-visits';

/** How far a change of this booking has come; nothing when there was none. */
export async function Change({ caller, booking, nowMs }: { caller: Caller; booking: BookingDto; nowMs: number }) {
  const story = changeStory(booking);
  if (!story) return null;
  const other = await lastKnownBooking(caller, story.otherId);
  return <ChangeProgress story={story} booking={booking} other={other} nowMs={nowMs} />;
}

/** The way to another time or party, or why there is none. What the notices above say already is not said again. */
export async function ChangeRow({
  caller,
  booking,
  place,
  nowMs,
}: {
  caller: Caller;
  booking: BookingDto;
  place: ResourceDto | null;
  nowMs: number;
}) {
  const [t, hasVisit] = await Promise.all([getTranslations('bookings.change'), hasVisitAt(caller, booking)]);
  const isPrebookable = place?.prebookable === true && !place.isWithdrawn;
  const outlook = changeOutlook(booking, { isPrebookable, hasVisit }, nowMs);
  if (outlook === null || outlook === 'underWay' || outlook === 'bothStand') return null;
  if (outlook !== 'offered') {
    return (
      <p className="grid grid-cols-[min(1.75rem,9vw)_1fr] gap-[min(0.75rem,4vw)] border-line border-b px-0.5 py-3 text-15 text-ink-muted">
        <ArrowRightLeft aria-hidden size={22} strokeWidth={1.75} />
        {t(`no.${outlook}`)}
      </p>
    );
  }
  const href = `/resources/${encodeURIComponent(booking.resourceId)}/prebook?change=${booking.bookingId}`;
  return (
    <RowLink
      href={href}
      icon={ArrowRightLeft}
      hint={t(booking.cancellation.allowed === 'ask-vendor' ? 'hintUnsure' : 'hint')}
    >
      {t('open')}
    </RowLink>
  );
}
