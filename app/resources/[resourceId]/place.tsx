import { getTranslations } from 'next-intl/server';
import { PageFailure } from '@/app/_page/page-failure';
import { PageShell } from '@/components/brand/page-shell';
import { PlaceHero } from '@/components/resources/place-hero';
import { Actions } from './actions';
import { Facts } from './facts';
import { Head } from './head';
import { More } from './more';
import { resourceOf } from './resource-of';

/** The page of a place, from its photos to its actions. */
export async function Place({ resourceId }: { resourceId: string }) {
  const [{ caller, value: place, failure }, t] = await Promise.all([
    resourceOf(resourceId),
    getTranslations('resource'),
  ]);
  if (!place) {
    const retryHref = `/resources/${resourceId}`;
    return <PageFailure failure={failure} title={t('failedTitle')} text={t('failedText')} retryHref={retryHref} />;
  }
  const pictures = place.images.length > 0 ? place.images : [place.image];
  const photos = pictures.map((src, index) => ({
    src,
    alt: t('photo', { name: place.name, number: index + 1, total: pictures.length }),
  }));
  const back = { href: `/hubs/${place.hub}`, label: t('backTo', { hub: place.hubName || place.hub }) };
  return (
    <PageShell
      bar={<PlaceHero photos={photos} back={back} label={t('photos')} />}
      actions={<Actions caller={caller} place={place} />}
    >
      <Head place={place} />
      <div className="mt-5 grid gap-7 lg:mt-8 lg:grid-cols-2 lg:gap-12">
        <Facts caller={caller} place={place} />
        <More place={place} />
      </div>
    </PageShell>
  );
}
