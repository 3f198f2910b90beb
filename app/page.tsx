import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { publicMetadata } from '@/app/_page/public-metadata';
import { HubSearch } from '@/components/hubs/hub-search';
import { PageShell } from '@/components/ui/page-shell';
import { attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { searchHubs } from '@/lib/server/hubs';
import { currentCaller } from '@/lib/server/page-caller';
import { runtime } from '@/lib/server/runtime';
import { NextVisit } from './_home/next-visit';
import { Popular } from './_home/popular';
import { Recent } from './_home/recent';
import { searchWords } from './_home/search-words';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const instant = false;

const RESULT_LIMIT = 20;

export async function generateMetadata(): Promise<Metadata> {
  const [{ brand }, t, meta] = await Promise.all([currentCaller(), getTranslations('home'), getTranslations('meta')]);
  const description = meta('description', { brand: brand.name });
  const title = t('metaTitle');
  // The layout's template is for the pages below it; this one stands beside it.
  const absolute = meta('template', { brand: brand.name }).replace('%s', title);
  return { ...publicMetadata(brand, { path: '/', title, description, image: null }), title: { absolute } };
}

/** Home: the search field, and below it what a traveller most likely wants next. */
export default async function HomePage({ searchParams }: Props) {
  const [params, caller, locale] = await Promise.all([searchParams, currentCaller(), getLocale()]);
  const query = String(params.q ?? '')
    .trim()
    .slice(0, 200);
  const [initial, words, { clock }] = await Promise.all([resultsOf(caller, query), searchWords(locale), runtime()]);
  return (
    <PageShell>
      <HubSearch initialQuery={query} initial={initial} words={words} locale={locale}>
        <div className="group mt-5 grid grid-cols-[minmax(0,1fr)] gap-6 lg:mt-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-12 lg:has-[>:first-child:empty]:grid-cols-1">
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6 empty:hidden lg:order-2">
            <NextVisit caller={caller} nowMs={clock()} />
            <Recent caller={caller} />
          </div>
          <Popular caller={caller} />
        </div>
      </HubSearch>
    </PageShell>
  );
}

async function resultsOf(caller: Caller, q: string) {
  if (q === '') return null;
  const { value, failure } = await attempt(caller, searchHubs(caller, { q, limit: RESULT_LIMIT }));
  return value ? { hits: value } : { failure };
}
