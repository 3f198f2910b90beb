import { Accessibility, CircleQuestionMark, FileText, History, ShieldCheck } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ListPage } from '@/app/_page/list-page';
import { SignInGate } from '@/components/passes/sign-in-gate';
import { SignOut } from '@/components/passes/sign-out';
import { PageShell } from '@/components/ui/page-shell';
import { RowLink } from '@/components/ui/row';
import { ownerTag } from '@/lib/auth/owner-tag';
import type { Session } from '@/lib/auth/session';
import { OWNER_FIELD } from '@/lib/offline/headers';
import { currentCaller } from '@/lib/server/page-caller';
import { Device } from './device';
import { YourData } from './your-data';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title') };
}

export const instant = false;

/** Who is signed in, what is stored about them, and the way out. */
export default function AccountPage() {
  return (
    <ListPage cardClass="h-24">
      <Account />
    </ListPage>
  );
}

async function Account() {
  const [caller, t] = await Promise.all([currentCaller(), getTranslations('account')]);
  const { brand, session } = caller;
  return (
    <PageShell width="text">
      <h1 className="font-bold text-34">{t('title')}</h1>
      {session ? (
        <div className="mt-5 grid gap-8">
          <Who session={session} brandName={brand.name} />
          <RowLink href="/activity" icon={History} hint={t('activityHint')}>
            {t('activity')}
          </RowLink>
          <Stored />
          <Device session={session} />
          <YourData brandName={brand.name} />
          <About />
          <SignOut label={t('signOut')} owner={{ name: OWNER_FIELD, value: ownerTag(session) }} />
        </div>
      ) : (
        <>
          <SignInGate to="/account" title={t('signIn.title')} text={t('signIn.text')} action={t('signIn.action')} />
          <About />
        </>
      )}
    </PageShell>
  );
}

async function Who({ session, brandName }: { session: Session; brandName: string }) {
  const [t, locale] = await Promise.all([getTranslations('account'), getLocale()]);
  const language = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  const facts = [
    { label: t('name'), value: `${session.firstName} ${session.lastName}`, hint: t('nameHint', { brand: brandName }) },
    ...(session.email ? [{ label: t('email'), value: session.email, hint: null }] : []),
    { label: t('language'), value: language, hint: t('languageHint') },
  ];
  return (
    <dl className="divide-y divide-line rounded-card border border-line bg-surface-raised px-4">
      {facts.map(({ label, value, hint }) => (
        <div key={label} className="py-3">
          <dt className="text-15 text-ink-muted">{label}</dt>
          <dd className="wrap-anywhere font-bold">{value}</dd>
          {hint && <dd className="text-15 text-ink-muted">{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}

async function Stored() {
  const t = await getTranslations('account.stored');
  return (
    <section aria-labelledby="stored-title">
      <h2 id="stored-title" className="overline mb-2">
        {t('title')}
      </h2>
      <ul className="grid list-disc gap-1.5 ps-5">
        <li>{t('passes')}</li>
        <li>{t('details')}</li>
        <li>{t('device')}</li>
      </ul>
      <Link href="/privacy" className="inline-flex min-h-11 items-center font-bold underline underline-offset-4">
        {t('more')}
      </Link>
    </section>
  );
}

async function About() {
  const [t, nav] = await Promise.all([getTranslations('account'), getTranslations('nav')]);
  const links = [
    { key: 'help', icon: CircleQuestionMark },
    { key: 'privacy', icon: ShieldCheck },
    { key: 'terms', icon: FileText },
    { key: 'accessibility', icon: Accessibility },
  ] as const;
  return (
    <nav aria-labelledby="about-title">
      <h2 id="about-title" className="overline">
        {t('about')}
      </h2>
      <ul>
        {links.map(({ key, icon }) => (
          <li key={key}>
            <RowLink href={`/${key}`} icon={icon}>
              {nav(key)}
            </RowLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
