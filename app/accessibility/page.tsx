import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LegalPage } from '@/components/brand/legal-page';
import { currentBrand } from '@/lib/auth/current';

const SECTIONS = ['aim', 'checked', 'limits', 'tell'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.accessibility');
  return { title: t('title') };
}

export default async function AccessibilityPage() {
  const [brand, t] = await Promise.all([currentBrand(), getTranslations('legal.accessibility')]);
  const sections = SECTIONS.map((id) => ({
    id,
    title: t(`sections.${id}.title`),
    text: t(`sections.${id}.text`, { brand: brand.name }),
  }));
  return <LegalPage brand={brand} title={t('title')} intro={t('intro', { brand: brand.name })} sections={sections} />;
}
