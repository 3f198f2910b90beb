import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageFailure } from '@/app/_page/page-failure';
import { publicMetadata } from '@/app/_page/public-metadata';
import { readFilters } from '@/components/hubs/hub-filters';
import { RememberHub } from '@/components/hubs/remember-hub';
import { DataBlock } from '@/components/ui/data-block';
import { PageShell } from '@/components/ui/page-shell';
import { StayCurrent } from '@/components/ui/stay-current';
import { originOf } from '@/lib/brand/origin';
import { firstChangeMs } from '@/lib/domain/opening-hours';
import { shareImage } from '@/lib/format/share-image';
import { hubData } from '@/lib/format/structured-data';
import { runtime } from '@/lib/server/runtime';
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
  const [{ caller, value: hub }, t] = await Promise.all([hubOf((await params).hub), getTranslations('hubs')]);
  if (!hub) return {};
  const where = [hub.city, hub.country].filter(Boolean).join(', ');
  const count = hub.resourceCount;
  return publicMetadata(caller.brand, {
    path: `/hubs/${hub.hub}`,
    title: hub.iata ? `${hub.name} (${hub.iata})` : hub.name,
    description: t(count === 0 ? 'metaNone' : 'metaDescription', { count, name: hub.name, where: where || hub.name }),
    image: shareImage(hub.images, originOf(caller.brand)),
    isWorthFinding: count > 0,
  });
}

/** A hub: what there is, by terminal, and whether it is open now. */
export default async function HubPage({ params, searchParams }: Props) {
  const [{ hub: code }, search] = await Promise.all([params, searchParams]);
  const { caller, value: hub, failure } = await hubOf(code);
  const t = await getTranslations('hubs');
  const path = `/hubs/${code}`;
  if (!hub) return <PageFailure failure={failure} title={t('failedTitle')} text={t('failedText')} retryHref={path} />;
  const [places, { clock }] = await Promise.all([placesOf(caller, hub), runtime()]);
  const nowMs = clock();
  const bar = <HubSign hub={hub} places={places.value?.places ?? []} />;
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
      {places.value.places.length === 0 ? (
        <NoService caller={caller} hub={hub} />
      ) : (
        <Places hub={hub} path={path} {...places.value} filters={readFilters(search, places.value.uses)} />
      )}
      <DataBlock data={hubData(hub, originOf(caller.brand))} />
      <StayCurrent nowMs={nowMs} changesMs={firstChangeMs(places.value.places.map(({ open }) => open))} />
    </PageShell>
  );
}
