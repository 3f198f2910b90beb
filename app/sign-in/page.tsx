import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DemoSignIn } from '@/components/brand/demo-sign-in';
import { Support } from '@/components/brand/support';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageShell } from '@/components/ui/page-shell';
import { currentBrand, currentSession } from '@/lib/auth/current';
import { DEMO_PEOPLE } from '@/lib/auth/demo';
import { returnPath } from '@/lib/auth/return-path';
import { env } from '@/lib/env';

const PROBLEMS = ['launch', 'demo', 'busy'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const [brand, session, query, t] = await Promise.all([
    currentBrand(),
    currentSession(),
    searchParams,
    getTranslations('signIn'),
  ]);
  const to = returnPath(query.to);
  const problem = PROBLEMS.find((known) => known === query.problem);
  const isDemo = env().isSandbox && brand.signIn.demo;
  const name = session && `${session.firstName} ${session.lastName}`;
  return (
    <PageShell>
      <div className="grid gap-x-20 gap-y-8 pt-4 lg:grid-cols-[30rem_1fr] lg:pt-8">
        <div className="grid content-start gap-6">
          <h1 className="font-bold text-34">{t('title')}</h1>
          {problem && (
            <Notice tone="critical" title={t(`problem.${problem}.title`)}>
              <p>{t(`problem.${problem}.message`, { brand: brand.name })}</p>
            </Notice>
          )}
          {name && (
            <Notice title={t('already', { name })}>
              <p>{t('alreadyHint')}</p>
              <div className="mt-1">
                <ButtonLink href={to} size="small" variant="secondary">
                  {t('goOn')}
                </ButtonLink>
              </div>
            </Notice>
          )}
          {!isDemo && <p>{t('fromApp', { brand: brand.name })}</p>}
          {isDemo && <DemoSignIn people={DEMO_PEOPLE} to={to} />}
        </div>
        <Support support={brand.support} brandName={brand.name} />
      </div>
    </PageShell>
  );
}
