import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AsOf } from '@/app/_page/as-of';
import { PageFailure } from '@/app/_page/page-failure';
import { TicketPage } from '@/app/_page/ticket-page';
import { passFace } from '@/components/passes/pass-face';
import { PassTicket } from '@/components/passes/pass-ticket';
import { PassVisits } from '@/components/passes/pass-visits';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { BackBar } from '@/components/ui/back-bar';
import { PageShell } from '@/components/ui/page-shell';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { MODULE_NAMES } from '@/lib/domain/module';
import { ForPlace } from './for-place';
import { GiveBack } from './give-back';
import { passOf } from './pass-of';
import { Scope } from './scope';
import { Under } from './under';

type Props = {
  params: Promise<{ passId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ value: pass }, t] = await Promise.all([passOf((await params).passId), getTranslations('passes')]);
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
  const [{ passId }, search, t, common] = await Promise.all([
    params,
    searchParams,
    getTranslations('passes'),
    getTranslations('common'),
  ]);
  const { caller, value: pass, failure } = await passOf(passId);
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
  const face = passFace(pass);
  const bar = (
    <BackBar href="/passes" backLabel={common('back')} title={t(`kind.${MODULE_NAMES[pass.module]}`)} isHeading />
  );
  return (
    <PageShell bar={bar}>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:items-start lg:gap-12">
        <div className="mx-auto grid w-full max-w-form gap-4">
          {pass.status === 'pending' && <RefreshWhile />}
          <ForPlace caller={caller} forId={search.for} />
          <PassTicket pass={pass} face={face} brandName={caller.brand.name} />
          <AsOf at={pass.asOf} words="passes" />
        </div>
        <div className="mx-auto grid w-full max-w-form gap-7 lg:mx-0 lg:max-w-text">
          <Under pass={pass} face={face} support={caller.brand.support} />
          <PassVisits visits={pass.visits} />
          <Scope caller={caller} pass={pass} />
          <GiveBack pass={pass} />
        </div>
      </div>
    </PageShell>
  );
}
