import { CalendarCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ListPage } from '@/app/_page/list-page';
import { PageFailure } from '@/app/_page/page-failure';
import { nextChangeMs } from '@/components/bookings/booking-clock';
import { groupBookings, settling } from '@/components/bookings/booking-groups';
import { BookingRow } from '@/components/bookings/booking-row';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageShell } from '@/components/ui/page-shell';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { StayCurrent } from '@/components/ui/stay-current';
import type { BookingDto } from '@/lib/contract/bookings';
import { attempt } from '@/lib/server/attempt';
import { listBookings } from '@/lib/server/bookings';
import { currentCaller } from '@/lib/server/page-caller';
import { runtime } from '@/lib/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bookings');
  return { title: t('title') };
}

export const instant = false;

/** Upcoming, past and cancelled, told apart by when a visit ends at its place. */
export default function BookingsPage() {
  return (
    <ListPage cardClass="h-48">
      <Bookings />
    </ListPage>
  );
}

async function Bookings() {
  const [caller, t] = await Promise.all([currentCaller(), getTranslations('bookings')]);
  const title = <h1 className="font-bold text-34">{t('title')}</h1>;
  if (!caller.session) {
    return (
      <PageShell width="text">
        {title}
        <SignInGate to="/bookings" title={t('signIn.title')} text={t('signIn.text')} action={t('signIn.action')} />
      </PageShell>
    );
  }
  const { value, failure } = await attempt(caller, listBookings(caller));
  if (!value) {
    return <PageFailure failure={failure} title={t('problem.title')} text={t('problem.text')} retryHref="/bookings" />;
  }
  return (
    <PageShell width="text">
      {title}
      {value.bookings.length === 0 ? (
        <EmptyState
          icon={CalendarCheck}
          title={t('empty.title')}
          action={<ButtonLink href="/">{t('empty.action')}</ButtonLink>}
        >
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <BookingGroups bookings={value.bookings} />
      )}
    </PageShell>
  );
}

async function BookingGroups({ bookings }: { bookings: BookingDto[] }) {
  const [t, { clock }] = await Promise.all([getTranslations('bookings'), runtime()]);
  const nowMs = clock();
  const { upcoming, past, cancelled } = groupBookings(bookings, nowMs);
  return (
    <div className="mt-5 grid gap-7">
      {bookings.some((booking) => settling(booking, nowMs) === 'soon') && <RefreshWhile />}
      <StayCurrent nowMs={nowMs} changesMs={nextChangeMs(bookings, nowMs)} />
      <section>
        <h2 className="overline mb-2.5">{t('upcoming')}</h2>
        {upcoming.length === 0 && <p className="text-ink-muted">{t('noUpcoming')}</p>}
        <BookingList bookings={upcoming} nowMs={nowMs} hasNext />
      </section>
      {past.length > 0 && (
        <section>
          <h2 className="overline mb-2.5">{t('past')}</h2>
          <BookingList bookings={past} nowMs={nowMs} />
        </section>
      )}
      {cancelled.length > 0 && (
        <section>
          <h2 className="overline mb-2.5">{t('cancelled')}</h2>
          <BookingList bookings={cancelled} nowMs={nowMs} />
        </section>
      )}
    </div>
  );
}

function BookingList({
  bookings,
  nowMs,
  hasNext = false,
}: {
  bookings: BookingDto[];
  nowMs: number;
  hasNext?: boolean;
}) {
  if (bookings.length === 0) return null;
  return (
    <ul className="grid gap-2.5">
      {bookings.map((booking, index) => (
        <li key={booking.bookingId}>
          <BookingRow
            booking={booking}
            nowMs={nowMs}
            isNext={hasNext && index === 0 && booking.status === 'confirmed'}
          />
        </li>
      ))}
    </ul>
  );
}
