import { getTranslations } from 'next-intl/server';
import { currentBrand, currentLocale } from '@/lib/auth/current';
import { webManifest } from '@/lib/brand/manifest';
import { textDirection } from '@/lib/i18n/locale';

/** What a device needs to know to install the brand's app. */
export async function GET(): Promise<Response> {
  const [brand, locale, t] = await Promise.all([currentBrand(), currentLocale(), getTranslations('meta')]);
  const manifest = webManifest(brand, {
    locale,
    direction: textDirection(locale),
    description: t('description', { brand: brand.name }),
  });
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
