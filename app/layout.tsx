import './globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { BrandBar } from '@/components/brand/brand-bar';
import { DeviceKeeper } from '@/components/brand/device-keeper';
import { Footer } from '@/components/brand/footer';
import { KeptNote } from '@/components/brand/kept-note';
import { SandboxRibbon } from '@/components/brand/sandbox-ribbon';
import { TabBar } from '@/components/brand/tab-bar';
import { currentBrand, currentLocale, currentSession } from '@/lib/auth/current';
import { ownerTag } from '@/lib/auth/owner-tag';
import { iconUrl } from '@/lib/brand/manifest';
import { themeCss } from '@/lib/brand/theme';
import { env } from '@/lib/env';
import { textDirection } from '@/lib/i18n/locale';
import { COPY_HEADER } from '@/lib/offline/headers';
import { latin, latinExtended } from './fonts';

/** Every page carries its own nonce and its brand, so none has a shell that could be made before the request. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const [brand, t] = await Promise.all([currentBrand(), getTranslations('meta')]);
  return {
    title: { default: t('title', { brand: brand.name }), template: t('template', { brand: brand.name }) },
    description: t('description', { brand: brand.name }),
    applicationName: brand.name,
    icons: { icon: logoUrl(brand), apple: iconUrl(brand, 'icon-180.png') },
    manifest: '/manifest.webmanifest',
    appleWebApp: { capable: true, title: brand.name, statusBarStyle: 'default' },
    formatDetection: { telephone: false, date: false, address: false, email: false },
    robots: { index: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await currentBrand();
  return {
    width: 'device-width',
    initialScale: 1,
    viewportFit: 'cover',
    colorScheme: 'light dark',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: theme.light.surface },
      { media: '(prefers-color-scheme: dark)', color: theme.dark.surface },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [list, brand, session, locale] = await Promise.all([
    headers(),
    currentBrand(),
    currentSession(),
    currentLocale(),
  ]);
  const nonce = list.get('x-nonce') ?? undefined;
  const [nav, common, offline] = await Promise.all([
    getTranslations('nav'),
    getTranslations('common'),
    getTranslations('offline'),
  ]);
  const owner = session && ownerTag(session);
  const labels = {
    main: nav('main'),
    explore: nav('explore'),
    passes: nav('passes'),
    bookings: nav('bookings'),
    account: nav('account'),
  };
  return (
    <html
      lang={locale}
      dir={textDirection(locale)}
      data-brand={brand.id}
      data-owner={owner ?? undefined}
      className={`${latin.variable} ${latinExtended.variable}`}
    >
      <head>
        <style nonce={nonce}>{themeCss(brand)}</style>
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only print:hidden z-50 rounded-control bg-ink px-4 py-3 font-bold text-surface focus:not-sr-only focus:absolute focus:m-2"
        >
          {common('skipToContent')}
        </a>
        {env().isSandbox && <SandboxRibbon label={common('sandbox')} text={common('sandboxRibbon')} />}
        <BrandBar
          brandName={brand.name}
          logoUrl={logoUrl(brand)}
          traveller={session && { firstName: session.firstName, lastName: session.lastName }}
          canSignIn={!list.has(COPY_HEADER)}
          labels={labels}
        />
        <main id="content" tabIndex={-1} className="flex flex-1 flex-col">
          <KeptNote title={offline('noteTitle')} text={offline.raw('note')} />
          {children}
        </main>
        <Footer />
        <TabBar labels={labels} />
        {env().isProduction && <DeviceKeeper owner={owner} />}
      </body>
    </html>
  );
}

function logoUrl(brand: { logoVersion: string }): string {
  return `/brand/logo?v=${brand.logoVersion}`;
}
