import { CalendarOff, Ticket } from 'lucide-react';
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { ListPage } from '@/app/_page/list-page';
import { PageFailure } from '@/app/_page/page-failure';
import { PrebookFlow } from '@/components/bookings/prebook-flow';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { BackBar } from '@/components/ui/back-bar';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageShell } from '@/components/ui/page-shell';
import { QueryProvider } from '@/lib/client/query-provider';
import { resourceOf } from '../resource-of';
import { prebookSetup } from './setup';

type Props = { params: Promise<{ resourceId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ value: place }, t] = await Promise.all([resourceOf((await params).resourceId), getTranslations('prebook')]);
  return { title: place ? t('titleOf', { place: place.name }) : t('title') };
}

export const instant = false;

/** Prebooking a place: three steps on one page, or why it cannot be done and what can. */
export default function PrebookPage(props: Props) {
  return (
    <ListPage cardClass="h-32">
      <Prebook {...props} />
    </ListPage>
  );
}

async function Prebook({ params }: Props) {
  const { resourceId } = await params;
  const [{ caller, value: place, failure }, t, common] = await Promise.all([
    resourceOf(resourceId),
    getTranslations('prebook'),
    getTranslations('common'),
  ]);
  const path = `/resources/${resourceId}`;
  if (!place) {
    const retryHref = `${path}/prebook`;
    return <PageFailure failure={failure} title={t('problem.title')} text={t('problem.text')} retryHref={retryHref} />;
  }
  const bar = <BackBar href={path} backLabel={common('back')} title={t('title')} isHeading />;
  if (!caller.session) {
    return (
      <PageShell bar={bar} width="text">
        <SignInGate
          to={`${path}/prebook`}
          title={t('signIn.title')}
          text={t('signIn.text')}
          action={t('signIn.action')}
        />
      </PageShell>
    );
  }
  const setup = await prebookSetup(caller, caller.session, place);
  if (setup.kind === 'failed') {
    const retryHref = `${path}/prebook`;
    return (
      <PageFailure failure={setup.failure} title={t('problem.title')} text={t('problem.text')} retryHref={retryHref} />
    );
  }
  if (setup.kind !== 'ready') return <CannotPrebook bar={bar} why={setup.kind} place={place} path={path} />;
  const { prebook, bookings, errors, common: shared } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ prebook, bookings, errors, common: shared }}>
      <QueryProvider>
        <PrebookFlow {...setup.flow} bar={bar} />
      </QueryProvider>
    </NextIntlClientProvider>
  );
}

async function CannotPrebook({
  bar,
  why,
  place,
  path,
}: {
  bar: React.ReactNode;
  why: 'notPossible' | 'noPass' | 'usedUp' | 'noDays';
  place: { resourceId: string; name: string; walkIn: boolean };
  path: string;
}) {
  const t = await getTranslations('prebook');
  const needsPass = why === 'noPass' || why === 'usedUp';
  const text =
    why === 'notPossible'
      ? t(`notPossible.${place.walkIn ? 'walkIn' : 'neither'}`, { place: place.name })
      : t(`${why}.text`, { place: place.name });
  return (
    <PageShell bar={bar} width="text">
      <EmptyState
        icon={needsPass ? Ticket : CalendarOff}
        title={t(`${why}.title`)}
        action={
          <ButtonLink href={needsPass ? `/passes/new?for=${encodeURIComponent(place.resourceId)}` : path}>
            {t(`${why}.action`)}
          </ButtonLink>
        }
      >
        <p>{text}</p>
      </EmptyState>
    </PageShell>
  );
}
