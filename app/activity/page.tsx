import { History } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ListPage } from '@/app/_page/list-page';
import { PageFailure } from '@/app/_page/page-failure';
import { byMonth } from '@/components/passes/activity-months';
import { ActivityRow } from '@/components/passes/activity-row';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { BackBar } from '@/components/ui/back-bar';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageShell } from '@/components/ui/page-shell';
import type { ActivityPage } from '@/lib/contract/activity';
import { dateFormatter } from '@/lib/format/formatters';
import { listActivity } from '@/lib/server/activity';
import { attempt } from '@/lib/server/attempt';
import { currentCaller } from '@/lib/server/page-caller';
import { runtime } from '@/lib/server/runtime';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PAGE_SIZE = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('activity');
  return { title: t('title') };
}

export const instant = false;

/** Every use, return and reversal, newest first, by month. */
export default function ActivityListPage(props: Props) {
  return (
    <ListPage cardClass="h-16">
      <Activity {...props} />
    </ListPage>
  );
}

async function Activity({ searchParams }: Props) {
  const [caller, { cursor }, t, common] = await Promise.all([
    currentCaller(),
    searchParams,
    getTranslations('activity'),
    getTranslations('common'),
  ]);
  const bar = <BackBar href="/account" backLabel={common('back')} title={t('title')} isHeading />;
  if (!caller.session) {
    return (
      <PageShell bar={bar} width="text">
        <SignInGate to="/activity" title={t('signIn.title')} text={t('signIn.text')} action={t('signIn.action')} />
      </PageShell>
    );
  }
  const from = typeof cursor === 'string' && cursor !== '' ? cursor.slice(0, 100) : undefined;
  const { value, failure } = await attempt(caller, listActivity(caller, { cursor: from, limit: PAGE_SIZE }));
  if (!value) {
    return <PageFailure failure={failure} title={t('problem.title')} text={t('problem.text')} retryHref="/activity" />;
  }
  return (
    <PageShell bar={bar} width="text">
      {value.usages.length === 0 ? (
        <EmptyState
          icon={History}
          title={t('empty.title')}
          action={<ButtonLink href="/">{t('empty.action')}</ButtonLink>}
        >
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <Months page={value} isFirst={from === undefined} />
      )}
    </PageShell>
  );
}

async function Months({ page, isFirst }: { page: ActivityPage; isFirst: boolean }) {
  const [t, locale, { clock }] = await Promise.all([getTranslations('activity'), getLocale(), runtime()]);
  const name = dateFormatter(locale, 'UTC', { month: 'long', year: 'numeric' });
  return (
    <div className="grid gap-7">
      <p className="text-ink-muted">{t('intro')}</p>
      {byMonth(page.usages).map(({ month, entries }) => (
        <section key={month}>
          <h2 className="overline">{name.format(Date.parse(`${month}-15`))}</h2>
          <ul>
            {entries.map((entry) => (
              <li key={entry.activityId}>
                <ActivityRow entry={entry} nowMs={clock()} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {page.nextCursor && (
        <ButtonLink href={`/activity?cursor=${encodeURIComponent(page.nextCursor)}`} variant="secondary">
          {t('older')}
        </ButtonLink>
      )}
      {!isFirst && (
        <ButtonLink href="/activity" variant="quiet">
          {t('newest')}
        </ButtonLink>
      )}
    </div>
  );
}
