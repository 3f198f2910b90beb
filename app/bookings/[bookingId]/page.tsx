import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageFailure } from '@/app/_page/page-failure';
import { TicketPage } from '@/app/_page/ticket-page';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { BackBar } from '@/components/ui/back-bar';
import { PageShell } from '@/components/ui/page-shell';
import { currentBrand } from '@/lib/auth/current';
import { isWalletLater } from '@/lib/contract/wallet';
import { versionOf } from '@/lib/server/page-version';
import { runtime } from '@/lib/server/runtime';
import { bookingOf } from './booking-of';
import { Elsewhere } from './elsewhere';
import { Shown } from './shown';
import { Under } from './under';

type Props = {
  params: Promise<{ bookingId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ value: booking }, t] = await Promise.all([bookingOf((await params).bookingId), getTranslations('bookings')]);
  return { title: booking ? booking.resourceName : t('title') };
}

export const instant = false;

/** One booking: its voucher to hold up, or how it stands; until when it may be given back; the way there. */
export default function BookingPage(props: Props) {
  return (
    <TicketPage>
      <Booking {...props} />
    </TicketPage>
  );
}

async function Booking({ params, searchParams }: Props) {
  const [{ bookingId }, search, t, common, { clock }] = await Promise.all([
    params,
    searchParams,
    getTranslations('bookings'),
    getTranslations('common'),
    runtime(),
  ]);
  const { caller, value: booking, failure } = await bookingOf(bookingId);
  const path = `/bookings/${bookingId}`;
  if (failure) {
    return <PageFailure failure={failure} title={t('problem.title')} text={t('problem.text')} retryHref={path} />;
  }
  if (!booking) {
    return (
      <PageShell width="text">
        <h1 className="font-bold text-34">{t('title')}</h1>
        <SignInGate to={path} title={t('signIn.title')} text={t('signIn.text')} action={t('signIn.action')} />
      </PageShell>
    );
  }
  const nowMs = clock();
  const { name, markUri } = await currentBrand();
  return (
    <PageShell bar={<BackBar href="/bookings" backLabel={common('back')} title={t('one')} isHeading />}>
      <div
        data-says={versionOf(booking)}
        className="grid gap-6 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:items-start lg:gap-12 print:block"
      >
        <div className="mx-auto grid w-full max-w-form gap-4 print:max-w-none">
          <Elsewhere caller={caller} booking={booking} nowMs={nowMs} />
          <Shown caller={caller} booking={booking} brand={{ name, markUri }} nowMs={nowMs} />
        </div>
        <div className="mx-auto grid w-full max-w-form gap-6 lg:mx-0 lg:max-w-text print:hidden">
          <Under caller={caller} booking={booking} isWalletLater={isWalletLater(search)} nowMs={nowMs} />
        </div>
      </div>
    </PageShell>
  );
}
