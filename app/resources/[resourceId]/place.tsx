import { getTranslations } from 'next-intl/server';
import { PageFailure } from '@/app/_page/page-failure';
import { PlaceHero } from '@/components/resources/place-hero';
import { Notice } from '@/components/ui/notice';
import { PageShell } from '@/components/ui/page-shell';
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
    <PageShell actions={place.isWithdrawn ? undefined : <Actions caller={caller} place={place} />}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:grid-rows-[auto_1fr] lg:gap-y-8">
        <PlaceHero photos={photos} back={back} label={t('photos')} />
        <div className="grid content-start gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {place.isWithdrawn && (
            <Notice tone="warning" title={t('withdrawnTitle')}>
              {t('withdrawnText')}
            </Notice>
          )}
          <Head place={place} />
          {!place.isWithdrawn && <Facts caller={caller} place={place} />}
        </div>
        <More place={place} />
      </div>
    </PageShell>
  );
}
