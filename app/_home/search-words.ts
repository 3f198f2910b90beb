import { getTranslations } from 'next-intl/server';
import type { SearchWords } from '@/components/hubs/search-words';
import { pluralForms } from '@/lib/format/plural';

/** The search island's words. What it fills in itself is passed on as `{name}`. */
export async function searchWords(locale: string): Promise<SearchWords> {
  const [t, common] = await Promise.all([getTranslations('home'), getTranslations('common')]);
  return {
    title: t('title'),
    label: t('searchLabel'),
    search: t('search'),
    clear: t('clearSearch'),
    results: t('resultsTitle'),
    suggestions: t('suggestions'),
    found: pluralForms((count) => t('found', { count }), locale),
    foundMore: t.raw('foundMore'),
    places: pluralForms((count) => t('places', { count }), locale),
    noPlaces: t('noPlaces'),
    nearestServed: t.raw('nearestServed'),
    emptyTitle: t.raw('emptyTitle'),
    emptyText: t('emptyText'),
    failed: {
      any: { title: t('failedTitle'), text: t('failedText') },
      offline: { title: t('offlineTitle'), text: t('offlineText') },
      busy: { title: t('busyTitle'), text: t('busyText') },
    },
    retry: t('retry'),
    reference: common.raw('reference'),
    near: {
      button: t('near'),
      title: t('nearTitle'),
      asking: t('nearAsking'),
      refused: t('nearRefused'),
      failed: t('nearFailed'),
      close: t('nearClose'),
    },
  };
}
