import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { ListPage } from '@/app/_page/list-page';
import { PageFailure } from '@/app/_page/page-failure';
import { ChangeNote } from '@/components/bookings/change-note';
import { PrebookFlow } from '@/components/bookings/prebook-flow';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { BackBar } from '@/components/ui/back-bar';
import { PageShell } from '@/components/ui/page-shell';
import { QueryProvider } from '@/lib/client/query-provider';
import { opaqueIdSchema } from '@/lib/contract/common';
import { resourceOf } from '../resource-of';
import { CannotPrebook } from './cannot-prebook';
import { changeWords } from './change';
import { prebookSetup } from './setup';

type Props = {
  params: Promise<{ resourceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const [{ value: place }, t] = await Promise.all([resourceOf((await params).resourceId), getTranslations('prebook')]);
  return { title: place ? t('titleOf', { place: place.name }) : t('title') };
}

export const instant = false;

/**
 * Prebooking a place: three steps on one page, or why it cannot be done and what can. `?change=` is a booking of the
 * traveller's that the new one is to replace.
 */
export default function PrebookPage(props: Props) {
  return (
    <ListPage cardClass="h-32">
      <Prebook {...props} />
    </ListPage>
  );
}

async function Prebook({ params, searchParams }: Props) {
  const { resourceId } = await params;
  const [{ caller, value: place, failure }, { change }, t, common] = await Promise.all([
    resourceOf(resourceId),
    searchParams,
    getTranslations('prebook'),
    getTranslations('common'),
  ]);
  const changeId = change === undefined ? null : (opaqueIdSchema.safeParse(change).data ?? notFound());
  const path = `/resources/${resourceId}`;
  const retryHref = `${path}/prebook${changeId ? `?change=${changeId}` : ''}`;
  if (!place) {
    return <PageFailure failure={failure} title={t('problem.title')} text={t('problem.text')} retryHref={retryHref} />;
  }
  const back = changeId ? `/bookings/${changeId}` : path;
  const bar = (
    <BackBar href={back} backLabel={common('back')} title={t(changeId ? 'change.heading' : 'title')} isHeading />
  );
  if (!caller.session) {
    return (
      <PageShell bar={bar} width="text">
        <SignInGate to={retryHref} title={t('signIn.title')} text={t('signIn.text')} action={t('signIn.action')} />
      </PageShell>
    );
  }
  const setup = await prebookSetup(caller, caller.session, place, changeId);
  if (setup.kind === 'failed') {
    return (
      <PageFailure failure={setup.failure} title={t('problem.title')} text={t('problem.text')} retryHref={retryHref} />
    );
  }
  if (setup.kind !== 'ready') return <CannotPrebook bar={bar} answer={setup} place={place} />;
  const { flow, old } = setup;
  const told = old && (await changeWords(old, flow));
  const { prebook, bookings, errors, common: shared } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ prebook, bookings, errors, common: shared }}>
      <QueryProvider>
        <PrebookFlow {...flow} bar={bar} change={told?.change ?? null} note={told && <ChangeNote {...told} />} />
      </QueryProvider>
    </NextIntlClientProvider>
  );
}
