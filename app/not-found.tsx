import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problem } from '@/components/brand/problem';
import { ButtonLink } from '@/components/ui/button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: t('title') };
}

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return <Problem title={t('title')} message={t('message')} action={<ButtonLink href="/">{t('action')}</ButtonLink>} />;
}
