import { Ticket } from 'lucide-react';
import type { Metadata } from 'next';
import { getMessages, getTranslations } from 'next-intl/server';
import { ListPage } from '@/app/_page/list-page';
import { PageFailure } from '@/app/_page/page-failure';
import { OfferPicker } from '@/components/passes/offer-picker';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { BackBar } from '@/components/ui/back-bar';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageShell } from '@/components/ui/page-shell';
import { QueryProvider } from '@/lib/client/query-provider';
import { resourceIdSchema } from '@/lib/contract/common';
import { attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { listOffers } from '@/lib/server/offers';
import { currentCaller } from '@/lib/server/page-caller';
import { getResource } from '@/lib/server/resources';
import { offerViews } from './offer-views';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offers');
  return { title: t('title') };
}

export const instant = false;

/** The brand's passes to choose from; `?for=` is the place the traveller wants one for. */
export default function NewPassPage(props: Props) {
  return (
    <ListPage cardClass="h-32">
      <NewPass {...props} />
    </ListPage>
  );
}

async function NewPass({ searchParams }: Props) {
  const [caller, search, t, common] = await Promise.all([
    currentCaller(),
    searchParams,
    getTranslations('offers'),
    getTranslations('common'),
  ]);
  const forId = resourceIdSchema.safeParse(search.for).data ?? null;
  const path = `/passes/new${forId ? `?for=${encodeURIComponent(forId)}` : ''}`;
  const back = forId ? `/resources/${encodeURIComponent(forId)}` : '/passes';
  const bar = <BackBar href={back} backLabel={common('back')} title={t('title')} isHeading />;
  if (!caller.session) {
    return (
      <PageShell bar={bar} width="text">
        <SignInGate to={path} title={t('signIn.title')} text={t('signIn.text')} action={t('signIn.action')} />
      </PageShell>
    );
  }
  return (
    <PageShell bar={bar} width="text">
      <p className="mb-5 text-ink-muted">{t('intro', { brand: caller.brand.name })}</p>
      <Offers caller={caller} forId={forId} path={path} />
    </PageShell>
  );
}

async function Offers({ caller, forId, path }: { caller: Caller; forId: string | null; path: string }) {
  const [t, common, messages, offers, place] = await Promise.all([
    getTranslations('offers'),
    getTranslations('common'),
    getMessages(),
    attempt(caller, listOffers(caller)),
    forId ? attempt(caller, getResource(caller, forId)) : null,
  ]);
  if (!offers.value) {
    const words = messages.passes.problem;
    return <PageFailure failure={offers.failure} title={words.title} text={words.text} retryHref={path} />;
  }
  if (offers.value.offers.length === 0) {
    return (
      <EmptyState icon={Ticket} title={t('none.title')} action={<ButtonLink href="/">{t('none.action')}</ButtonLink>}>
        <p>{t('none.text', { brand: caller.brand.name })}</p>
      </EmptyState>
    );
  }
  const wanted = place?.value && !place.value.isWithdrawn ? place.value : null;
  const { views, proposedId, hasSuiting } = await offerViews(caller, offers.value.offers, wanted);
  const { fields: _fields, ...errors } = messages.errors;
  const words = {
    choose: t('choose'),
    get: t('get'),
    busy: t('busy'),
    chooseFirst: t('chooseFirst'),
    reference: common.raw('reference'),
    errors,
  };
  return (
    <div className="grid gap-5">
      {wanted && !hasSuiting && <Notice tone="warning">{t('noneThere', { place: wanted.name })}</Notice>}
      <QueryProvider>
        <OfferPicker offers={views} chosenId={proposedId} forId={forId} words={words} />
      </QueryProvider>
    </div>
  );
}
