import { Plus, Ticket } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ListPage } from '@/app/_page/list-page';
import { PageFailure } from '@/app/_page/page-failure';
import { arrangePasses } from '@/components/passes/pass-face';
import { PassRow } from '@/components/passes/pass-row';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageShell } from '@/components/ui/page-shell';
import { RefreshWhile } from '@/components/ui/refresh-while';
import type { PassDto } from '@/lib/contract/passes';
import { attempt } from '@/lib/server/attempt';
import { currentCaller } from '@/lib/server/page-caller';
import { listPasses } from '@/lib/server/passes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('passes');
  return { title: t('title') };
}

export const instant = false;

/** Everything the traveller can show at a desk: what works now first. */
export default function PassesPage() {
  return (
    <ListPage cardClass="h-36">
      <Passes />
    </ListPage>
  );
}

async function Passes() {
  const [caller, t] = await Promise.all([currentCaller(), getTranslations('passes')]);
  const title = <h1 className="font-bold text-34">{t('title')}</h1>;
  if (!caller.session) {
    return (
      <PageShell width="text">
        {title}
        <SignInGate to="/passes" title={t('signIn.title')} text={t('signIn.text')} action={t('signIn.action')} />
      </PageShell>
    );
  }
  const { value, failure } = await attempt(caller, listPasses(caller));
  if (!value) {
    return <PageFailure failure={failure} title={t('problem.title')} text={t('problem.text')} retryHref="/passes" />;
  }
  return (
    <PageShell width="text">
      {title}
      {value.passes.length === 0 ? <NoPasses /> : <PassList passes={value.passes} />}
    </PageShell>
  );
}

async function NoPasses() {
  const t = await getTranslations('passes');
  return (
    <EmptyState
      icon={Ticket}
      title={t('empty.title')}
      action={<ButtonLink href="/passes/new">{t('empty.action')}</ButtonLink>}
    >
      <p>{t('empty.text')}</p>
    </EmptyState>
  );
}

async function PassList({ passes }: { passes: PassDto[] }) {
  const t = await getTranslations('passes');
  const { ready, others } = arrangePasses(passes);
  return (
    <div className="mt-5 grid gap-7">
      {passes.some((pass) => pass.status === 'pending') && <RefreshWhile />}
      <PassGroup title={t('ready')} passes={ready} />
      <PassGroup title={t('others')} passes={others} />
      <ButtonLink href="/passes/new" variant="secondary">
        <Plus aria-hidden size={20} strokeWidth={1.75} />
        {t('getAnother')}
      </ButtonLink>
    </div>
  );
}

function PassGroup({ title, passes }: { title: string; passes: PassDto[] }) {
  if (passes.length === 0) return null;
  return (
    <section>
      <h2 className="overline mb-2.5">{title}</h2>
      <ul className="grid gap-2.5">
        {passes.map((pass) => (
          <li key={pass.passId}>
            <PassRow pass={pass} />
          </li>
        ))}
      </ul>
    </section>
  );
}
