import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageFailure } from '@/app/_page/page-failure';
import { readFilters } from '@/components/hubs/hub-filters';
import { RememberHub } from '@/components/hubs/remember-hub';
import { PageShell } from '@/components/ui/page-shell';
import { hubOf } from './hub-of';
import { HubSign } from './hub-sign';
import { NoService } from './no-service';
import { Places } from './places';
import { placesOf } from './places-of';

type Props = {
  params: Promise<{ hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { value: hub } = await hubOf((await params).hub);
  return hub ? { title: hub.iata ? `${hub.name} (${hub.iata})` : hub.name } : {};
}

/** A hub: what there is, by terminal, and whether it is open now. */
export default async function HubPage({ params, searchParams }: Props) {
  const [{ hub: code }, search] = await Promise.all([params, searchParams]);
  const { caller, value: hub, failure } = await hubOf(code);
  const t = await getTranslations('hubs');
  const path = `/hubs/${code}`;
  if (!hub) return <PageFailure failure={failure} title={t('failedTitle')} text={t('failedText')} retryHref={path} />;
  const places = await placesOf(caller, hub);
  const bar = <HubSign hub={hub} places={places.value ?? []} />;
  if (!places.value) {
    return (
      <PageShell bar={bar}>
        <PageFailure failure={places.failure} title={t('failedTitle')} text={t('failedText')} retryHref={path} />
      </PageShell>
    );
  }
  return (
    <PageShell bar={bar}>
      <RememberHub hub={hub.hub} />
      {places.value.length === 0 ? (
        <NoService caller={caller} hub={hub} />
      ) : (
        <Places hub={hub} path={path} places={places.value} filters={readFilters(search)} />
      )}
    </PageShell>
  );
}
