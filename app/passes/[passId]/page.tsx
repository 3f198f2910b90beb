import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AsOf } from '@/app/_page/as-of';
import { PageFailure } from '@/app/_page/page-failure';
import { TicketPage } from '@/app/_page/ticket-page';
import { PassHistory } from '@/components/passes/pass-history';
import { PassTicket } from '@/components/passes/pass-ticket';
import { PassVisits } from '@/components/passes/pass-visits';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { BackBar } from '@/components/ui/back-bar';
import { PageShell } from '@/components/ui/page-shell';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { StayCurrent } from '@/components/ui/stay-current';
import { currentBrand } from '@/lib/auth/current';
import { isWalletLater } from '@/lib/contract/wallet';
import { MODULE_NAMES } from '@/lib/domain/module';
import { passChangesMs } from '@/lib/domain/pass';
import { versionOf } from '@/lib/server/page-version';
import { runtime } from '@/lib/server/runtime';
import { Elsewhere } from './elsewhere';
import { ForPlace } from './for-place';
import { GiveBack } from './give-back';
import { passOf } from './pass-of';
import { Scope } from './scope';
import { Under } from './under';

type Props = {
  params: Promise<{ passId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ passId }, search, t] = await Promise.all([params, searchParams, getTranslations('passes')]);
  const { value: pass } = await passOf(passId, search);
  return { title: pass ? t(`kind.${MODULE_NAMES[pass.module]}`) : t('title') };
}

export const instant = false;

/** The pass, held up at the desk: everything staff compare is on the first screen, and works without script. */
export default function PassPage(props: Props) {
  return (
    <TicketPage>
      <Pass {...props} />
    </TicketPage>
  );
}

async function Pass({ params, searchParams }: Props) {
  const [{ passId }, search, t, common, { clock }] = await Promise.all([
    params,
    searchParams,
    getTranslations('passes'),
    getTranslations('common'),
    runtime(),
  ]);
  const { caller, place, value: pass, failure } = await passOf(passId, search);
  const path = `/passes/${passId}`;
  if (failure) {
    return <PageFailure failure={failure} title={t('problem.title')} text={t('problem.text')} retryHref={path} />;
  }
  if (!pass) {
    return (
      <PageShell width="text">
        <h1 className="font-bold text-34">{t('title')}</h1>
        <SignInGate to={path} title={t('signIn.title')} text={t('signIn.text')} action={t('signIn.action')} />
      </PageShell>
    );
  }
  const nowMs = clock();
  const { name, markUri } = await currentBrand();
  const bar = (
    <BackBar href="/passes" backLabel={common('back')} title={t(`kind.${MODULE_NAMES[pass.module]}`)} isHeading />
  );
  return (
    <PageShell bar={bar}>
      <div
        data-says={versionOf(pass)}
        className="grid gap-6 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:items-start lg:gap-12 print:block"
      >
        <div className="mx-auto grid w-full max-w-form gap-4 print:max-w-none">
          {pass.status === 'pending' && <RefreshWhile />}
          <StayCurrent nowMs={nowMs} changesMs={passChangesMs(pass)} />
          {place ? <ForPlace pass={pass} place={place} /> : <Elsewhere caller={caller} pass={pass} />}
          <PassTicket pass={pass} brand={{ name, markUri }} nowMs={nowMs} placeName={place?.name ?? null} />
          <AsOf at={pass.asOf} words="passes" />
        </div>
        <div className="mx-auto grid w-full max-w-form gap-7 lg:mx-0 lg:max-w-text print:hidden">
          <Under caller={caller} pass={pass} place={place} isWalletLater={isWalletLater(search)} nowMs={nowMs} />
          <PassVisits pass={pass} />
          <PassHistory entries={pass.history} nowMs={nowMs} />
          <Scope caller={caller} pass={pass} />
          <GiveBack pass={pass} />
        </div>
      </div>
    </PageShell>
  );
}
