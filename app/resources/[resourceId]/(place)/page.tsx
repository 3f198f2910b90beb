import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { publicMetadata } from '@/app/_page/public-metadata';
import { DataBlock } from '@/components/ui/data-block';
import { StayCurrent } from '@/components/ui/stay-current';
import { originOf } from '@/lib/brand/origin';
import { shareImage } from '@/lib/format/share-image';
import { placeData } from '@/lib/format/structured-data';
import { terminalName } from '@/lib/format/terminals';
import { runtime } from '@/lib/server/runtime';
import { Place } from '../place';
import { resourceOf } from '../resource-of';

type Props = { params: Promise<{ resourceId: string }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ caller, value: place }, t] = await Promise.all([
    resourceOf((await params).resourceId),
    getTranslations('resource'),
  ]);
  if (!place) return {};
  const where = [terminalName(place.terminal), place.hubName].filter(Boolean).join(', ');
  return publicMetadata(caller.brand, {
    path: `/resources/${place.resourceId}`,
    title: [place.name, place.hubName].filter(Boolean).join(', '),
    description: t('metaDescription', { name: place.name, where: where || place.hub }),
    image: shareImage([...place.images, place.image], originOf(caller.brand)),
  });
}

/** One lounge, lane or restaurant: whether I can enter, what is there, and the one next thing to do. */
export default async function ResourcePage({ params }: Props) {
  const { resourceId } = await params;
  const [{ caller, value: place }, { clock }] = await Promise.all([resourceOf(resourceId), runtime()]);
  return (
    <>
      <Place resourceId={resourceId} />
      {place && !place.isWithdrawn && (
        <>
          <StayCurrent nowMs={clock()} changesMs={place.open.until === null ? null : Date.parse(place.open.until)} />
          <DataBlock data={placeData(place, originOf(caller.brand))} />
        </>
      )}
    </>
  );
}
