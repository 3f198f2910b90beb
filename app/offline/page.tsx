import type { Metadata } from 'next';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { WithoutNetwork } from '@/components/brand/without-network';
import { PageShell } from '@/components/ui/page-shell';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offline');
  return { title: t('title') };
}

export const instant = false;

/** Shown by the device in place of a page that it has not kept. It is the same for everybody, and kept with the app. */
export default async function OfflinePage() {
  const [{ offline }, locale] = await Promise.all([getMessages(), getLocale()]);
  return (
    <PageShell width="text">
      <WithoutNetwork words={offline} locale={locale} />
    </PageShell>
  );
}
